#include "app/platform.hpp"
#include "core/error.hpp"
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <algorithm>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <cmath>
#include <imgui.h>
#include <imgui_internal.h> // closing menus has no public call
#include <utility>

namespace surplace::app {
namespace {

/// What GLFW said last, in brackets; its errors come through a callback without context of ours.
std::string lastGlfwError() {
    const char* words = nullptr;
    glfwGetError(&words);
    return words != nullptr ? " (" + std::string(words) + ")" : std::string();
}

Platform& platformOf(GLFWwindow* window) {
    return *static_cast<Platform*>(glfwGetWindowUserPointer(window));
}

} // namespace

Platform::Platform(int widthPixels, int heightPixels, double uiScale) : _firstScale(uiScale) {
    if (glfwInit() != GLFW_TRUE)
        throw core::Error("the window cannot open: no display was found" + lastGlfwError(), {},
                          "start it on a desktop, or make a picture or a film without one: surplace render "
                          "--out border.png");
    try {
        createWindow(widthPixels, heightPixels);
    } catch (...) {
        glfwTerminate();
        throw;
    }
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigInputTextCursorBlink = false; // an idle window redraws nothing
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    ImGui_ImplGlfw_InitForOpenGL(_window, true);
    ImGui_ImplOpenGL3_Init("#version 330 core");
    // In the place of ImGui's, which is handed the keys by feedKeys().
    glfwSetKeyCallback(_window, [](GLFWwindow* window, int key, int scancode, int action, int modifiers) {
        Platform& platform = platformOf(window);
        platform._keyEvents.push_back({key, scancode, action, modifiers, 0});
        if (action != GLFW_RELEASE)
            platform._keys.push_back({key, (modifiers & GLFW_MOD_CONTROL) != 0,
                                      (modifiers & GLFW_MOD_SHIFT) != 0, (modifiers & GLFW_MOD_ALT) != 0});
    });
    glfwSetCharCallback(_window, [](GLFWwindow* window, unsigned character) {
        platformOf(window)._keyEvents.push_back({0, 0, 0, 0, character});
    });
}

void Platform::createWindow(int widthPixels, int heightPixels) {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, _firstScale > 0 ? GLFW_FALSE : GLFW_TRUE);
    const double scale = _firstScale > 0 ? _firstScale : 1;
    int width = static_cast<int>(widthPixels * scale), height = static_cast<int>(heightPixels * scale);
    int x = 0, y = 0, roomX = 0, roomY = 0;
    if (GLFWmonitor* monitor = glfwGetPrimaryMonitor(); monitor != nullptr) {
        glfwGetMonitorWorkarea(monitor, &x, &y, &roomX, &roomY);
        if (roomX > 0 && roomY > 0) {
            width = std::min(width, roomX);
            height = std::min(height, roomY);
        }
    }
    _window = glfwCreateWindow(width, height, "Surplace", nullptr, nullptr);
    if (_window == nullptr)
        throw core::Error("the window cannot open: the graphics driver gives no OpenGL 3.3" + lastGlfwError(),
                          {},
                          "install libgl1-mesa-dri, or set LIBGL_ALWAYS_SOFTWARE=1; surplace render makes "
                          "pictures and films without a window");
    glfwSetWindowSizeLimits(_window, 320, 240, GLFW_DONT_CARE, GLFW_DONT_CARE);
    glfwMakeContextCurrent(_window);
    glfwSwapInterval(1);
    glfwSetWindowUserPointer(_window, this);
    glfwSetDropCallback(_window, [](GLFWwindow* window, int count, const char** paths) {
        for (int i = 0; i < count; ++i)
            platformOf(window)._drops.emplace_back(paths[i]);
    });
}

Platform::~Platform() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
    glfwDestroyWindow(_window);
    glfwTerminate();
}

bool Platform::takeClose() {
    const bool isAsked = glfwWindowShouldClose(_window) == GLFW_TRUE;
    glfwSetWindowShouldClose(_window, GLFW_FALSE);
    _hasInput |= isAsked;
    return isAsked;
}
void Platform::setTitle(const std::string& title) {
    glfwSetWindowTitle(_window, title.c_str());
}
void Platform::waitForInput() {
    glfwWaitEvents();
}
void Platform::waitForInput(double mostSeconds) {
    if (mostSeconds > 0)
        glfwWaitEventsTimeout(mostSeconds);
    else
        glfwPollEvents();
}
void Platform::wake() {
    glfwPostEmptyEvent();
}
double Platform::secondsNow() {
    return glfwGetTime();
}

