#include "invented_casebook.hpp"
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <random>

namespace surplace::benchmarks {
namespace {

using namespace std::chrono_literals;
using model::Day;
using model::EventKind;

constexpr Day firstDay = 2000y / 1 / 1;
constexpr int days = (Day{2025y / 1 / 1} - firstDay).count();
constexpr int sourceCount = 200;

/// The standard library's distributions differ between libraries; these do not.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : _engine(seed) {}
    double unit() { return static_cast<double>(_engine() >> 11) * 0x1p-53; }
    double between(double low, double high) { return low + (high - low) * unit(); }
    int whole(int low, int high) {
        return low + static_cast<int>(unit() * static_cast<double>(high - low + 1));
    }
    /// One of the values, each as likely as its weight.
    template <class Value, std::size_t size>
    Value oneOf(const std::array<std::pair<Value, int>, size>& weighted) {
        int total = 0;
        for (const auto& [value, weight] : weighted)
            total += weight;
        int drawn = whole(1, total);
        for (const auto& [value, weight] : weighted)
            if ((drawn -= weight) <= 0)
                return value;
        return weighted.back().first;
    }

private:
    std::mt19937_64 _engine;
};

constexpr std::array kindsOutsideRoutes{
    std::pair{EventKind::detention, 45},   std::pair{EventKind::holding, 20},
    std::pair{EventKind::release, 5},      std::pair{EventKind::arrival, 5},
    std::pair{EventKind::asylumEntry, 5},  std::pair{EventKind::handover, 5},
    std::pair{EventKind::lastContact, 15},
};
constexpr std::array assertions{
    std::pair{model::Assertion::confirmed, 15},
    std::pair{model::Assertion::reported, 65},
    std::pair{model::Assertion::believed, 18},
    std::pair{model::Assertion::feared, 2},
};

std::vector<model::Source> inventSources() {
    std::vector<model::Source> sources(sourceCount);
    for (int i = 0; i < sourceCount; ++i) {
        model::Source& source = sources[static_cast<std::size_t>(i)];
        source.id = fmt::format("INVENTED_{:03}", i);
        source.title = fmt::format("Invented report {}", i);
        source.publisher = "Nobody";
        source.published = model::Edtf::parse("2025-01-01");
        source.sensitivity = model::Sensitivity::s0;
    }
    return sources;
}

/// Towns from west to east, most of them north of a line that runs roughly as the two rivers do.
std::vector<model::Place> inventPlaces(long count, Chance& chance) {
    std::vector<model::Place> places(static_cast<std::size_t>(count));
    for (long i = 0; i < count; ++i) {
        model::Place& place = places[static_cast<std::size_t>(i)];
        const double longitude =
            121.5 + 9 * (static_cast<double>(i) + chance.unit()) / static_cast<double>(count);
        const double line = 39.9 + (longitude - 124) * 0.45;
        const bool isNorth = chance.unit() < 0.85;
        const double latitude = isNorth ? line + chance.between(0.2, 2.6) : line - chance.between(0.2, 0.8);
        place.id = fmt::format("town-{:06}", i);
        place.nameEn = fmt::format("Invented town {}", i);
        place.country = isNorth ? "CN" : "KP";
        place.position = geo::LonLat::make(longitude, latitude);
        place.uncertaintyKm = 5;
        place.coordinateSource = "invented";
        place.sensitivity = model::Sensitivity::s0;
    }
    return places;
}

std::string inventDate(int day, Chance& chance) {
    const std::string text = model::formatDay(firstDay + std::chrono::days(day));
    const double form = chance.unit();
    if (form < 0.7)
        return text;
    if (form < 0.85)
        return text.substr(0, 7);
    if (form < 0.9)
        return text.substr(0, 4);
    return text + '/' +
           model::formatDay(firstDay + std::chrono::days(std::min(day + chance.whole(1, 20), days - 1)));
}

model::CountRange inventCount(Chance& chance) {
    const int people = chance.whole(1, 12) * chance.whole(1, 4);
    const double form = chance.unit();
    if (form < 0.6)
        return model::CountRange::exactly(people);
    if (form < 0.75)
        return {people, std::nullopt};
    if (form < 0.85)
        return {people, people * 2};
    return {};
}

model::Event inventEvent(long number, EventKind kind, int day, const model::Place& place, Chance& chance) {
    model::Event event;
    event.id = fmt::format("E{:07}", number);
    event.kind = kind;
    event.assertion = chance.oneOf(assertions);
    event.what = fmt::format("Invented event {}: nothing of this has happened", number);
    event.people = inventCount(chance);
    event.date = model::Edtf::parse(inventDate(day, chance));
    event.placeId = place.id;
    event.precision = model::PlacePrecision::settlement;
    event.citations = {{fmt::format("INVENTED_{:03}", chance.whole(0, sourceCount - 1)), "", ""}};
    event.sensitivity = model::Sensitivity::s0;
    return event;
}

/// A stop some tens of kilometres away, so that its leg shows between the marks: of a dozen towns of the
/// neighbourhood the nearest in latitude beyond a fifth of a degree.
std::size_t nextStop(std::size_t from, const std::vector<model::Place>& places, Chance& chance) {
    const int reach = std::max(3, static_cast<int>(places.size() / 25));
    const auto distance = [&](std::size_t to) {
        const double degrees =
            std::abs(places[to].position->latitudeDegrees - places[from].position->latitudeDegrees);
        return degrees < 0.2 ? 10 - degrees : degrees;
    };
    std::size_t best = from;
    for (int i = 0; i < 12; ++i) {
        const auto at = static_cast<long>(from) + chance.whole(-reach, reach);
        const auto candidate =
            static_cast<std::size_t>(std::clamp(at, 0L, static_cast<long>(places.size()) - 1));
        if (distance(candidate) < distance(best))
            best = candidate;
    }
    return best;
}

void inventRoute(const model::Id& caseId, std::vector<model::Event>& events,
                 const std::vector<model::Place>& places, Chance& chance) {
    const auto anywhere = [&] {
        return static_cast<std::size_t>(chance.whole(0, static_cast<int>(places.size()) - 1));
    };
    const int stops = chance.whole(3, 6);
    int day = chance.whole(0, days - 1 - 6 * 40);
    std::size_t at = anywhere();
    for (int stop = 1; stop < stops; ++stop) {
        const std::size_t to = nextStop(at, places, chance);
        day += chance.whole(2, 40);
        const bool isReturn = stop == stops - 1 && chance.unit() < 0.5;
        events.push_back(inventEvent(static_cast<long>(events.size()),
                                     isReturn ? EventKind::forcedReturn : EventKind::transfer, day,
                                     places[to], chance));
        model::Event& event = events.back();
        event.caseId = caseId;
        event.sequence = stop;
        event.fromPlaceId = places[at].id;
        event.toPlaceId = places[to].id;
        at = to;
    }
}

} // namespace

