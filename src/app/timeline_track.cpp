#include "app/event_words.hpp"
#include "app/focus.hpp"
#include "app/timeline_panel.hpp"
#include "core/translation.hpp"
#include "scene/moment_words.hpp"
#include <algorithm>
#include <chrono>
#include <cmath>
#include <fmt/format.h>

namespace surplace::app {
namespace {

constexpr double axisPixels = 18;
constexpr double knobPixels = 7;

ImU32 faded(ImU32 color, double opacity) {
    const auto alpha = static_cast<ImU32>(static_cast<double>(color >> IM_COL32_A_SHIFT) * opacity);
    return (color & ~IM_COL32_A_MASK) | (alpha << IM_COL32_A_SHIFT);
}

float xOf(timeline::Day day, timeline::Window extent, ImVec2 from, ImVec2 to) {
    return from.x + static_cast<float>(positionOf(day, extent)) * (to.x - from.x);
}

void drawYears(const Ui& ui, timeline::Window extent, ImVec2 from, ImVec2 to) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto yearOf = [](timeline::Day day) {
        return static_cast<int>(std::chrono::year_month_day(day).year());
    };
    const int first = yearOf(extent.first), last = yearOf(extent.last);
    ImGui::PushFont(ui.fonts.small);
    const float label = ImGui::CalcTextSize("2000").x + ui(14);
    const double yearWidth = static_cast<double>(to.x - from.x) / std::max(1, last - first + 1);
    int every = 1;
    for (const int step : {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000})
        if (step * yearWidth >= label) {
            every = step;
            break;
        }
    for (int year = first; year <= last; ++year) {
        const timeline::Day day = std::chrono::year(year) / 1 / 1;
        const float x = std::max(from.x, xOf(day, extent, from, to));
        list.AddLine({x, to.y}, {x, to.y + ui(year % every == 0 ? 4 : 2)}, colors::line);
        if (year % every == 0) {
            const std::string text = std::to_string(year);
            const float middle =
                x + static_cast<float>(yearWidth / 2) - ImGui::CalcTextSize(text.c_str()).x / 2;
            list.AddText({every == 1 ? middle : x, to.y + ui(3)}, colors::inkSoft, text.c_str());
        }
    }
    ImGui::PopFont();
}

/// Upward hatching: bars of what is only possible are to be told apart without colour.
void hatch(ImDrawList& list, ImVec2 from, ImVec2 to, ImU32 color, float distance) {
    list.PushClipRect(from, to, true);
    const float height = to.y - from.y;
    for (float x = from.x - height; x < to.x; x += distance)
        list.AddLine({x, to.y}, {x + height, from.y}, color);
    list.PopClipRect();
}

std::string binWords(const timeline::Histogram& histogram, const timeline::Bin& bin) {
    std::string text = core::trf("{0}: {1}", scene::spanInWords(bin.days),
                                 core::trn(bin.certain, "{0} incident ({1})", "{0} incidents ({1})",
                                           bin.certain, model::title(histogram.kind)));
    if (bin.certain > 0 && bin.people.isKnown())
        text += "\n" + bin.people.peopleInWords();
    if (bin.possible > 0)
        text += "\n" + core::trf("{0} more that may or may not be within it", bin.possible);
    return text;
}

} // namespace

void TimelinePanel::count(const Session& session, const timeline::Timeline& timeline) {
    if (_countedCasebook == session.casebook && _countedFilter == session.view.filter &&
        _countedExtent == session.extent && _histogram.kind == session.countedKind)
        return;
    _histogram = timeline::histogram(*session.casebook, timeline, {}, session.countedKind, session.extent,
                                     barStep(session.extent));
    _countedCasebook = session.casebook;
    _countedFilter = session.view.filter;
    _countedExtent = session.extent;
}

void TimelinePanel::drawBars(const Ui& ui, const Session& session, ImVec2 from, ImVec2 to) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    long most = 1;
    for (const timeline::Bin& bin : _histogram.bins)
        most = std::max(most, bin.certain + bin.possible);
    const timeline::Window period = session.view.moment.period;
    const ImU32 color = colorOf(_histogram.kind);
    const float room = to.y - from.y - ui(4);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const bool isHovered = ImGui::IsItemHovered() && mouse.y <= to.y;
    for (const timeline::Bin& bin : _histogram.bins) {
        const float left = xOf(bin.days.first, session.extent, from, to) + ui(1);
        const float right =
            std::max(left + 1, xOf(bin.days.last + std::chrono::days(1), session.extent, from, to) - ui(1));
        const double strength = bin.days.last < period.first || bin.days.first > period.last ? 0.3 : 1;
        const float certain = room * static_cast<float>(bin.certain) / static_cast<float>(most);
        const float possible = room * static_cast<float>(bin.possible) / static_cast<float>(most);
        if (bin.certain > 0)
            list.AddRectFilled({left, to.y - certain}, {right, to.y}, faded(color, 0.9 * strength));
        if (bin.possible > 0) {
            list.AddRectFilled({left, to.y - certain - possible}, {right, to.y - certain},
                               faded(color, 0.16 * strength));
            hatch(list, {left, to.y - certain - possible}, {right, to.y - certain},
                  faded(color, 0.55 * strength), ui(4));
        }
        if (isHovered && _dragged == Handle::none && mouse.x >= left && mouse.x < right &&
            bin.certain + bin.possible > 0) {
            list.AddRectFilled({left, from.y}, {right, to.y}, colors::hover);
            ImGui::BeginTooltip();
            ImGui::TextUnformatted(binWords(_histogram, bin).c_str());
            ImGui::EndTooltip();
        }
    }
    const std::string top = std::to_string(most);
    list.AddText(ui.fonts.small, ui.fonts.small->FontSize * ImGui::GetIO().FontGlobalScale,
                 {from.x - widthOf(ui.fonts.small, top) - ui(10), from.y - ui(6)}, colors::inkSoft,
                 top.c_str());
}

