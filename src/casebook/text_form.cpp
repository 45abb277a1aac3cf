#include "casebook/casebook_file.hpp"
#include "casebook/csv_table.hpp"
#include "casebook/draft.hpp"
#include "casebook/row_problem.hpp"
#include "core/translation.hpp"
#include <unordered_set>

namespace surplace::casebook {

namespace {

namespace fs = std::filesystem;
using core::Problem;

/// Reads the files of one folder in the order in which they refer to each other.
class TextFormReader {
public:
    TextFormReader(const fs::path& folder, const core::Progress& progress)
        : _folder(folder), _progress(progress) {
        _context.typed = true;
    }

    Import read() {
        readProperties();
        readRecords(_draft.sources, true);
        _sources = indexOf(_draft.sources);
        readRecords(_draft.places, false);
        skipPlacesWithoutSides();
        readRecords(_draft.cases, false);
        _cases = indexOf(_draft.cases);
        readRecords(_draft.events, true);
        _events = indexOf(_draft.events);
        readRecords(_draft.tallies, false);
        _tallies = indexOf(_draft.tallies);
        nameEvents();
        skipEventsWithoutTargets();
        std::vector<FurtherCitation> further;
        readRecords(further, false);
        addCitations(std::move(further));
        readRecords(_draft.eventLinks, false);
        readRecords(_draft.tallyRelations, false);
        warnOfOtherFiles();
        _import.rowsSkipped = _import.rowsRead - _import.rowsLoaded;
        _import.casebook = std::move(_draft).finish();
        return std::move(_import);
    }

private:
    /// Calls `take` for every row; what it throws is noted and the row counts as skipped.
    template <class Take>
    void forEachRow(CsvReader& reader, const std::string& file, const Take& take) {
        while (reader.next()) {
            if (++_import.rowsRead % 1024 == 1)
                _progress.step(reader.bytesRead(), reader.bytesTotal());
            try {
                take();
                ++_import.rowsLoaded;
            } catch (const core::Error& error) {
                _import.problems.push_back(rowProblem(error, file, reader.row()));
            }
        }
    }

    void readProperties() {
        const std::string file = "casebook.csv";
        if (!fs::exists(_folder / file))
            return;
        CsvReader reader(_folder / file);
        const std::vector<std::string_view> columns{"key", "value"};
        requireHeader(reader, (_folder / file).string(), columns, columns);
        const bool keyFirst = reader.header().front() == "key";
        forEachRow(reader, file, [&] {
            requireNamedCells(reader);
            const std::string_view first = reader.cells().front();
            const std::string_view second =
                reader.cells().size() > 1 ? reader.cells()[1] : std::string_view{};
            readDeclaredOrProperty(keyFirst ? first : second, keyFirst ? second : first);
        });
    }

    void readDeclaredOrProperty(std::string_view key, std::string_view value) {
        try {
            if (key != "declare")
                readProperty(_draft.properties, key, value);
            else if (normalizedWord(value) == "published")
                _context.sensitivity = model::Sensitivity::s0;
            else if (!value.empty())
                throw core::Error(core::trf("\"{0}\" cannot be declared", value), {},
                                  core::tr("The one declaration is \"published\"."));
        } catch (const core::Error& error) {
            throw error.within({"", "", 0, "value"});
        }
    }

    template <class Record>
    void readRecords(std::vector<Record>& records, bool mustExist) {
        const std::string file = std::string(tableOf<Record>()) + ".csv";
        if (!fs::exists(_folder / file)) {
            if (mustExist)
                throw core::Error(core::trf("the file {0} is missing", file), {_folder.string(), "", 0, ""},
                                  core::tr("A text form needs sources.csv and events.csv."));
            return;
        }
        CsvReader reader(_folder / file);
        std::vector<std::string_view> required, known;
        for (const auto& column : columnsOf<Record>()) {
            known.push_back(column.name);
            if (column.required)
                required.push_back(column.name);
        }
        requireHeader(reader, (_folder / file).string(), required, known);
        const std::vector<int> cellOfColumn = cellsOf<Record>(reader);
        _context.decimalComma = reader.usesDecimalComma();
        std::unordered_set<std::string> ids;
        forEachRow(reader, file, [&] {
            Record record = recordFrom<Record>(reader, cellOfColumn, _context);
            if constexpr (requires { record.id; })
                if (!record.id.empty() && !ids.insert(record.id).second)
                    throw core::Error(core::trf("the id \"{0}\" stands twice", record.id), {"", "", 0, "id"},
                                      core::tr("Give one of the two rows another id."));
            requireReferences(record);
            if constexpr (std::is_same_v<Record, model::Tally>)
                requireIdOfItsOwn(record);
            if constexpr (std::is_same_v<Record, model::Event>)
                finishEvent(record, reader.row());
            if constexpr (std::is_same_v<Record, model::Place>)
                _placeRows.push_back(reader.row());
            records.push_back(std::move(record));
        });
    }

    void require(const IdIndex& index, const model::Id& id, const char* field, const char* file) const {
        if (!id.empty() && !index.contains(id))
            throw core::Error(core::trf("there is no \"{0}\" in {1}", id, file), {"", "", 0, field},
                              core::trf("Correct the id, or add a row to {0}.", file));
    }

