#include "app/timeline_panel.hpp"
#include "app/event_words.hpp"
#include "core/translation.hpp"
#include "scene/moment_words.hpp"
#include <fmt/format.h>

namespace surplace::app {
namespace {

using timeline::Mode;
using timeline::Step;

constexpr int lengthsDays[] = {30, 91, 182, 365, 730, 1825};
constexpr double speeds[] = {1, 2, 5, 10, 20, 40};

std::string speedInWords(double stepsPerSecond) {
    return core::trf("{0:g} a second", stepsPerSecond);
}

/// Whether a row of the card has that much room from where the next control comes.
bool fits(const Ui& ui, double widthPixels) {
    return ImGui::GetItemRectMax().x - ImGui::GetWindowPos().x + ui(widthPixels + 12) <=
           ImGui::GetWindowWidth() - ui(10);
}

/// As much of step, pace, direction and repetition as there is room for.
void chooseStep(const Ui& ui, Session& session, double now) {
    timeline::Playback playback = session.playback;
    if (!fits(ui, 124))
        return;
    ImGui::SameLine(0, ui(12));
    if (beginChoice(ui, "##step", title(playback.step), 124)) {
        for (const Step step :
             {Step::day, Step::week, Step::month, Step::quarter, Step::year, Step::nextEvent})
            if (ImGui::Selectable(title(step), playback.step == step))
                playback.step = step;
        ImGui::EndCombo();
    }
    changePlayback(session, playback, now);
    if (!fits(ui, 110 + 6 + 62))
        return;
    ImGui::SameLine(0, ui(6));
    if (beginChoice(ui, "##speed", speedInWords(playback.stepsPerSecond), 110)) {
        for (const double speed : speeds)
            if (ImGui::Selectable(speedInWords(speed).c_str(), playback.stepsPerSecond == speed))
                playback.stepsPerSecond = speed;
        ImGui::EndCombo();
    }
    ImGui::SameLine(0, ui(6));
    if (iconButton(ui, "reverse", Icon::reverse, core::tr("Play backwards"), playback.direction < 0))
        playback.direction = -playback.direction;
    ImGui::SameLine(0, ui(2));
    if (iconButton(ui, "loop", Icon::loop, core::tr("Begin again at the end"), playback.loop))
        playback.loop = !playback.loop;
    changePlayback(session, playback, now);
}

void chooseMode(const Ui& ui, Session& session) {
    timeline::Moment& moment = session.view.moment;
    if (!fits(ui, 148))
        return;
    ImGui::SameLine(0, ui(12));
    if (beginChoice(ui, "##mode", title(moment.mode), 148)) {
        static constexpr std::pair<Mode, const char*> meanings[] = {
            {Mode::period, core::toTranslate("all that the two handles hold")},
            {Mode::fade, core::toTranslate("the day shown; what is past pales")},
            {Mode::window, core::toTranslate("the day shown and a fixed time before it")},
            {Mode::cumulative, core::toTranslate("from the first handle to the day shown")}};
        for (const auto& [mode, meaning] : meanings) {
            if (ImGui::Selectable(title(mode), moment.mode == mode))
                setMode(session, mode);
            words(ui, core::tr(meaning), colors::inkSoft, ui.fonts.small);
        }
        ImGui::EndCombo();
    }
    if ((moment.mode != Mode::fade && moment.mode != Mode::window) || !fits(ui, 100))
        return;
    int& days = moment.mode == Mode::fade ? moment.fadeDays : moment.windowDays;
    ImGui::SameLine(0, ui(6));
    if (beginChoice(ui, "##length", lengthInWords(days), 100)) {
        for (const int length : lengthsDays)
            if (ImGui::Selectable(lengthInWords(length).c_str(), days == length))
                days = length;
        ImGui::EndCombo();
    }
}

/// What the bars count: a kind of event, by year, quarter, month or day.
std::string barWords(model::EventKind kind, Step step) {
    const char* title = model::title(kind);
    switch (step) {
    case Step::year:
        return core::trf("{0}: incidents a year", title);
    case Step::quarter:
        return core::trf("{0}: incidents a quarter", title);
    case Step::month:
        return core::trf("{0}: incidents a month", title);
    default:
        return core::trf("{0}: incidents a day", title);
    }
}

void chooseKind(const Ui& ui, Session& session) {
    const std::string shown = barWords(session.countedKind, barStep(session.extent));
    if (beginChoice(ui, "##kind", shown, 236)) {
        words(ui,
              core::tr("One kind is counted at a time. Solid: certainly in that time. Hatched: possibly."),
              colors::inkSoft, ui.fonts.small);
        for (const model::EventKind kind : model::allValues<model::EventKind>())
            if (ImGui::Selectable(model::title(kind), kind == session.countedKind))
                session.countedKind = kind;
        ImGui::EndCombo();
    }
    if (ImGui::IsItemHovered())
        tooltip(ui, core::tr("What the bars count. Solid: certainly in that time; hatched: possibly."));
}

/// Where the card that says it has made way.
void drawDate(const Ui& ui, const Session& session) {
    ImGui::SameLine(0, ui(12));
    ImGui::AlignTextToFramePadding();
    words(ui, scene::dateHeadline(session.view.moment), colors::ink, ui.fonts.bold);
}

} // namespace

void TimelinePanel::drawControls(const Ui& ui, Workspace& workspace, const Layout& layout,
                                 const timeline::Timeline& timeline, double nowSeconds) {
    Session& session = workspace.session;
    const bool isPlaying = session.player.isPlaying;
    if (iconButton(ui, "back", Icon::stepBack, core::tr("One step back (Left)")))
        step(session, -1, timeline.eventDays());
    ImGui::SameLine(0, ui(2));
    if (iconButton(ui, "play",
                   isPlaying                        ? Icon::pause
                   : session.playback.direction < 0 ? Icon::reverse
                                                    : Icon::play,
                   isPlaying ? core::tr("Pause (Space)") : core::tr("Play (Space)"), true))
        togglePlaying(session, nowSeconds);
    ImGui::SameLine(0, ui(2));
    if (iconButton(ui, "on", Icon::stepForward, core::tr("One step on (Right)")))
        step(session, 1, timeline.eventDays());
    if (layout.isCompact) {
        if (layout.title.isEmpty())
            drawDate(ui, session);
        chooseMode(ui, session);
        return chooseStep(ui, session, nowSeconds);
    }
    chooseStep(ui, session, nowSeconds);
    chooseMode(ui, session);
    const float foldWidth = ui(30), kindWidth = ui(236);
    ImGui::SameLine();
    const float right = ImGui::GetWindowWidth() - ui(12) - foldWidth;
    if (right - kindWidth - ui(10) > ImGui::GetCursorPosX()) {
        ImGui::SameLine(right - kindWidth - ui(8));
        chooseKind(ui, session);
    }
    ImGui::SameLine(right);
    bool& isOpen = workspace.settings.isTimelineOpen;
    if (iconButton(ui, "fold", isOpen ? Icon::chevronDown : Icon::chevronUp,
                   isOpen ? core::tr("Fold the bars away") : core::tr("Show the bars")))
        isOpen = !isOpen;
}

void TimelinePanel::draw(const Ui& ui, Workspace& workspace, const Layout& layout,
                         const timeline::Timeline& timeline, double nowSeconds) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ui.at(10, 7));
    const bool isShown = beginCard(ui, "timeline", layout.timeline,
                                   ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
    if (isShown) {
        const bool hasTrack = workspace.settings.isTimelineOpen && !layout.isCompact;
        drawControls(ui, workspace, layout, timeline, nowSeconds);
        if (hasTrack)
            drawTrack(ui, workspace, timeline);
    }
    endCard();
}

} // namespace surplace::app
