#include "casebook/casebook_file.hpp"
#include "casebook/csv_table.hpp"
#include "casebook/draft.hpp"
#include "casebook/place_finder.hpp"
#include "casebook/row_problem.hpp"
#include <array>
#include <deque>
#include <unordered_set>

namespace surplace::casebook {

namespace {

using model::Id;
using model::Place;

/// Columns of an events CSV beside those of events.csv: they describe a place or a source that the casebook
/// does not have yet.
constexpr std::array<std::string_view, 7> placeColumnNames{"lon",     "lat",     "name_en",       "name_zh",
                                                           "name_ko", "country", "uncertainty_km"};
constexpr std::array<std::string_view, 4> sourceColumnNames{"publisher", "published", "url", "language"};
constexpr std::string_view placeKindColumn = "place_kind";
/// Columns of events.csv whose cells may be names instead of ids.
constexpr std::array<std::string_view, 6> linkColumns{"place",    "source",   "from_place",
                                                      "to_place", "crossing", "case"};

template <class Names>
bool holds(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Adds the rows of one events CSV to a casebook.
class EventsImporter {
public:
    EventsImporter(const std::filesystem::path& csv, const model::Casebook& base,
                   const ImportOptions& options)
        : _base(base), _reader(csv), _file(csv.filename().string()),
          _sensitivity(options.published ? model::Sensitivity::s0 : model::Sensitivity::s3),
          _noPlacesRemedy(options.noPlacesRemedy) {
        _context.typed = true;
        _context.decimalComma = _reader.usesDecimalComma();
        requireColumns(csv.string());
        for (const Place& place : base.places)
            _finder.add(place);
        for (const model::Source& source : base.sources)
            _sourceOfTitle.emplace(normalizedWord(source.title), source.id);
    }

    Import run(const core::Progress& progress) {
        while (_reader.next()) {
            if (++_import.rowsRead % 1024 == 1)
                progress.step(_reader.bytesRead(), _reader.bytesTotal());
            try {
                takeRow();
                ++_import.rowsLoaded;
            } catch (const core::Error& error) {
                ++_import.rowsSkipped;
                _import.problems.push_back(rowProblem(error, _file, _reader.row()));
            }
        }
        nameEvents();
        _import.casebook = _base;
        if (!_base.events.empty() && !_newEvents.empty())
            _import.casebook.asOf = {}; // said of the rows that were there, not of these
        _import.casebook.sources = extended(_base.sources, _newSources);
        _import.casebook.places = extended(_base.places, _newPlaces);
        _import.casebook.cases = extended(_base.cases, _newCases);
        _import.casebook.events = extended(_base.events, _newEvents);
        return std::move(_import);
    }

private:
    void requireColumns(const std::string& file) {
        std::vector<std::string_view> known;
        for (const auto& column : columnsOf<model::Event>())
            known.push_back(column.name);
        known.insert(known.end(), placeColumnNames.begin(), placeColumnNames.end());
        known.push_back(placeKindColumn);
        known.insert(known.end(), sourceColumnNames.begin(), sourceColumnNames.end());
        std::vector<std::string_view> required{"kind", "date"};
        if (holds(_reader.header(), "lon") && holds(_reader.header(), "lat"))
            required.insert(required.end(), {"lon", "lat"});
        else
            required.push_back("place");
        requireHeader(_reader, file, required, known);
    }

    std::string_view cell(std::string_view column) const {
        const auto& header = _reader.header();
        const auto found = std::find(header.begin(), header.end(), column);
        const auto index = static_cast<std::size_t>(found - header.begin());
        return found == header.end() || index >= _reader.cells().size() ? std::string_view{}
                                                                        : _reader.cells()[index];
    }

    template <class Record, class Names>
    void readColumns(Record& record, const Names& wanted) {
        for (const auto& column : columnsOf<Record>())
            if (wanted(column.name) && (column.required || !cell(column.name).empty()))
                readCell(record, column, cell(column.name), _context);
    }

    /// Nothing is added unless the whole row is good.
    void takeRow() {
        requireNamedCells(_reader);
        _context.sensitivity = _sensitivity;
        auto event = blankRecord<model::Event>(_context);
        event.citations.emplace_back();
        readColumns(event, [](std::string_view name) { return !holds(linkColumns, name); });
        // What the row brings along is as sensitive as the row.
        _context.sensitivity = event.sensitivity;
        if (!event.id.empty() && (_base.tallies.find(event.id) != nullptr ||
                                  _base.events.find(event.id) != nullptr || _eventIds.contains(event.id)))
            throw core::Error(fmt::format("there is already an event or tally \"{}\"", event.id),
                              {"", "", 0, "id"}, "Give it another id, or leave the cell empty.");
        requireTargets(event);
        event.fromPlaceId = knownPlace("from_place");
        event.toPlaceId = knownPlace("to_place");
        event.crossingId = knownPlace("crossing");
        if (!cell("case").empty())
            event.caseId = idIn("case");
        model::Source source = sourceOfRow();
        const Place* place = placeOfRow();
        if (!_context.precisionGiven)
            event.precision = precisionOf(place);
        event.placeId = place == nullptr ? Id{} : place->id;
        if (event.placeWritten.empty() && place != nullptr && cell("place") != place->id)
            event.placeWritten = cell("place");
        event.citations.front().sourceId = idOfAdded(std::move(source));
        addCase(event.caseId);
        for (const Id& id : {event.placeId, event.fromPlaceId, event.toPlaceId, event.crossingId})
            shareWithRow(_newPlaces, _newPlaceAt, id);
        shareWithRow(_newSources, _newSourceAt, event.citations.front().sourceId);
        shareWithRow(_newCases, _newCaseAt, event.caseId);
        _eventIds.insert(event.id);
        _newEvents.push_back(std::move(event));
    }

    /// Links that must lead somewhere; to earlier rows only, so that no circle can arise.
    void requireTargets(const model::Event& event) const {
        if (!event.roleOf.empty() && _base.events.find(event.roleOf) == nullptr &&
            !_eventIds.contains(event.roleOf))
            throw core::Error(fmt::format("there is no event \"{}\"", event.roleOf), {"", "", 0, "role_of"},
                              "Write the id of an event of the casebook or of a row above.");
        for (const model::TallyLink& link : event.tallies)
            if (_base.tallies.find(link.tallyId) == nullptr)
                throw core::Error(fmt::format("there is no tally \"{}\"", link.tallyId),
                                  {"", "", 0, "tallies"}, "Write the ids of tallies of the casebook.");
    }

    /// A new record that several rows name is as public as the most public of them.
    template <class Records>
    void shareWithRow(Records& records, const std::unordered_map<Id, std::size_t>& positions, const Id& id) {
        const auto found = positions.find(id);
        if (found != positions.end())
            records[found->second].sensitivity =
                std::min(records[found->second].sensitivity, _context.sensitivity);
    }

    Id idIn(std::string_view column) const {
        try {
            return idFrom(cell(column));
        } catch (const core::Error& error) {
            throw error.within({"", "", 0, std::string(column)});
        }
    }

    Id knownPlace(std::string_view column) const {
        const std::string_view name = cell(column);
        if (name.empty() || normalizedWord(name) == "unknown")
            return {};
        return foundPlace(column, name, {})->id;
    }

    core::Error unknownPlace(std::string_view name) const {
        const std::string meant = _finder.likelyMeant(name);
        const std::string remedy = !meant.empty()
                                       ? fmt::format("Write the id of the place that is meant: {}", meant)
                                   : _base.places.empty() ? _noPlacesRemedy
                                                          : "Correct the name";
        return core::Error(fmt::format("\"{}\" is not a place of the casebook", name), {},
                           remedy + ", or fill in lon and lat of a row with it as its place, or write "
                                    "\"unknown\".");
    }

    /// Throws when there is none.
    const Place* foundPlace(std::string_view column, std::string_view name,
                            const std::optional<geo::LonLat>& near) const {
        try {
            const Place* place = _finder.find(name, near);
            if (place == nullptr && !near)
                throw unknownPlace(name);
            return place;
        } catch (const core::Error& error) {
            throw error.within({"", "", 0, std::string(column)});
        }
    }

    const Place* placeOfRow() {
        const std::string_view name = cell("place");
        if (normalizedWord(name) == "unknown")
            return nullptr;
        auto fresh = blankRecord<Place>(_context);
        readColumns(fresh, [](std::string_view column) { return holds(placeColumnNames, column); });
        if (!cell(placeKindColumn).empty())
            fresh.kind = placeKind();
        if (name.empty() && !fresh.position)
            throw core::Error("the cell is empty", {"", "", 0, "place"},
                              "Write a place of the casebook, fill in lon and lat, or write \"unknown\".");
        requirePosition(fresh);
        if (!name.empty())
            if (const Place* found = foundPlace("place", name, fresh.position))
                return found;
        return addPlace(std::move(fresh), name);
    }

    model::PlaceKind placeKind() const {
        try {
            return wordFrom<model::PlaceKind>(cell(placeKindColumn));
        } catch (const core::Error& error) {
            throw error.within({"", "", 0, std::string(placeKindColumn)});
        }
    }

    static void requirePosition(const Place& place) {
        Place named = place;
        named.nameEn = "named";
        requireWhole(named);
    }

    const Place* addPlace(Place place, std::string_view name) {
        if (!name.empty())
            addName(place, name);
        if (place.nameEn.empty() && place.nameZh.empty() && place.nameKo.empty())
            place.nameEn =
                fmt::format("{}, {}", place.position->latitudeDegrees, place.position->longitudeDegrees);
        const std::string& mainName = !place.nameEn.empty()   ? place.nameEn
                                      : !place.nameZh.empty() ? place.nameZh
                                                              : place.nameKo;
        if (const Place* found = _finder.find(mainName, place.position))
            return found;
        place.coordinateSource = _file;
        place.id = freeId("place", _base.places, _placeCount);
        _newPlaceAt.emplace(place.id, _newPlaces.size());
        _newPlaces.push_back(std::move(place));
        _finder.add(_newPlaces.back());
        return &_newPlaces.back();
    }

    /// Hangul is the Korean name, Han characters the Chinese, all else the English; an alias when that name
    /// is given already.
    static void addName(Place& place, std::string_view name) {
        // First bytes in UTF-8: U+4E00-9FFF begin with E4 to E9, Hangul syllables with EA to ED.
        const auto first = static_cast<unsigned char>(name.front());
        std::string& target = first >= 0xEA && first <= 0xED   ? place.nameKo
                              : first >= 0xE4 && first <= 0xE9 ? place.nameZh
                                                               : place.nameEn;
        if (target.empty())
            target = name;
        else if (target != name)
            place.aliases = name;
    }

    /// The source of the row: known by id or title, or new; a row that names none cites the file itself.
    model::Source sourceOfRow() {
        const std::string_view text = cell("source");
        if (const model::Source* known = _base.sources.find(Id(text)))
            return *known;
        const std::string title =
            text.empty() ? fmt::format("Events of the file {}", _file) : std::string(text);
        const auto found = _sourceOfTitle.find(normalizedWord(title));
        auto source = blankRecord<model::Source>(_context);
        if (found != _sourceOfTitle.end()) {
            source.id = found->second;
            return source;
        }
        readColumns(source, [](std::string_view column) { return holds(sourceColumnNames, column); });
        source.title = title;
        return source;
    }

    /// The id of a source, which is added when it has none yet.
    Id idOfAdded(model::Source source) {
        if (!source.id.empty())
            return source.id;
        source.id = freeId("source", _base.sources, _sourceCount);
        _sourceOfTitle.emplace(normalizedWord(source.title), source.id);
        _newSourceAt.emplace(source.id, _newSources.size());
        _newSources.push_back(std::move(source));
        return _newSources.back().id;
    }

    void addCase(const Id& id) {
        if (id.empty() || _base.cases.find(id) != nullptr || !_caseIds.insert(id).second)
            return;
        auto added = blankRecord<model::Case>(_context);
        added.id = added.title = id;
        _newCaseAt.emplace(id, _newCases.size());
        _newCases.push_back(std::move(added));
    }

    template <class Record>
    static Id freeId(std::string_view word, const model::Table<Record>& base, int& count) {
        for (;;) {
            Id id = fmt::format("{}-{}", word, ++count);
            if (base.find(id) == nullptr)
                return id;
        }
    }

    void nameEvents() {
        long number = 0;
        for (model::Event& event : _newEvents) {
            while (event.id.empty()) {
                Id id = fmt::format("E{:04}", ++number);
                if (_base.events.find(id) == nullptr && _base.tallies.find(id) == nullptr &&
                    _eventIds.insert(id).second)
                    event.id = std::move(id);
            }
        }
    }

    template <class Record, class Added>
    static model::Table<Record> extended(const model::Table<Record>& base, const Added& added) {
        if (added.empty())
            return base;
        std::vector<Record> records(base.begin(), base.end());
        records.insert(records.end(), added.begin(), added.end());
        return model::Table<Record>(std::move(records));
    }

    const model::Casebook& _base;
    CsvReader _reader;
    std::string _file;
    model::Sensitivity _sensitivity; ///< of rows that name none
    std::string _noPlacesRemedy;
    CellContext _context;
    PlaceFinder _finder;
    std::unordered_map<std::string, Id> _sourceOfTitle; ///< by title, as normalizedWord() writes it
    std::unordered_set<Id> _eventIds, _caseIds;
    std::vector<model::Source> _newSources;
    std::deque<Place> _newPlaces; ///< the finder points at them
    std::vector<model::Case> _newCases;
    std::vector<model::Event> _newEvents;
    std::unordered_map<Id, std::size_t> _newPlaceAt, _newSourceAt, _newCaseAt;
    int _placeCount = 0, _sourceCount = 0;
    Import _import;
};

} // namespace

Import importEvents(const std::filesystem::path& csv, const model::Casebook& base,
                    const core::Progress& progress, const ImportOptions& options) {
    return EventsImporter(csv, base, options).run(progress);
}

} // namespace surplace::casebook
