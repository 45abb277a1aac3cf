#pragma once
#include <deque>
#include <filesystem>
#include <string>
#include <vector>

struct GLFWwindow;

namespace surplace::app {

struct KeyPress {
    int key = 0; ///< GLFW's
    bool hasControl = false, hasShift = false, hasAlt = false;
};

/// The window of the desktop with its OpenGL 3.3 context and ImGui in it. One at a time.
class Platform {
public:
    /// The window's size is in logical pixels of the monitor, or of the scale where one is given (0 = the
    /// monitor's). Throws core::Error when there is no display or no OpenGL 3.3, naming the way out.
    Platform(int widthPixels, int heightPixels, double uiScale);
    ~Platform();
    Platform(const Platform&) = delete;
    Platform& operator=(const Platform&) = delete;

    /// Whether the window was asked to close since the last call.
    bool takeClose();
    void setTitle(const std::string& title);
    /// Sleeps until input comes, or for at most some seconds (0 = looks and goes on). Without a limit: until
    /// input or wake().
    void waitForInput();
    void waitForInput(double mostSeconds);
    /// From any thread.
    static void wake();
    static double secondsNow();

    /// True when keys wait for the frames after this one.
    bool beginFrame();
    /// Whether keys, the mouse or dropped files came with the frames since the last call.
    bool takeInput();
    /// ImGui's part over what is drawn already, then shows the frame.
    void endFrame();

    struct Sizes {
        int framebufferWidth = 0, framebufferHeight = 0;
        double monitorScale = 1; ///< device pixels per logical pixel, as the desktop has it
        double deviceScale = 1;  ///< and as text and buttons are drawn
        double unitScale = 1;    ///< ImGui's units per logical pixel
        double unitsPerDevicePixel = 1;
        bool operator==(const Sizes&) const = default;
    };
    /// With a scale for text and buttons; 0 = the monitor's.
    Sizes sizes(double uiScale) const;
    double refreshSeconds() const;

    /// Keys since the last call. Esc that closes an open menu is not among them.
    std::vector<KeyPress> takeKeys();
    std::vector<std::filesystem::path> takeDrops();

private:
    void createWindow(int widthPixels, int heightPixels);

    GLFWwindow* _window = nullptr;
    double _firstScale = 0; ///< of the window's size
    /// A key pressed, repeated or let go, or a character typed (key 0).
    struct KeyEvent {
        int key = 0, scancode = 0, action = 0, modifiers = 0;
        unsigned character = 0;
    };
    bool feedKeys();

    std::deque<KeyEvent> _keyEvents;
    std::vector<KeyPress> _keys;
    std::vector<std::filesystem::path> _drops;
    bool _hasInput = false;
};

} // namespace surplace::app
