#include "app/panels.hpp"
#include "core/error.hpp"
#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

/// What is counted and laid over the map: by province, border reach or own areas, as a density, against
/// another period.
namespace surplace::app {
namespace {

using analysis::Basis;
using scene::Overlay;

constexpr double widthPixels = 300, labelPixels = 78;

void label(const Ui& ui, const char* text) {
    ImGui::AlignTextToFramePadding();
    ImGui::PushStyleColor(ImGuiCol_Text, colors::inkSoft);
    ImGui::TextUnformatted(text);
    ImGui::PopStyleColor();
    ImGui::SameLine(ui(labelPixels));
}

double room(const Ui& ui) {
    return ImGui::GetContentRegionAvail().x / ui.pixel;
}

/// The five things that can be laid over the map.
enum class Shown { marks, provinces, reaches, ownAreas, density };
constexpr std::array<std::pair<Shown, const char*>, 5> choices{{{Shown::marks, "Marks only"},
                                                                {Shown::provinces, "Provinces, shaded"},
                                                                {Shown::reaches, "Border reaches, shaded"},
                                                                {Shown::ownAreas, "My own areas, shaded"},
                                                                {Shown::density, "Density"}}};

Shown shownBy(const scene::View& view) {
    if (!view.overlay)
        return Shown::marks;
    if (view.overlay->look == Overlay::Look::density)
        return Shown::density;
    return view.overlay->by == Basis::provinces ? Shown::provinces
           : view.overlay->by == Basis::reaches ? Shown::reaches
                                                : Shown::ownAreas;
}

void show(Workspace& workspace, Shown shown) {
    scene::View& view = workspace.session.view;
    workspace.analysis.refusal.clear();
    if (shown == Shown::marks) {
        view.overlay.reset();
        return;
    }
    if (shown == Shown::ownAreas && (!view.overlay || !view.overlay->ownAreas)) {
        workspace.dialog = Dialog::ownAreas;
        return;
    }
    if (!view.overlay) {
        view.overlay = Overlay{};
        view.overlay->kind = workspace.session.countedKind;
    }
    view.overlay->look = shown == Shown::density ? Overlay::Look::density : Overlay::Look::shade;
    view.overlay->by = shown == Shown::reaches    ? Basis::reaches
                       : shown == Shown::ownAreas ? Basis::ownAreas
                                                  : Basis::provinces;
    if (shown == Shown::density)
        view.overlay->minus.reset();
}

void chooseShown(const Ui& ui, Workspace& workspace) {
    const Shown now = shownBy(workspace.session.view);
    label(ui, "Show");
    const auto* known = std::ranges::find(choices, now, &std::pair<Shown, const char*>::first);
    if (!beginChoice(ui, "##shown", known->second, room(ui)))
        return;
    for (const auto& [shown, text] : choices)
        if (ImGui::Selectable(text, shown == now))
            show(workspace, shown);
    ImGui::EndCombo();
}

void chooseKind(const Ui& ui, Overlay& overlay) {
    label(ui, "Count");
    if (beginChoice(ui, "##kind", std::string(model::title(overlay.kind)), room(ui))) {
        for (const auto kind : model::allValues<model::EventKind>())
            if (ImGui::Selectable(std::string(model::title(kind)).c_str(), kind == overlay.kind))
                overlay.kind = kind;
        ImGui::EndCombo();
    }
    if (overlay.look == Overlay::Look::density)
        return;
    label(ui, "");
    using analysis::Measure;
    if (model::isContext(overlay.kind))
        overlay.measure = Measure::incidents;
    if (chip(ui, "Incidents", overlay.measure == Measure::incidents))
        overlay.measure = Measure::incidents;
    if (model::isContext(overlay.kind))
        return;
    ImGui::SameLine(0, ui(6));
    if (chip(ui, "People", overlay.measure == Measure::people, "As far as figures are given, as ranges"))
        overlay.measure = Measure::people;
}

void chooseFields(const Ui& ui, Workspace& workspace) {
    Analysis& analysis = workspace.analysis;
    if (button(ui, "Other file…"))
        workspace.dialog = Dialog::ownAreas;
    const auto choose = [&](const char* id, const char* title, std::string& value, const char* none) {
        label(ui, title);
        if (!beginChoice(ui, id, value.empty() ? none : value, room(ui)))
            return false;
        bool isChosen = false;
        if (none[0] != '\0' && ImGui::Selectable(none, value.empty())) {
            value.clear();
            isChosen = true;
        }
        for (const std::string& each : analysis.fields)
            if (ImGui::Selectable(each.c_str(), each == value)) {
                value = each;
                isChosen = true;
            }
        ImGui::EndCombo();
        return isChosen;
    };
    bool isNew = choose("##name", "Names", analysis.nameField, "");
    isNew |= choose("##number", "Rates per", analysis.numberField, "no rates");
    if (!analysis.numberField.empty()) {
        label(ui, "that is");
        isNew |= field(ui, "##numbername", "registered population 2010", analysis.numberName, 0,
                       ImGuiInputTextFlags_EnterReturnsTrue);
        if (analysis.numberName.empty())
            words(ui, "Say what the numbers are, then press Enter: a rate is of something.", colors::inkSoft,
                  ui.fonts.small);
    }
    if (isNew)
        readOwnAreas(workspace);
}

void chooseCompared(const Ui& ui, Workspace& workspace, Overlay& overlay) {
    Analysis& analysis = workspace.analysis;
    label(ui, "Minus");
    if (field(ui, "##compared", "another period: 2007/2012", analysis.comparedPeriod)) {
        analysis.comparedProblem.clear();
        overlay.minus.reset();
        try {
            if (!analysis.comparedPeriod.empty()) {
                const model::Edtf date = model::Edtf::parse(analysis.comparedPeriod);
                if (date.earliest() && date.latest())
                    overlay.minus = timeline::Window{*date.earliest(), *date.latest()};
                else
                    analysis.comparedProblem = "Two days are needed, such as 2007/2012.";
            }
        } catch (const core::Error& error) {
            analysis.comparedProblem = error.what();
        }
    }
    if (!analysis.comparedProblem.empty())
        words(ui, analysis.comparedProblem, colors::inkSoft, ui.fonts.small);
}

void chooseBandwidth(const Ui& ui, Workspace& workspace, Overlay& overlay) {
    std::string& text = workspace.analysis.bandwidth;
    label(ui, "Over km");
    if (!field(ui, "##bandwidth", "from the data", text))
        return;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isNumber = error == std::errc() && end == text.data() + text.size() && value >= 5 && value <= 1000;
    overlay.bandwidthKm = isNumber ? std::optional(value) : std::nullopt;
}

void drawChoices(const Ui& ui, Workspace& workspace) {
    chooseShown(ui, workspace);
    auto& overlay = workspace.session.view.overlay;
    if (!overlay) {
        words(ui, "Counts the time and the filters shown, one kind of event at a time, as ranges.", colors::inkSoft,
              ui.fonts.small);
        return;
    }
    chooseKind(ui, *overlay);
    if (overlay->look == Overlay::Look::density) {
        chooseBandwidth(ui, workspace, *overlay);
    } else {
        if (overlay->by == Basis::ownAreas)
            chooseFields(ui, workspace);
        chooseCompared(ui, workspace, *overlay);
    }
    label(ui, "");
    if (chip(ui, "Marks stay", overlay->marks))
        overlay->marks = !overlay->marks;
    if (!workspace.analysis.refusal.empty())
        words(ui, workspace.analysis.refusal, IM_COL32(160, 62, 34, 255), ui.fonts.small);
}

} // namespace

void drawAnalysisCard(const Ui& ui, Workspace& workspace, const Layout& layout) {
    if (!workspace.analysis.isOpen || layout.toolbar.isEmpty())
        return;
    const double right = layout.inspector.isEmpty() ? layout.toolbar.maxX : layout.inspector.minX - 8;
    const double top = layout.toolbar.maxY + 8;
    geo::ScreenBox box;
    box.add(std::max(10.0, right - widthPixels), top);
    box.add(right, top);
    if (beginCard(ui, "analysis", box)) {
        heading(ui, "Count and compare");
        ImGui::SameLine(ImGui::GetWindowWidth() - ui(34));
        if (iconButton(ui, "closeanalysis", Icon::close, "Close", false, 22))
            workspace.analysis.isOpen = false;
        drawChoices(ui, workspace);
    }
    endCard();
}

} // namespace surplace::app
