#include "app/window.hpp"
#include "app/event_words.hpp"
#include "app/file_dialogs.hpp"
#include "app/frame_stats.hpp"
#include "app/inspector_panel.hpp"
#include "app/keys.hpp"
#include "app/list_panel.hpp"
#include "app/map_view.hpp"
#include "app/platform.hpp"
#include "app/sight.hpp"
#include "app/timeline_panel.hpp"
#include "core/error.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <csignal>
#include <iostream>
#include <utility>

namespace surplace::app {
namespace {

/// Frames drawn after input, until sizes that follow from contents have settled.
constexpr int settlingFrames = 4;

class Window {
public:
    explicit Window(const Options& options);
    int run();

private:
    void readInput();
    void followCasebook();
    void followSizes();
    void frame();
    void buildPanels();
    void followBorder();
    void bringIntoSight();
    void updateMap();
    void remember();

    const Options& _options;
    core::Log _log;
    Workspace _workspace;
    Platform _platform;
    text::Typesetter _typesetter;
    Glyphs _glyphs;
    std::shared_ptr<const model::Casebook> _lettered; ///< whose characters are all among them
    FontAtlas _atlas;
    MapView _map;
    Background _background;
    Ui _ui;
    Platform::Sizes _sizes{};
    Layout _layout;
    double _titleHeight = 110;
    TimelinePanel _timelinePanel;
    ListPanel _listPanel;
    InspectorPanel _inspectorPanel;
    FileDialogs _fileDialogs;
    Settings _remembered;
    scene::View _lastGoodView;
    Page _seenPage;        ///< that the map has been moved for
    scene::Camera _border; ///< that shows just the border, and the room it was made for
    std::array<double, 5> _borderRoom{};
    std::string _windowTitle;
    bool _isFirstFrame = true;
    bool _hasMoreKeys = false;
    bool _hasNews = true; ///< something came in with the last frame: what follows from it takes a few more
    FrameStats _stats;
};

Settings firstSettings(const Options& options) {
    Settings settings = readSettings(options.settingsFile);
    const scene::Camera& camera = options.view.camera;
    // The size of the last time, unless another than the usual is asked for.
    if (camera.widthPixels != Settings{}.windowWidth || camera.heightPixels != Settings{}.windowHeight) {
        settings.windowWidth = camera.widthPixels;
        settings.windowHeight = camera.heightPixels;
    }
    return settings;
}

Workspace firstWorkspace(const Options& options) {
    Workspace workspace;
    workspace.session = startSession(std::make_shared<const model::Casebook>(options.loaded.casebook),
                                     options.file, options.view);
    workspace.session.isBundled = options.isBundled;
    workspace.settings = firstSettings(options);
    workspace.materials = {options.basemap, options.seaNames};
    // What is asked for on the command line goes before what is remembered.
    if (!options.areNamesAsked)
        workspace.session.view.names = workspace.settings.names;
    if (!options.isStyleAsked)
        workspace.session.view.style = workspace.settings.style;
    if (options.isBundled && !workspace.settings.isWelcomeSeen)
        workspace.dialog = Dialog::welcome;
    return workspace;
}

Window::Window(const Options& options)
    : _options(options),
      _log([](const core::Log::Entry& entry) { std::cerr << "surplace: " << entry.text << '\n'; }),
      _workspace(firstWorkspace(options)),
      _platform(_workspace.settings.windowWidth, _workspace.settings.windowHeight, options.uiScale),
      _atlas(_typesetter), _map(_workspace.materials, _typesetter),
      _background(Platform::wake, [this](const std::string& sentence) { sayError(_workspace, sentence); }) {
    _workspace.background = &_background;
    _remembered = _workspace.settings;
    _ui.glyphs = &_glyphs;
    _glyphs.need("中文한국어✓");
    sayProblems(_workspace, options.loaded, options.file.filename().string());
}

/// A casebook that has been opened or has more rows gets all of its characters at once: rasterised row by row
/// as they come into view they held up frames while playing.
void Window::followCasebook() {
    if (_lettered == _workspace.session.casebook)
        return;
    _lettered = _workspace.session.casebook;
    _glyphs.need(*_lettered);
}

/// The camera, the fonts and the style follow the window's size and the monitor's scale.
void Window::followSizes() {
    const Platform::Sizes sizes = _platform.sizes();
    _hasNews |= !(sizes == _sizes);
    const bool isNewScale =
        sizes.deviceScale != _sizes.deviceScale || sizes.unitScale != _sizes.unitScale || _isFirstFrame;
    if (isNewScale) {
        _ui.pixel = static_cast<float>(sizes.unitScale);
        applyTheme(_ui.pixel);
    }
    _sizes = sizes;
    if (isNewScale || _glyphs.hasNew())
        _ui.fonts = _atlas.build(_glyphs.take(), sizes.deviceScale, sizes.unitsPerDevicePixel);
    scene::Camera& camera = _workspace.session.view.camera;
    camera.scale = sizes.deviceScale;
    camera.widthPixels = std::max(1, static_cast<int>(std::ceil(sizes.framebufferWidth / sizes.deviceScale)));
    camera.heightPixels =
        std::max(1, static_cast<int>(std::ceil(sizes.framebufferHeight / sizes.deviceScale)));
    _workspace.settings.windowWidth = camera.widthPixels;
    _workspace.settings.windowHeight = camera.heightPixels;
}

void Window::readInput() {
    for (const auto& file : _platform.takeDrops())
        openDropped(_workspace, file);
    if (_platform.takeClose())
        requestClose(_workspace);
    const auto eventDays = _map.timelineFor(_workspace.session).eventDays();
    const bool isTyping = ImGui::GetIO().WantTextInput;
    for (const KeyPress& press : _platform.takeKeys())
        handleKey(_workspace, press, isTyping, Platform::secondsNow(), eventDays);
    tick(_workspace.session, Platform::secondsNow(), eventDays);
}

void Window::buildPanels() {
    const double now = Platform::secondsNow();
    _map.handleMouse(_ui, _workspace);
    if (!_workspace.isBare) {
        _titleHeight = drawTitleCard(_ui, _workspace, _layout, _titleHeight);
        drawToolbar(_ui, _workspace, _layout);
        const timeline::Timeline& timeline = _map.timelineFor(_workspace.session); // the cards may narrow it
        _timelinePanel.draw(_ui, _workspace, _layout, timeline, now);
        _listPanel.draw(_ui, _workspace, _layout, timeline);
        _inspectorPanel.draw(_ui, _workspace, _layout);
        drawAnalysisCard(_ui, _workspace, _layout);
    }
    drawNotices(_ui, _workspace, _layout);
    if (_workspace.dialog == Dialog::welcome)
        drawWelcomeCard(_ui, _workspace, now);
    else if (_workspace.dialog == Dialog::help)
        drawHelpCard(_ui, _workspace);
    else if (_workspace.dialog == Dialog::unsaved)
        drawUnsavedCard(_ui, _workspace);
    _fileDialogs.draw(_ui, _workspace);
}

/// A map that shows just the border goes on doing so when lists or timeline fold or the window changes its
/// size. The details that open at the right do not move it: a mark that was clicked stays where it is.
void Window::followBorder() {
    scene::View& view = _workspace.session.view;
    const scene::Camera &asked = _options.view.camera, &now = view.camera;
    const bool showsBorder =
        _isFirstFrame
            ? asked == scene::borderView(asked.projection, asked.widthPixels, asked.heightPixels, asked.scale)
            : now.center == _border.center && now.metersPerPixel == _border.metersPerPixel &&
                  now.projection == _border.projection;
    const Layout withoutDetails =
        layOut(now.widthPixels, now.heightPixels, _workspace.settings, false, _titleHeight);
    const bool isBare = _workspace.isBare;
    const std::array<double, 5> room{
        isBare ? 0 : withoutDetails.coveredLeft, isBare ? 0 : withoutDetails.coveredTop, view.coveredBottom,
        static_cast<double>(now.widthPixels), static_cast<double>(now.heightPixels)};
    if (showsBorder && (_isFirstFrame || room != _borderRoom))
        fitBorder(_workspace.session);
    if (room != _borderRoom || now.projection != _border.projection)
        _border = borderCamera(view);
    _borderRoom = room;
}

/// What has just been chosen is not left under a panel, the legend or outside the window. A click on the map
/// shows where it is; what is chosen elsewhere is looked for.
void Window::bringIntoSight() {
    const std::optional<geo::ScreenPoint> clicked = std::exchange(_workspace.clickedAt, std::nullopt);
    const Session& session = _workspace.session;
    if (_seenPage == session.history.current() || _workspace.isBare)
        return;
    _seenPage = session.history.current();
    const scene::View& view = session.view;
    const double width = view.camera.widthPixels, height = view.camera.heightPixels;
    const geo::ScreenBox window{0, 0, width, height};
    std::vector<geo::ScreenBox> covers = _map.covers();
    covers.insert(covers.end(),
                  {_layout.title, _layout.list, _layout.toolbar, _layout.inspector, _layout.timeline});
    std::vector<geo::ScreenPoint> points = _map.pointsOf(session);
    if (clicked)
        points = {*clicked};
    const bool isSeen =
        std::ranges::any_of(points, [&](geo::ScreenPoint point) { return isInSight(point, window, covers); });
    if (points.empty() || isSeen)
        return;
    const geo::ScreenBox free{view.coveredLeft, view.coveredTop, width - view.coveredRight,
                              height - view.coveredBottom};
    const geo::ScreenPoint move = moveIntoSight(points.front(), window, free, covers);
    _workspace.session.view.camera = scene::panned(view.camera, move.x, move.y);
    _map.update(_workspace);
}

void Window::updateMap() {
    Session& session = _workspace.session;
    scene::View& view = session.view;
    _layout = layOut(view.camera.widthPixels, view.camera.heightPixels, _workspace.settings,
                     session.history.isOpen(), _titleHeight);
    if (_workspace.wantsSearch && _layout.list.isEmpty()) { // it had made way for the details
        deselect(session);
        _layout = layOut(view.camera.widthPixels, view.camera.heightPixels, _workspace.settings, false,
                         _titleHeight);
    }
    view.coveredLeft = _workspace.isBare ? 0 : _layout.coveredLeft;
    view.coveredRight = _workspace.isBare ? 0 : _layout.coveredRight;
    view.coveredTop = _workspace.isBare ? 0 : _layout.coveredTop;
    view.coveredBottom = _workspace.isBare ? 0 : _layout.coveredBottom;
    view.titleBlock = _workspace.isBare;
    view.counts = _workspace.isBare;
    _workspace.isCompact = _layout.isCompact && !_workspace.isBare;
    _workspace.hasLegendRoom = _workspace.isBare || _layout.hasLegendRoom;
    view.legend = _workspace.settings.isLegendOpen && _workspace.hasLegendRoom;
    followBorder();
    try {
        _map.update(_workspace);
        bringIntoSight();
        _lastGoodView = view;
    } catch (const core::Error& error) {
        // A view that cannot be drawn is left for the last one that could.
        if (_isFirstFrame)
            throw;
        sayError(_workspace, error.what());
        view = _lastGoodView;
    }
    _isFirstFrame = false;
}

void Window::frame() {
    _hasNews = _background.collect();
    readInput();
    forgetWaiting(_workspace);
    followCasebook();
    followSizes();
    updateMap();
    // A frame that met characters without a shape is built again with them, before anybody sees it.
    for (int tries = 0; tries < 2; ++tries) {
        if (_glyphs.hasNew())
            _ui.fonts = _atlas.build(_glyphs.take(), _sizes.deviceScale, _sizes.unitsPerDevicePixel);
        _hasMoreKeys = _platform.beginFrame();
        buildPanels();
        ImGui::Render();
        if (!_glyphs.hasNew())
            break;
    }
    _hasNews |= _platform.takeInput();
    updateMap();
    _map.draw();
    _platform.endFrame();
    const std::string title =
        (_workspace.session.casebook->title.empty() ? _workspace.session.file.filename().string()
                                                    : _workspace.session.casebook->title) +
        " – Surplace";
    if (title != _windowTitle) {
        _windowTitle = title;
        _platform.setTitle(title);
    }
}

void Window::remember() {
    if (_workspace.settings == _remembered)
        return;
    _remembered = _workspace.settings;
    writeSettings(_remembered, _options.settingsFile, _log);
}

int Window::run() {
    int settling = settlingFrames;
    while (!_workspace.wantsToClose) {
        const double start = Platform::secondsNow();
        const bool wasPlaying = _workspace.session.player.isPlaying;
        frame();
        const double end = Platform::secondsNow();
        _stats.add(start, end, wasPlaying);
        const bool isPlaying = _workspace.session.player.isPlaying;
        // Input can come with any frame, the last of those that settle too.
        if (_hasNews || _hasMoreKeys)
            settling = settlingFrames;
        if (isPlaying || settling > 0) {
            settling -= isPlaying ? 0 : 1;
            // Where the swap does not wait for the monitor (no vertical sync), its rate is kept by waiting
            // here.
            _platform.waitForInput(
                std::max(0.0, _platform.refreshSeconds() - (Platform::secondsNow() - start)));
        } else {
            remember();
            _platform.waitForInput();
            settling = settlingFrames;
        }
    }
    remember();
    _stats.print(_map.scenesComposed());
    return 0;
}

} // namespace

int runWindow(const Options& options) {
    // The window leaves on these at once: it holds no half-written file, and what is remembered is written
    // when it changes.
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        if (std::signal(signal, SIG_DFL) == SIG_IGN)
            std::signal(signal, SIG_IGN); // started by nohup
    return Window(options).run();
}

} // namespace surplace::app
