#include "app/event_words.hpp"
#include "app/list_panel.hpp"
#include "core/error.hpp"
#include "core/translation.hpp"
#include "scene/moment_words.hpp"
#include <fmt/format.h>

namespace surplace::app {
namespace {

template <class Value>
void toggle(std::set<Value>& values, const Value& value) {
    if (values.erase(value) == 0)
        values.insert(value);
}

/// A line of the popup list with a tick.
bool tick(const std::string& label, bool isOn) {
    return ImGui::Selectable((std::string(isOn ? "✓  " : "     ") + label).c_str(), isOn,
                             ImGuiSelectableFlags_DontClosePopups);
}

template <class Enum>
void chooseValues(const Ui& ui, const char* id, const char* all, std::set<Enum>& values) {
    const std::string shown = values.empty()       ? all
                              : values.size() == 1 ? std::string(model::title(*values.begin()))
                                                   : core::trf("{0} chosen", values.size());
    if (!beginChoice(ui, id, shown, ImGui::GetContentRegionAvail().x / ui.pixel))
        return;
    ui.glyphs->need("✓");
    if (!values.empty() && ImGui::Selectable(core::tr("Everything")))
        values.clear();
    for (const Enum value : model::allValues<Enum>())
        if (tick(model::title(value), values.count(value) > 0))
            toggle(values, value);
    ImGui::EndCombo();
}

template <class Record, class Words>
void chooseRecords(const Ui& ui, const char* id, const char* all, const model::Table<Record>& table,
                   std::set<model::Id>& values, std::string& search, const Words& wordsOf) {
    const Record* only = values.size() == 1 ? table.find(*values.begin()) : nullptr;
    const std::string shown = values.empty()    ? all
                              : only != nullptr ? wordsOf(*only)
                                                : core::trf("{0} chosen", values.size());
    if (!beginChoice(ui, id, shown, ImGui::GetContentRegionAvail().x / ui.pixel))
        return;
    if (ImGui::IsWindowAppearing()) {
        search.clear();
        ImGui::SetKeyboardFocusHere();
    }
    field(ui, "##find", core::tr("Type to find"), search, 320);
    if (!values.empty() && ImGui::Selectable(core::tr("Everything")))
        values.clear();
    constexpr int mostRows = 300;
    int rows = 0;
    for (const Record& record : table) {
        const std::string label = wordsOf(record);
        if (!hasAllWords(label, search))
            continue;
        if (++rows > mostRows)
            break;
        ui.glyphs->need(label);
        ImGui::PushID(record.id.c_str());
        if (tick(cut(label, ui.fonts.body, ui(480)), values.count(record.id) > 0))
            toggle(values, record.id);
        ImGui::PopID();
    }
    ImGui::EndCombo();
}

std::string placeWords(const model::Place& place) {
    return fmt::format("{} {} {}", place.nameEn.empty() ? place.id : place.nameEn, place.nameZh,
                       place.nameKo);
}
std::string sourceWords(const model::Source& source) {
    return source.publisher.empty() ? source.title : source.publisher + ", " + source.title;
}
std::string caseWords(const model::Case& group) {
    return group.title.empty() ? group.id : group.title;
}

void label(const Ui& ui, const char* text) {
    ImGui::AlignTextToFramePadding();
    ImGui::PushStyleColor(ImGuiCol_Text, colors::inkSoft);
    ImGui::TextUnformatted(text);
    ImGui::PopStyleColor();
    ImGui::SameLine(ui(84));
}

} // namespace

void ListPanel::drawPeriod(const Ui& ui, Session& session) {
    const timeline::Window period = session.view.moment.period;
    if (_writtenPeriod != period) { // moved by a handle
        _writtenPeriod = period;
        _period = model::formatDay(period.first) + "/" + model::formatDay(period.last);
        _periodProblem.clear();
    }
    label(ui, core::trc("filter", "Period"));
    if (field(ui, "##period", "2016/2018", _period)) {
        try {
            const model::Edtf date = model::Edtf::parse(_period);
            _periodProblem =
                date.earliest() && date.latest() ? "" : core::tr("Two days are needed, such as 2016/2018.");
            if (_periodProblem.empty()) {
                setPeriod(session, {*date.earliest(), *date.latest()});
                _writtenPeriod = session.view.moment.period;
            }
        } catch (const core::Error& error) {
            _periodProblem = error.what();
        }
    }
    if (!_periodProblem.empty())
        words(ui, _periodProblem, colors::error, ui.fonts.small);
}

void ListPanel::drawFilters(const Ui& ui, Workspace& workspace) {
    Session& session = workspace.session;
    timeline::Filter& filter = session.view.filter;
    const model::Casebook& casebook = *session.casebook;
    label(ui, core::trc("filter", "Kind"));
    chooseValues(ui, "##kinds", core::tr("Every kind"), filter.kinds);
    label(ui, core::trc("filter", "How sure"));
    chooseValues(ui, "##assertions", core::tr("However sure"), filter.assertions);
    label(ui, core::trc("filter", "Place"));
    chooseRecords(ui, "##places", core::tr("Every place"), casebook.places, filter.places, _searchInPopup,
                  placeWords);
    label(ui, core::trc("filter", "Source"));
    chooseRecords(ui, "##sources", core::tr("Every source"), casebook.sources, filter.sources, _searchInPopup,
                  sourceWords);
    label(ui, core::trc("filter", "Case"));
    chooseRecords(ui, "##cases", core::tr("Every case"), casebook.cases, filter.cases, _searchInPopup,
                  caseWords);
    drawPeriod(ui, session);
}

/// What narrows the map and the lists stays in sight, each with a cross.
void ListPanel::drawActiveFilters(const Ui& ui, Session& session) {
    timeline::Filter& filter = session.view.filter;
    const model::Casebook& casebook = *session.casebook;
    std::vector<std::pair<std::string, std::function<void()>>> chips;
    for (const model::EventKind kind : filter.kinds)
        chips.emplace_back(model::title(kind), [&filter, kind] { filter.kinds.erase(kind); });
    for (const model::Assertion assertion : filter.assertions)
        chips.emplace_back(model::title(assertion),
                           [&filter, assertion] { filter.assertions.erase(assertion); });
    const auto addRecords = [&](std::set<model::Id>& ids, const auto& table, const auto& wordsOf) {
        for (const model::Id& id : ids)
            if (const auto* record = table.find(id))
                chips.emplace_back(wordsOf(*record), [&ids, id] { ids.erase(id); });
    };
    addRecords(filter.places, casebook.places, placeWords);
    addRecords(filter.sources, casebook.sources, sourceWords);
    addRecords(filter.cases, casebook.cases, caseWords);
    if (session.view.moment.period != session.extent)
        chips.emplace_back(scene::spanInWords(session.view.moment.period),
                           [&session] { setPeriod(session, session.extent); });
    const float room = ImGui::GetContentRegionAvail().x;
    float used = 0;
    const std::function<void()>* removed = nullptr;
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const std::string text = cut(chips[i].first, ui.fonts.small, room - ui(46)) + "  ×";
        const float width = widthOf(ui.fonts.small, text) + ui(18);
        if (used > 0 && used + width + ui(5) <= room)
            ImGui::SameLine(0, ui(5));
        else
            used = 0;
        used += width + ui(5);
        if (chip(ui, text + "##chip" + std::to_string(i), true, core::tr("Click to drop this filter")))
            removed = &chips[i].second;
    }
    if (removed != nullptr)
        (*removed)();
}

} // namespace surplace::app
