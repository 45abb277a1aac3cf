#include "app/map_hint.hpp"
#include "app/event_words.hpp"
#include "app/glyphs.hpp"
#include "app/symbols.hpp"
#include "app/widgets.hpp"
#include "core/translation.hpp"
#include "model/describe.hpp"

namespace surplace::app {
namespace {

/// A line that wraps where the hint's own lines do.
void line(const Ui& ui, const std::string& text, ImU32 color, ImFont* font) {
    ui.glyphs->need(text);
    ImGui::PushFont(font);
    ImGui::PushStyleColor(ImGuiCol_Text, color);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void drawEvent(const Ui& ui, const model::Casebook& casebook, const model::Event& event) {
    std::string over = whenAndWhere(casebook, event);
    if (!model::isContext(event.kind))
        over += " · " + event.people.peopleInWords();
    ui.glyphs->need(event.what);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    drawSymbol(*ImGui::GetWindowDrawList(), event.kind, event.assertion, {corner.x + ui(7), corner.y + ui(9)},
               ui(5.5));
    ImGui::Indent(ui(20));
    line(ui, over, colors::inkSoft, ui.fonts.small);
    ImGui::TextUnformatted(sentenceOf(event).c_str());
    ImGui::Unindent(ui(20));
}

} // namespace

bool Hint::isNew(long scene, const scene::Target* target, geo::ScreenPoint at) {
    // Marks without a target differ by where they are.
    const bool isSame = scene == _scene && target == _target && (target != nullptr || at == _at);
    _scene = scene;
    _target = target;
    _at = at;
    return !isSame;
}

void Hint::set(const model::Casebook& casebook, const scene::Target* place, std::vector<std::uint32_t> events,
               std::vector<std::string> totals) {
    constexpr std::size_t mostTold = 4;
    _totals = std::move(totals);
    _heading.clear();
    if (place != nullptr && !_totals.empty()) {
        const std::string name = place->placeId.empty() ? "" : model::placeText(casebook, place->placeId);
        _heading = place->places > 1 ? core::trf("{0} places near {1}", place->places, name) : name;
    }
    const std::size_t told = events.size() <= mostTold ? events.size() : _totals.empty() ? mostTold : 0;
    _more = events.size() - told;
    events.resize(told);
    _events = std::move(events);
}

void Hint::drawBesidePointer(const Ui& ui, const model::Casebook& casebook) const {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ui.at(12, 9));
    ImGui::BeginTooltip();
    drawLines(ui, casebook);
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

void Hint::drawAt(const Ui& ui, const model::Casebook& casebook, geo::ScreenPoint at,
                  double clearPixels) const {
    constexpr ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                                       ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize |
                                       ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav;
    // On the side with more of the window.
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const bool isLeft = ui(at.x) > size.x / 2, isAbove = ui(at.y) > size.y / 2;
    ImGui::SetNextWindowPos(ui.at(at.x + (isLeft ? -clearPixels : clearPixels), at.y), ImGuiCond_Always,
                            {isLeft ? 1.0F : 0.0F, isAbove ? 1.0F : 0.0F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ui.at(12, 9));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ImGui::GetStyleColorVec4(ImGuiCol_PopupBg));
    ImGui::Begin("##words at the focus", nullptr, flags);
    drawLines(ui, casebook);
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
}

void Hint::drawLines(const Ui& ui, const model::Casebook& casebook) const {
    ImGui::PushTextWrapPos(ui(340));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ui.at(8, 2));
    if (!_heading.empty())
        line(ui, _heading, colors::ink, ui.fonts.bold);
    for (const std::string& each : _totals)
        line(ui, each, colors::inkSoft, ui.fonts.small);
    bool isFirst = _totals.empty();
    for (const std::uint32_t event : _events) {
        if (!isFirst)
            ImGui::Dummy(ui.at(1, 2));
        isFirst = false;
        drawEvent(ui, casebook, casebook.events[event]);
    }
    if (_more > 0) {
        const std::string words = _events.empty() ? core::trf("{0} events here: click to see all", _more)
                                                  : core::trf("{0} more here: click to see all", _more);
        line(ui, words, colors::ink, ui.fonts.body);
    }
    ImGui::PopStyleVar();
    ImGui::PopTextWrapPos();
}

} // namespace surplace::app
