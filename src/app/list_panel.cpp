#include "app/list_panel.hpp"
#include "app/event_words.hpp"
#include "app/focus.hpp"
#include "core/translation.hpp"
#include "model/describe.hpp"
#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace surplace::app {
namespace {

/// What stands over a row's sentence: where, and when; either may be empty.
struct OverLine {
    std::string where, when;
    std::string whole() const { return where + (where.empty() || when.empty() ? "" : " · ") + when; }
};

/// In a width: of both as much as can be read.
std::string fitted(const OverLine& over, ImFont* font, float width) {
    const float rest = width - widthOf(font, over.when.empty() ? "" : " · " + over.when);
    const std::string where =
        cut(over.where, font, std::max(rest, over.when.empty() ? width : width * 0.45f));
    return cut(OverLine{where, over.when}.whole(), font, width);
}

/// A selectable row of two lines: a soft one over the main one.
bool twoLines(const Ui& ui, const OverLine& over, const std::string& main, bool isSelected, float indent) {
    const std::string whole = over.whole();
    ui.glyphs->need(whole);
    ui.glyphs->need(main);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = ui(eventRowHeightPixels());
    const bool isPressed = ImGui::InvisibleButton("row", {std::max(1.0f, width), height});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (isSelected || ImGui::IsItemHovered())
        list.AddRectFilled(at, {at.x + width, at.y + height - ui(2)},
                           isSelected ? colors::accentSoft : colors::hover, ui(6));
    const float room = width - indent - ui(8);
    const float small = ui.fonts.small->FontSize * ImGui::GetIO().FontGlobalScale;
    const float body = ui.fonts.body->FontSize * ImGui::GetIO().FontGlobalScale;
    list.AddText(ui.fonts.small, small, {at.x + indent, at.y + ui(3)}, colors::inkSoft,
                 fitted(over, ui.fonts.small, room).c_str());
    list.AddText(ui.fonts.body, body, {at.x + indent, at.y + ui(20)}, colors::ink,
                 cut(main, ui.fonts.body, room).c_str());
    if (ImGui::IsItemHovered() &&
        (widthOf(ui.fonts.body, main) > room || widthOf(ui.fonts.small, whole) > room))
        tooltip(ui, (whole + "\n" + main).c_str());
    return isPressed;
}

void drawRecordRow(const Ui& ui, Workspace& workspace, const model::Id& id, const OverLine& over,
                   const std::string& main) {
    ImGui::PushID(id.c_str());
    if (twoLines(ui, over, main, workspace.session.history.current().id == id, ui(8)))
        select(workspace.session, id);
    ImGui::PopID();
}

} // namespace

double eventRowHeightPixels() {
    return 46;
}

void scrollToWantedRow(const Ui& ui, double spacingUnits) {
    const std::optional<int> row = ui.focus->wantedRow();
    if (!row)
        return;
    const float height = ui(eventRowHeightPixels()) + static_cast<float>(spacingUnits);
    const float top = ImGui::GetCursorPosY() + static_cast<float>(*row) * height;
    const float room = ImGui::GetWindowHeight();
    if (top < ImGui::GetScrollY())
        ImGui::SetScrollY(top);
    else if (top + height > ImGui::GetScrollY() + room)
        ImGui::SetScrollY(top + height - room);
}