void TimelinePanel::drag(const Ui& ui, Session& session, ImVec2 from, ImVec2 to) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const timeline::Moment& moment = session.view.moment;
    const timeline::Day nextDay = moment.period.last + std::chrono::days(1);
    const auto near = [&](timeline::Day day) {
        return std::abs(mouse.x - xOf(day, session.extent, from, to)) < ui(8);
    };
    const bool isOnAxis = mouse.y > to.y - ui(2);
    if (ImGui::IsItemActivated()) {
        _dragged = isOnAxis && near(moment.period.first) ? Handle::first
                   : isOnAxis && near(nextDay)           ? Handle::last
                                                         : Handle::day;
        session.player.isPlaying = false;
    }
    if (!ImGui::IsItemActive())
        _dragged = Handle::none;
    if (ImGui::IsItemHovered() && isOnAxis && (near(moment.period.first) || near(nextDay)))
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    const double position = (mouse.x - from.x) / std::max(1.0f, to.x - from.x);
    if (_dragged == Handle::day)
        showDay(session, dayAt(position, session.extent));
    else if (_dragged == Handle::first)
        setPeriod(session,
                  {std::min(dayAt(position, session.extent), moment.period.last), moment.period.last});
    else if (_dragged == Handle::last)
        setPeriod(session,
                  {moment.period.first, std::max(dayAt(position, session.extent), moment.period.first)});
}

void TimelinePanel::drawTrack(const Ui& ui, Workspace& workspace, const timeline::Timeline& timeline) {
    Session& session = workspace.session;
    count(session, timeline);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = ImGui::GetContentRegionAvail();
    const ImVec2 from{at.x + ui(34), at.y + ui(9)};
    const ImVec2 to{at.x + size.x - ui(14), at.y + size.y - ui(axisPixels)};
    ImGui::InvisibleButton("track", size);
    ui.focus->note(Focus::Kind::slider);
    drag(ui, session, from, to);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    drawBars(ui, session, from, to);
    list.AddLine({from.x, to.y}, {to.x, to.y}, colors::inkSoft);
    drawYears(ui, session.extent, from, to);
    const timeline::Moment& moment = session.view.moment;
    const float first = xOf(moment.period.first, session.extent, from, to);
    const float last = xOf(moment.period.last + std::chrono::days(1), session.extent, from, to);
    list.AddRectFilled({first, to.y - ui(1)}, {last, to.y + ui(2)}, colors::accent);
    for (const float x : {first, last}) {
        list.AddRectFilled({x - ui(4), to.y - ui(5)}, {x + ui(4), to.y + ui(7)}, colors::card, ui(3));
        list.AddRect({x - ui(4), to.y - ui(5)}, {x + ui(4), to.y + ui(7)}, colors::accent, ui(3),
                     ImDrawFlags_None, ui(1.4));
    }
    const bool hasDay = moment.mode != timeline::Mode::period;
    const float x = xOf(moment.day, session.extent, from, to);
    if (hasDay) {
        const timeline::Window shown = timeline::windowOf(moment);
        const float start = std::clamp(xOf(shown.first, session.extent, from, to), from.x, to.x);
        list.AddRectFilled({start, from.y - ui(2)}, {x, to.y}, colors::accentSoft, 0);
        list.AddLine({x, from.y - ui(2)}, {x, to.y}, colors::accent, ui(2));
    }
    if (!hasDay)
        list.AddLine({x, from.y}, {x, to.y}, colors::accentLine, ui(1));
    const ImVec2 knob{x, from.y - ui(1)};
    list.AddCircleFilled(knob, ui(knobPixels), hasDay ? colors::accent : colors::card, 24);
    list.AddCircle(knob, ui(knobPixels), colors::accent, 24, ui(1.6));
    if (_dragged != Handle::none) {
        const timeline::Day day = _dragged == Handle::day     ? moment.day
                                  : _dragged == Handle::first ? moment.period.first
                                                              : moment.period.last;
        ImGui::BeginTooltip();
        ImGui::TextUnformatted(dayInWords(day).c_str());
        ImGui::EndTooltip();
    }
}

} // namespace surplace::app
