#include "app/analysis.hpp"
#include "app/workspace.hpp"
#include "scene/overlay_units.hpp"
#include <filesystem>

namespace surplace::app {
namespace {

void run(Workspace& workspace, std::string what, Background::Work work) {
    if (!workspace.background->start(std::move(what), std::move(work)))
        sayError(workspace, "Please wait: " + workspace.background->what() + ".");
}

/// The field that most likely holds names.
std::string likelyName(const std::vector<std::string>& fields) {
    for (const std::string& field : fields)
        for (const char* word : {"name", "NAME", "Name"})
            if (field.find(word) != std::string::npos)
                return field;
    return fields.empty() ? "" : fields.front();
}

} // namespace

void chooseOwnAreas(Workspace& workspace, const std::string& file) {
    run(workspace, "reading " + std::filesystem::path(file).filename().string(),
        [&workspace, file](const std::atomic<bool>&) -> Background::Finish {
            auto fields = basemap::ownAreaFields(file);
            return [&workspace, file, fields = std::move(fields)] {
                Analysis& analysis = workspace.analysis;
                analysis.file = file;
                analysis.fields = fields;
                analysis.nameField = likelyName(fields);
                analysis.numberField.clear();
                analysis.isOpen = true;
                readOwnAreas(workspace);
            };
        });
}

void readOwnAreas(Workspace& workspace) {
    const Analysis& asked = workspace.analysis;
    if (asked.file.empty() || asked.nameField.empty())
        return;
    // A rate without a word for what it is stated against is none.
    const bool hasRates = !asked.numberField.empty() && !asked.numberName.empty();
    run(workspace, "reading " + std::filesystem::path(asked.file).filename().string(),
        [&workspace, file = asked.file, name = asked.nameField, number = hasRates ? asked.numberField : "",
         numberName = hasRates ? asked.numberName : ""](const std::atomic<bool>&) -> Background::Finish {
            auto units = scene::ownUnits(basemap::readOwnAreas(file, name, number), numberName, 100'000);
            return [&workspace, units] {
                scene::View& view = workspace.session.view;
                if (!view.overlay) {
                    view.overlay = scene::Overlay{};
                    view.overlay->kind = workspace.session.countedKind;
                }
                view.overlay->look = scene::Overlay::Look::shade;
                view.overlay->by = analysis::Basis::ownAreas;
                view.overlay->ownAreas = units;
            };
        });
}

} // namespace surplace::app