void drawEventRow(const Ui& ui, Workspace& workspace, std::size_t index) {
    const model::Casebook& casebook = *workspace.session.casebook;
    const model::Event& event = casebook.events[index];
    ImGui::PushID(event.id.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool isPressed = twoLines(ui, {placeOf(casebook, event), shortDate(event.date)}, sentenceOf(event),
                                    workspace.session.history.current().id == event.id, ui(28));
    drawSymbol(*ImGui::GetWindowDrawList(), event.kind, event.assertion, {at.x + ui(14), at.y + ui(21)},
               ui(6));
    if (isPressed)
        select(workspace.session, event.id);
    ImGui::PopID();
}

void ListPanel::refresh(const Session& session, const timeline::Timeline& timeline) {
    const bool isSameMoment = !_onlyShown || _listedMoment == session.view.moment;
    if (_listedCasebook == session.casebook && _listedFilter == session.view.filter &&
        _listedOnlyShown == _onlyShown && isSameMoment)
        return;
    std::set<std::uint32_t> shown;
    if (_onlyShown)
        for (const timeline::Visible& visible : timeline.at(session.view.moment))
            shown.insert(visible.event);
    _listing = list(*session.casebook, timeline, session.view.filter, _onlyShown ? &shown : nullptr);
    _listedCasebook = session.casebook;
    _listedFilter = session.view.filter;
    _listedOnlyShown = _onlyShown;
    _listedMoment = session.view.moment;
}

void ListPanel::drawSearch(const Ui& ui, Workspace& workspace, const Layout& layout) {
    timeline::Filter& filter = workspace.session.view.filter;
    if (workspace.wantsSearch) {
        ImGui::SetKeyboardFocusHere();
        workspace.wantsSearch = false;
    }
    const double room = ImGui::GetContentRegionAvail().x / ui.pixel;
    field(ui, "##search", core::tr("Search in any script (Ctrl+F)"), filter.text,
          room - 36 - (filter.text.empty() ? 0 : 32) - (layout.title.isEmpty() ? 34 : 0));
    if (!filter.text.empty()) {
        ImGui::SameLine(0, ui(2));
        if (iconButton(ui, "clear", Icon::close, core::tr("Clear the search"), false, 28))
            filter.text.clear();
    }
    ImGui::SameLine(0, ui(4));
    if (iconButton(ui, "filters", Icon::filter, core::tr("Filters"), workspace.isFilterOpen))
        workspace.isFilterOpen = !workspace.isFilterOpen;
    if (!layout.title.isEmpty())
        return;
    ImGui::SameLine(0, ui(4)); // the card with the button has made way
    if (iconButton(ui, "fold", Icon::list, core::tr("Fold the lists away"), true))
        workspace.settings.isListOpen = false;
}

void ListPanel::drawPlaces(const Ui& ui, Workspace& workspace) {
    constexpr std::size_t most = 3, leastBytes = 2;
    const Session& session = workspace.session;
    const std::string& typed = session.view.filter.text;
    if (typed != _placesText || session.casebook != _placesCasebook) {
        _placesText = typed;
        _placesCasebook = session.casebook;
        _places.clear();
        if (typed.size() >= leastBytes)
            _places = scene::findPlaces(typed, *session.casebook, *workspace.materials.basemap, most);
    }
    for (std::size_t i = 0; i < _places.size(); ++i) {
        const scene::FoundPlace& place = _places[i];
        std::string name = place.names.en;
        for (const std::string* other : {&place.names.zh, &place.names.ko})
            name += other->empty() ? "" : " " + *other;
        const std::string label = core::trf("Go to {0}", name);
        ImGui::PushID(static_cast<int>(i));
        if (chip(ui, label, false))
            goTo(workspace.session, place.position);
        ImGui::PopID();
    }
}

void ListPanel::drawTabs(const Ui& ui, Workspace& workspace) {
    const std::pair<ListTab, std::string> tabs[] = {
        {ListTab::events, core::trf("Events {0}", _listing.events.size())},
        {ListTab::cases, core::trf("Cases {0}", _listing.cases.size())},
        {ListTab::sources, core::trf("Sources {0}", _listing.sources.size())},
        {ListTab::tallies, core::trf("Tallies {0}", _listing.tallies.size())}};
    const float wholeRoom = ImGui::GetContentRegionAvail().x;
    float room = wholeRoom;
    for (const auto& [tab, label] : tabs) {
        const bool isOn = workspace.tab == tab;
        ImFont* face = ui.fonts.small;
        const float width = widthOf(face, label) + ui(12), height = ui(26);
        if (tab != ListTab::events && width > room) {
            ImGui::NewLine();
            room = wholeRoom;
        }
        const ImVec2 at = ImGui::GetCursorScreenPos();
        room -= width + ui(2);
        ImGui::PushID(static_cast<int>(tab));
        if (ImGui::InvisibleButton("tab", {width, height}))
            workspace.tab = tab;
        ui.focus->note();
        ImGui::PopID();
        ImDrawList& list = *ImGui::GetWindowDrawList();
        if (ImGui::IsItemHovered())
            list.AddRectFilled(at, {at.x + width, at.y + height - ui(4)}, colors::hover, ui(5));
        list.AddText(face, face->FontSize * ImGui::GetIO().FontGlobalScale, {at.x + ui(6), at.y + ui(3)},
                     isOn ? colors::accent : colors::inkSoft, label.c_str());
        if (isOn)
            list.AddRectFilled({at.x + ui(6), at.y + height - ui(3)},
                               {at.x + width - ui(6), at.y + height - ui(1)}, colors::accent, ui(1));
        ImGui::SameLine(0, ui(2));
    }
    ImGui::NewLine();
}

/// The words by which a letter finds a row.
std::string ListPanel::rowWords(const Workspace& workspace, std::size_t index) {
    const model::Casebook& casebook = *workspace.session.casebook;
    switch (workspace.tab) {
    case ListTab::events: {
        const std::string place = placeOf(casebook, casebook.events[index]);
        return place.empty() ? sentenceOf(casebook.events[index]) : place;
    }
    case ListTab::cases:
        return casebook.cases[index].title.empty() ? casebook.cases[index].id : casebook.cases[index].title;
    case ListTab::sources:
        return casebook.sources[index].publisher.empty() ? casebook.sources[index].title
                                                         : casebook.sources[index].publisher;
    case ListTab::tallies:
        return casebook.tallies[index].compiler;
    }
    return {};
}

void ListPanel::goToTyped(const Ui& ui, const Workspace& workspace, const std::vector<std::size_t>& shown) {
    const std::optional<std::string> typed = ui.focus->takeTyped();
    if (!typed)
        return;
    const auto begins = [&](std::size_t index) {
        const std::string words = rowWords(workspace, index);
        return words.size() >= typed->size() &&
               std::equal(typed->begin(), typed->end(), words.begin(),
                          [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); });
    };
    if (const auto found = std::ranges::find_if(shown, begins); found != shown.end())
        ui.focus->wantRow(static_cast<int>(found - shown.begin()));
}

