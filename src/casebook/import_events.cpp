#include "casebook/casebook_file.hpp"
#include "casebook/csv_table.hpp"
#include "casebook/draft.hpp"
#include "casebook/new_records.hpp"
#include "casebook/row_problem.hpp"
#include "core/translation.hpp"
#include <array>
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
        : _base(base), _reader(csv), _file(soundText(csv.filename().string())),
          _sensitivity(options.published ? model::Sensitivity::s0 : model::Sensitivity::s3),
          _noPlacesRemedy(options.noPlacesRemedy), _places(base.places), _sources(base.sources) {
        _context.typed = true;
        _context.decimalComma = _reader.usesDecimalComma();
        requireColumns(csv.string());
    }

    Import run(const core::Progress& progress) {
        while (_reader.next()) {
            if (++_import.rowsRead % 1024 == 1)
                progress.step(_reader.bytesRead(), _reader.bytesTotal());
            try {
                _warnings.clear();
                takeRow();
                ++_import.rowsLoaded;
                _import.problems.insert(_import.problems.end(), _warnings.begin(), _warnings.end());
            } catch (const core::Error& error) {
                ++_import.rowsSkipped;
                _import.problems.push_back(rowProblem(error, _file, _reader.row()));
            }
        }
        nameEvents();
        _import.casebook = _base;
        if (!_base.events.empty() && !_newEvents.empty())
            _import.casebook.asOf = {}; // said of the rows that were there, not of these
        _import.casebook.sources = extended(_base.sources, _sources.added());
        _import.casebook.places = extended(_base.places, _places.added());
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
        event.citations.push_back({});
        readColumns(event, [](std::string_view name) { return !holds(linkColumns, name); });
        // What the row brings along is as sensitive as the row.
        _context.sensitivity = event.sensitivity;
        const bool precisionGiven = _context.precisionGiven;
        if (!event.id.empty() && (_base.tallies.find(event.id) != nullptr ||
                                  _base.events.find(event.id) != nullptr || _eventIds.contains(event.id)))
            throw core::Error(core::trf("there is already an event or tally \"{0}\"", event.id),
                              {"", "", 0, "id"}, core::tr("Give it another id, or leave the cell empty."));
        requireTargets(event);
        event.fromPlaceId = knownPlace("from_place");
        event.toPlaceId = knownPlace("to_place");
        event.crossingId = knownPlace("crossing");
        if (!cell("case").empty())
            event.caseId = idIn("case");
        model::Source source = sourceOfRow();
        const Place* place = placeOfRow();
        if (!precisionGiven)
            event.precision = precisionOf(place);
        event.placeId = place == nullptr ? Id{} : place->id;
        if (event.details->placeWritten.empty() && place != nullptr && cell("place") != place->id)
            event.details.edit().placeWritten = cell("place");
        event.citations.edit().front().sourceId =
            source.id.empty() ? _sources.add(std::move(source))->id : source.id;
        addCase(event.caseId);
        warnOfPrivate(_base.sources, "source", event.citations.front().sourceId);
        warnOfPrivate(_base.places, "place", event.placeId);
        warnOfPrivate(_base.places, "from_place", event.fromPlaceId);
        warnOfPrivate(_base.places, "to_place", event.toPlaceId);
        warnOfPrivate(_base.places, "crossing", event.crossingId);
        warnOfPrivate(_base.cases, "case", event.caseId);
        _eventIds.insert(event.id);
        _newEvents.push_back(std::move(event));
    }

    /// Links that must lead somewhere; to earlier rows only, so that no circle can arise.
    void requireTargets(const model::Event& event) const {
        if (!event.roleOf.empty() && _base.events.find(event.roleOf) == nullptr &&
            !_eventIds.contains(event.roleOf))
            throw core::Error(core::trf("there is no event \"{0}\"", event.roleOf), {"", "", 0, "role_of"},
                              core::tr("Write the id of an event of the casebook or of a row above."));
        for (const model::TallyLink& link : event.details->tallies)
            if (_base.tallies.find(link.tallyId) == nullptr)
                throw core::Error(core::trf("there is no tally \"{0}\"", link.tallyId),
                                  {"", "", 0, "tallies"},
                                  core::tr("Write the ids of tallies of the casebook."));
    }

    void warn(std::string_view field, std::string message) {
        _warnings.push_back({core::Problem::Severity::warning,
                             {_file, "", _reader.row(), std::string(field)},
                             std::move(message)});
    }

    /// What the casebook keeps private is not made public by a row that names it.
    template <class Record>
    void warnOfPrivate(const model::Table<Record>& base, std::string_view field, const Id& id) {
        const Record* record = base.find(id);
        if (record != nullptr && record->sensitivity > _context.sensitivity)
            warn(field, core::trf("\"{0}\" is {1} in the casebook and stays so; outputs leave out what leads "
                                  "to it.",
                                  id, model::word(record->sensitivity)));
    }

    /// A record that is there already is not changed. Of a more public row's the row may bring one of its own
    /// instead; else a warning says what of the row is not taken.
    template <class Record, class Names>
    bool isEnough(const Record& known, const Record& said, const Names& names, bool isOfCasebook,
                  std::string_view field) {
        const std::string columns = saidOtherwise(said, known, names);
        if (columns.empty())
            return true;
        if (!isOfCasebook && known.sensitivity < said.sensitivity)
            return false;
        const auto count = 1 + std::ranges::count(columns, ',');
        warn(field,
             core::trn(count,
                       "\"{0}\" is there already under that name and stays as it is; {1} of this row was "
                       "not taken. If another is meant, give it another name.",
                       "\"{0}\" is there already under that name and stays as it is; {1} of this row were "
                       "not taken. If another is meant, give it another name.",
                       known.id, columns));
        return true;
    }

    Id idIn(std::string_view column) const {
        try {
            return idFrom(cell(column));
        } catch (const core::Error& error) {
            throw error.within({"", "", 0, std::string(column)});
        }
    }

    Id knownPlace(std::string_view column) {
        const std::string_view name = cell(column);
        if (name.empty() || normalizedWord(name) == "unknown")
            return {};
        return foundPlace(column, name, {})->id;
    }

    core::Error unknownPlace(std::string_view name) {
        const std::string meant = _places.likelyMeant(name, _context.sensitivity);
        const std::string failure = core::trf("\"{0}\" is not a place of the casebook", name);
        if (!meant.empty())
            return core::Error(
                failure, {},
                core::trf("Write the id of the place that is meant: {0}, or fill in lon and lat "
                          "of a row with it as its place, or write \"unknown\".",
                          meant));
        if (_base.places.empty() && !_noPlacesRemedy.empty())
            return core::Error(failure, {}, _noPlacesRemedy);
        return core::Error(
            failure, {},
            core::tr("Correct the name, or fill in lon and lat of a row with it as its place, or "
                     "write \"unknown\"."));
    }

    /// Throws when there is none.
    const Place* foundPlace(std::string_view column, std::string_view name,
                            const std::optional<geo::LonLat>& near) {
        try {
            const Place* place = _places.find(name, near, _context.sensitivity);
            if (place == nullptr && !near && _places.find(name, near, model::Sensitivity::s4) != nullptr)
                throw core::Error(
                    core::trf("\"{0}\" is a place of more private rows only", name), {},
                    core::tr("Fill in lon and lat of this row too, as far as they may be known."));
            if (place == nullptr && !near)
                throw unknownPlace(name);
            return place;
        } catch (const core::Error& error) {
            throw error.within({"", "", 0, std::string(column)});
        }
    }

    const Place* placeOfRow() {
        const std::string_view name = cell("place");
        auto said = blankRecord<Place>(_context);
        readColumns(said, [](std::string_view column) { return holds(placeColumnNames, column); });
        if (!cell(placeKindColumn).empty())
            said.kind = placeKind();
        requirePosition(said);
        if (normalizedWord(name) == "unknown") {
            if (const std::string columns = saidOtherwise(said, Place{}, placeColumnNames); !columns.empty())
                warn("place", core::trf("The place is \"unknown\", so that {0} of this row say nothing. "
                                        "Leave it empty, or name a place.",
                                        columns));
            return nullptr;
        }
        if (name.empty() && !said.position)
            throw core::Error(
                core::tr("the cell is empty"), {"", "", 0, "place"},
                core::tr("Write a place of the casebook, fill in lon and lat, or write \"unknown\"."));
        if (!name.empty())
            if (const Place* found = foundPlace("place", name, said.position);
                found != nullptr && isEnough(*found, said))
                return found;
        return addPlace(said, name);
    }

    bool isEnough(const Place& known, const Place& said) {
        std::vector<std::string_view> names(placeColumnNames.begin(), placeColumnNames.end());
        if (!cell(placeKindColumn).empty())
            names.push_back("kind");
        return isEnough(known, said, names, !said.position || _base.places.find(known.id) != nullptr,
                        "place");
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

    const Place* addPlace(const Place& said, std::string_view name) {
        Place place = said;
        if (!name.empty())
            addName(place, name);
        if (place.nameEn.empty() && place.nameZh.empty() && place.nameKo.empty())
            place.nameEn =
                fmt::format("{}, {}", place.position->latitudeDegrees, place.position->longitudeDegrees);
        const model::Text mainName = !place.nameEn.empty()   ? place.nameEn
                                     : !place.nameZh.empty() ? place.nameZh
                                                             : place.nameKo;
        const Place* found = _places.find(mainName, place.position, _context.sensitivity);
        if (found != nullptr && isEnough(*found, said))
            return found;
        place.coordinateSource = _file;
        return _places.add(std::move(place));
    }

    /// Hangul is the Korean name, Han characters the Chinese, all else the English; an alias when that name
    /// is given already.
    static void addName(Place& place, std::string_view name) {
        // First bytes in UTF-8: U+4E00-9FFF begin with E4 to E9, Hangul syllables with EA to ED.
        const auto first = static_cast<unsigned char>(name.front());
        model::Text& target = first >= 0xEA && first <= 0xED   ? place.nameKo
                              : first >= 0xE4 && first <= 0xE9 ? place.nameZh
                                                               : place.nameEn;
        if (target.empty())
            target = name;
        else if (target != name)
            place.aliases = name;
    }

    /// The source of the row: known by id or title, or new and without an id; a row that names none cites
    /// the file itself.
    model::Source sourceOfRow() {
        auto said = blankRecord<model::Source>(_context);
        readColumns(said, [](std::string_view column) { return holds(sourceColumnNames, column); });
        said.title = cell("source").empty() ? fmt::format("Events of the file {}", _file)
                                            : std::string(cell("source"));
        const model::Source* known = _sources.find(said.title, _context.sensitivity);
        if (known != nullptr &&
            isEnough(*known, said, sourceColumnNames, _base.sources.find(known->id) != nullptr, "source"))
            return *known;
        return said;
    }

    /// All that a new case says is its id, which each of its rows says too: it is as public as the most
    /// public of them.
    void addCase(const Id& id) {
        if (id.empty() || _base.cases.find(id) != nullptr)
            return;
        const auto [position, isNew] = _newCaseAt.emplace(id, _newCases.size());
        if (isNew) {
            auto added = blankRecord<model::Case>(_context);
            added.id = added.title = id;
            _newCases.push_back(std::move(added));
        }
        model::Case& record = _newCases[position->second];
        record.sensitivity = std::min(record.sensitivity, _context.sensitivity);
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
    NewPlaces _places;
    NewSources _sources;
    std::unordered_set<Id> _eventIds;
    std::vector<model::Case> _newCases;
    std::unordered_map<Id, std::size_t> _newCaseAt;
    std::vector<model::Event> _newEvents;
    std::vector<core::Problem> _warnings; ///< of the row at hand
    Import _import;
};

} // namespace

Import importEvents(const std::filesystem::path& csv, const model::Casebook& base,
                    const core::Progress& progress, const ImportOptions& options) {
    return EventsImporter(csv, base, options).run(progress);
}

} // namespace surplace::casebook