    void requireReferences(const model::Source&) const {}
    void requireReferences(const model::Place&) const {} // the sides of a crossing may come later in the file
    void requireReferences(const model::Case&) const {}
    void requireReferences(const model::Event& event) const {
        require(_sources, event.citations.front().sourceId, "source", "sources.csv");
        require(_places, event.placeId, "place", "places.csv");
        require(_places, event.fromPlaceId, "from_place", "places.csv");
        require(_places, event.toPlaceId, "to_place", "places.csv");
        require(_places, event.crossingId, "crossing", "places.csv");
        require(_cases, event.caseId, "case", "cases.csv");
    }
    void requireReferences(const model::Tally& tally) const {
        require(_sources, tally.citations.front().sourceId, "source", "sources.csv");
        require(_places, tally.placeId, "place", "places.csv");
    }
    void requireReferences(const FurtherCitation& row) const {
        require(_sources, row.citation.sourceId, "source", "sources.csv");
        requireEventOrTally(row.record, "record");
    }
    void requireReferences(const model::EventLink& link) const {
        require(_events, link.fromId, "from", "events.csv");
        require(_events, link.toId, "to", "events.csv");
    }
    void requireReferences(const model::TallyRelation& relation) const {
        requireEventOrTally(relation.fromId, "from");
        requireEventOrTally(relation.toId, "to");
    }
    void requireEventOrTally(const model::Id& id, const char* field) const {
        if (!_events.contains(id))
            require(_tallies, id, field, core::tr("events.csv or tallies.csv"));
    }

    void requireIdOfItsOwn(const model::Tally& tally) const {
        if (_events.contains(tally.id))
            throw core::Error(core::trf("an event has the id \"{0}\" already", tally.id), {"", "", 0, "id"},
                              core::tr("Give one of the two another id."));
    }

    /// Skips records until none is left that `missing` finds a fault in, since others may name a skipped one.
    template <class Record, class Missing>
    void skipUntilWhole(std::vector<Record>& records, std::vector<long>& rows, const std::string& file,
                        IdIndex& index, const Missing& missing) {
        for (bool isWhole = false; !isWhole;) {
            index = indexOf(records);
            isWhole = true;
            std::vector<std::size_t> kept;
            for (std::size_t i = 0; i < records.size(); ++i) {
                try {
                    missing(records[i]);
                    kept.push_back(i);
                } catch (const core::Error& error) {
                    _import.problems.push_back(rowProblem(error, file, rows[i]));
                    --_import.rowsLoaded;
                    isWhole = false;
                }
            }
            for (std::size_t i = 0; i < kept.size(); ++i) {
                if (kept[i] != i)
                    records[i] = std::move(records[kept[i]]);
                rows[i] = rows[kept[i]];
            }
            records.resize(kept.size());
            rows.resize(kept.size());
        }
    }

    void skipPlacesWithoutSides() {
        skipUntilWhole(_draft.places, _placeRows, "places.csv", _places, [this](const model::Place& place) {
            require(_places, place.cnSide, "cn_side", "places.csv");
            require(_places, place.kpSide, "kp_side", "places.csv");
        });
    }

    void skipEventsWithoutTargets() {
        skipUntilWhole(_draft.events, _eventRows, "events.csv", _events, [this](const model::Event& event) {
            require(_events, event.roleOf, "role_of", "events.csv");
            for (const model::TallyLink& link : event.details->tallies)
                require(_tallies, link.tallyId, "tallies", "tallies.csv");
        });
    }

    void finishEvent(model::Event& event, long row) {
        _eventRows.push_back(row);
        if (!_context.precisionGiven) {
            const auto place = _places.find(event.placeId);
            event.precision = precisionOf(place == _places.end() ? nullptr : &_draft.places[place->second]);
        }
    }

    /// Gives events without an id one made from their row: E0001 for the first row under the header.
    void nameEvents() {
        std::unordered_set<std::string> ids;
        for (const model::Event& event : _draft.events)
            ids.insert(event.id);
        for (const model::Tally& tally : _draft.tallies)
            ids.insert(tally.id);
        for (std::size_t i = 0; i < _draft.events.size(); ++i) {
            if (!_draft.events[i].id.empty())
                continue;
            const long number = _eventRows[i] - 1;
            std::string id = fmt::format("E{:04}", number);
            for (int n = 2; !ids.insert(id).second; ++n)
                id = fmt::format("E{:04}-{}", number, n);
            _draft.events[i].id = std::move(id);
        }
    }

    void addCitations(std::vector<FurtherCitation> further) {
        for (FurtherCitation& row : further) {
            const auto event = _events.find(row.record);
            auto& citations = event != _events.end() ? _draft.events[event->second].citations
                                                     : _draft.tallies[_tallies.at(row.record)].citations;
            citations.push_back(std::move(row.citation));
        }
    }

    void warnOfOtherFiles() {
        std::vector<std::string> others;
        for (const auto& entry : fs::directory_iterator(_folder)) {
            const std::string stem = entry.path().stem().string();
            const std::string known =
                ",casebook,sources,places,cases,events,citations,event_links,tallies,tally_relations,";
            if (entry.path().extension() == ".csv" && known.find("," + stem + ",") == std::string::npos)
                others.push_back(entry.path().filename().string());
        }
        std::sort(others.begin(), others.end());
        for (const std::string& file : others)
            _import.problems.push_back(
                {Problem::Severity::warning,
                 {file, "", 0, ""},
                 core::tr("This file is not part of the text form and was not read.")});
    }

    fs::path _folder;
    const core::Progress& _progress;
    CellContext _context;
    Draft _draft;
    Import _import;
    IdIndex _sources, _places, _cases, _events, _tallies;
    std::vector<long> _placeRows, _eventRows; ///< rows of the places and events of the draft
};

} // namespace

Import readTextForm(const fs::path& folder, const core::Progress& progress) {
    if (!fs::is_directory(folder))
        throw core::Error(core::tr("there is no such folder"), {folder.string(), "", 0, ""});
    return TextFormReader(folder, progress).read();
}

} // namespace surplace::casebook
