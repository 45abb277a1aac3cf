#include "casebook/casebook_file.hpp"
#include "casebook/draft.hpp"
#include "casebook/guide.hpp"
#include "core/safe_file.hpp"
#include "core/translation.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace surplace::casebook {

namespace {

namespace fs = std::filesystem;

/// Quotes are written only where a reader needs them, so that a text form stays readable and its bytes are
/// one of a kind.
void appendCell(std::string& line, std::string_view cell) {
    const bool needsQuotes = cell.find_first_of(",\"\r\n") != std::string_view::npos || cell != trimmed(cell);
    if (!needsQuotes) {
        line += cell;
        return;
    }
    line += '"';
    for (const char c : cell) {
        line += c;
        if (c == '"')
            line += c;
    }
    line += '"';
}

template <class Record>
std::string headerLine() {
    std::string line;
    for (const auto& column : columnsOf<Record>())
        line += fmt::format("{}{}", line.empty() ? "" : ",", column.name);
    return line + '\n';
}

template <class Record, class Records>
std::string tableText(const Records& records, bool published) {
    std::string text = headerLine<Record>();
    std::string cell;
    for (const Record& record : records) {
        const char* separator = "";
        for (const auto& column : columnsOf<Record>()) {
            text += separator;
            separator = ",";
            cell.clear();
            if (!(published && column.name == "sensitivity"))
                column.write(record, cell);
            appendCell(text, cell);
        }
        text += '\n';
    }
    return text;
}

/// True when every record is already public: then one declaration says it for all.
bool isPublished(const model::Casebook& casebook) {
    const auto all = [](const auto& table) {
        return std::all_of(table.begin(), table.end(),
                           [](const auto& record) { return record.sensitivity == model::Sensitivity::s0; });
    };
    return !casebook.sources.empty() && all(casebook.sources) && all(casebook.places) &&
           all(casebook.cases) && all(casebook.events) && all(casebook.tallies);
}

std::string propertiesText(const model::Casebook& casebook, bool published) {
    std::string text = "key,value\n";
    const auto append = [&text](std::string_view key, std::string_view value) {
        text += key;
        text += ',';
        appendCell(text, value);
        text += '\n';
    };
    for (const auto& [key, value] : propertiesOf(casebook))
        append(key, value);
    if (published)
        append("declare", "published");
    return text;
}

using File = std::pair<std::string, std::string>; ///< name and content

std::vector<File> filesOf(const model::Casebook& casebook) {
    const bool published = isPublished(casebook);
    return {{"casebook.csv", propertiesText(casebook, published)},
            {"sources.csv", tableText<model::Source>(casebook.sources, published)},
            {"places.csv", tableText<model::Place>(casebook.places, published)},
            {"cases.csv", tableText<model::Case>(casebook.cases, published)},
            {"events.csv", tableText<model::Event>(casebook.events, published)},
            {"citations.csv", tableText<FurtherCitation>(furtherCitationsOf(casebook), published)},
            {"event_links.csv", tableText<model::EventLink>(casebook.eventLinks, published)},
            {"tallies.csv", tableText<model::Tally>(casebook.tallies, published)},
            {"tally_relations.csv", tableText<model::TallyRelation>(casebook.tallyRelations, published)}};
}

void writeFiles(const std::vector<File>& files, const fs::path& folder, bool overwrite) {
    std::error_code error;
    if (!overwrite)
        for (const auto& [name, content] : files)
            if (fs::exists(folder / name, error))
                throw core::Error(core::trf("the folder already holds {0}; choose another one, or add "
                                            "--overwrite to replace the tables in it",
                                            name),
                                  {folder.string(), "", 0, ""});
    const bool isNew = fs::create_directories(folder, error);
    if (!fs::is_directory(folder))
        throw core::Error(core::trf("the folder cannot be made ({0})", error.message()),
                          {folder.string(), "", 0, ""}, core::tr("Choose another place."));
    try {
        for (const auto& [name, content] : files)
            core::writeSafely(folder / name, content);
    } catch (const core::Error&) {
        // A form that is only half there would be taken for a whole one.
        for (const auto& [name, content] : files)
            if (!overwrite)
                fs::remove(folder / name, error);
        if (isNew)
            fs::remove(folder, error);
        throw;
    }
}

} // namespace

void writeTextForm(const model::Casebook& casebook, const fs::path& folder, bool overwrite) {
    writeFiles(filesOf(casebook), folder, overwrite);
}

void writeTemplate(const fs::path& folder, bool overwrite) {
    std::vector<File> files = filesOf({});
    files.emplace_back("README.txt", std::string(templateGuide));
    writeFiles(files, folder, overwrite);
}

} // namespace surplace::casebook