/// ImGui up to 1.86 sees only what is held down when a frame begins, drops characters while Ctrl is held, and
/// takes characters before keys. So a frame takes events in their order until something is let go or typed
/// after a key was pressed, or a key is pressed after something was typed; what a letter's own key does is in
/// its character.
bool Platform::feedKeys() {
    bool hasPresses = false, hasCharacters = false;
    _hasInput |= !_keyEvents.empty();
    while (!_keyEvents.empty()) {
        const KeyEvent event = _keyEvents.front();
        const bool isCharacter = event.character != 0;
        const bool isPress = !isCharacter && event.action != GLFW_RELEASE;
        const bool givesCharacter = isPress && _keyEvents.size() > 1 && _keyEvents[1].character != 0;
        if (isPress ? hasCharacters && !givesCharacter : hasPresses)
            return true;
        _keyEvents.pop_front();
        if (isCharacter) {
            hasCharacters = true;
            ImGui_ImplGlfw_CharCallback(_window, event.character);
            continue;
        }
        hasPresses |= isPress && !givesCharacter;
        // Tab is Focus's: ImGui's own reaches fields only, and with Ctrl shows a list of windows.
        if (event.key == GLFW_KEY_TAB)
            continue;
        ImGui_ImplGlfw_KeyCallback(_window, event.key, event.scancode, event.action, event.modifiers);
    }
    return false;
}

bool Platform::beginFrame() {
    const bool hasMore = feedKeys();
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
#if IMGUI_VERSION_NUM < 18700
    // There Enter chooses nothing in an open list, only Space does.
    if ((ImGui::GetIO().ConfigFlags & ImGuiConfigFlags_NavEnableKeyboard) != 0 &&
        (ImGui::GetIO().KeysDown[GLFW_KEY_ENTER] || ImGui::GetIO().KeysDown[GLFW_KEY_KP_ENTER]))
        ImGui::GetIO().NavInputs[ImGuiNavInput_Activate] = 1;
#endif
    ImGui::NewFrame();
    const ImGuiIO& io = ImGui::GetIO();
    _hasInput |= io.MouseDelta.x != 0 || io.MouseDelta.y != 0 || io.MouseWheel != 0 || io.MouseWheelH != 0;
    for (int button = 0; button < ImGuiMouseButton_COUNT; ++button)
        _hasInput |= io.MouseClicked[button] || io.MouseReleased[button];
    return hasMore;
}

bool Platform::takeInput() {
    return std::exchange(_hasInput, false);
}

void Platform::endFrame() {
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(_window);
}

Platform::Sizes Platform::sizes(double uiScale) const {
    Sizes sizes;
    int width = 0, height = 0;
    glfwGetWindowSize(_window, &width, &height);
    glfwGetFramebufferSize(_window, &sizes.framebufferWidth, &sizes.framebufferHeight);
    float contentScale = 1, ignored = 1;
    glfwGetWindowContentScale(_window, &contentScale, &ignored);
    sizes.monitorScale = std::max(0.75, static_cast<double>(contentScale));
    sizes.deviceScale = uiScale > 0 ? uiScale : sizes.monitorScale;
    const double devicePerUnit =
        width > 0 && sizes.framebufferWidth > 0 ? static_cast<double>(sizes.framebufferWidth) / width : 1;
    sizes.unitsPerDevicePixel = 1 / devicePerUnit;
    sizes.unitScale = sizes.deviceScale / devicePerUnit;
    return sizes;
}

double Platform::refreshSeconds() const {
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
    const int rate = mode != nullptr && mode->refreshRate > 0 ? mode->refreshRate : 60;
    return 1.0 / rate;
}

std::vector<KeyPress> Platform::takeKeys() {
    std::vector<KeyPress> keys = std::exchange(_keys, {});
    const auto isEscape = [](const KeyPress& press) { return press.key == GLFW_KEY_ESCAPE; };
    if (std::any_of(keys.begin(), keys.end(), isEscape) &&
        ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) {
        ImGui::ClosePopupToLevel(0, true);
        keys.erase(std::remove_if(keys.begin(), keys.end(), isEscape), keys.end());
    }
    return keys;
}
std::vector<std::filesystem::path> Platform::takeDrops() {
    _hasInput |= !_drops.empty();
    return std::exchange(_drops, {});
}

} // namespace surplace::app