model::Casebook inventedCasebook(long eventCount, std::uint64_t seed) {
    Chance chance(seed);
    std::vector<model::Place> places = inventPlaces(std::max(10L, eventCount / 10), chance);
    std::vector<model::Case> cases(static_cast<std::size_t>(eventCount / 10));
    std::vector<model::Event> events;
    events.reserve(static_cast<std::size_t>(eventCount));
    for (std::size_t i = 0; i < cases.size(); ++i) {
        cases[i].id = fmt::format("route-{:06}", i);
        cases[i].title = fmt::format("Invented group {}", i);
        cases[i].sensitivity = model::Sensitivity::s0;
        inventRoute(cases[i].id, events, places, chance);
    }
    while (static_cast<long>(events.size()) < eventCount) {
        const auto& place =
            places[static_cast<std::size_t>(chance.whole(0, static_cast<int>(places.size()) - 1))];
        events.push_back(inventEvent(static_cast<long>(events.size()), chance.oneOf(kindsOutsideRoutes),
                                     chance.whole(0, days - 1), place, chance));
    }
    model::Casebook casebook;
    casebook.title = fmt::format("Invented casebook of {} events", eventCount);
    casebook.description =
        "Made by benchmarks/make_casebook to measure the program; nothing in it has happened.";
    casebook.attribution = "Invented data";
    casebook.asOf = model::Edtf::parse("2025-01-01");
    casebook.sources = model::Table(inventSources());
    casebook.places = model::Table(std::move(places));
    casebook.cases = model::Table(std::move(cases));
    casebook.events = model::Table(std::move(events));
    return casebook;
}

} // namespace surplace::benchmarks