void ListPanel::drawRows(const Ui& ui, Workspace& workspace) {
    const model::Casebook& casebook = *workspace.session.casebook;
    const auto& shown = workspace.tab == ListTab::events    ? _listing.events
                        : workspace.tab == ListTab::cases   ? _listing.cases
                        : workspace.tab == ListTab::sources ? _listing.sources
                                                            : _listing.tallies;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ui.at(8, 0));
    // Where filters leave too little, the whole card scrolls.
    const float least = ui(3 * eventRowHeightPixels());
    ImGui::BeginChild("rows", {0, std::max(least, ImGui::GetContentRegionAvail().y)}, false);
    if (shown.empty())
        words(ui, whyNothingIsListed(workspace), colors::inkSoft);
    const auto count = static_cast<int>(shown.size());
    goToTyped(ui, workspace, shown);
    scrollToWantedRow(ui);
    ImGuiListClipper clipper;
    clipper.Begin(count, ui(eventRowHeightPixels()));
    while (clipper.Step())
        for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
            const std::size_t index = shown[static_cast<std::size_t>(row)];
            if (workspace.tab == ListTab::events) {
                drawEventRow(ui, workspace, index);
            } else if (workspace.tab == ListTab::cases) {
                const model::Case& group = casebook.cases[index];
                const auto events = model::eventsOfCase(casebook, group.id);
                drawRecordRow(
                    ui, workspace, group.id,
                    {core::trn(static_cast<long>(events.size()), "{0} event", "{0} events", events.size()),
                     events.empty() ? "" : shortDate(events.front()->date)},
                    group.title.empty() ? group.id : group.title);
            } else if (workspace.tab == ListTab::sources) {
                const model::Source& source = casebook.sources[index];
                drawRecordRow(
                    ui, workspace, source.id,
                    {source.publisher, source.published.isKnown() ? shortDate(source.published) : ""},
                    source.title.empty() ? source.id : source.title);
            } else {
                const model::Tally& tally = casebook.tallies[index];
                drawRecordRow(ui, workspace, tally.id, {tally.compiler, shortDate(tally.window)},
                              fmt::format("{} {}", tally.value.inWords(), tally.measure));
            }
            ui.focus->noteRow(row, count);
        }
    ImGui::EndChild();
    ImGui::PopStyleVar();
}

void ListPanel::draw(const Ui& ui, Workspace& workspace, const Layout& layout,
                     const timeline::Timeline& timeline) {
    if (layout.list.isEmpty())
        return;
    refresh(workspace.session, timeline);
    if (beginCard(ui, "lists", layout.list)) {
        drawSplitter(ui, "width", layout.list, true, workspace.settings.listWidth, 240, 640);
        drawSearch(ui, workspace, layout);
        drawPlaces(ui, workspace);
        if (workspace.isFilterOpen)
            drawFilters(ui, workspace);
        drawActiveFilters(ui, workspace.session);
        drawTabs(ui, workspace);
        if (workspace.tab == ListTab::events && chip(ui, core::tr("Only those on the map now"), _onlyShown))
            _onlyShown = !_onlyShown;
        drawRows(ui, workspace);
    }
    endCard();
}

} // namespace surplace::app
