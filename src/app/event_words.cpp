#include "app/event_words.hpp"
#include <array>
#include <fmt/format.h>

namespace surplace::app {
namespace {

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

} // namespace

std::string lengthInWords(int days) {
    const auto counted = [](int count, const char* unit) {
        return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
    };
    if (days >= 365 && days % 365 <= days / 365 / 4 + 1)
        return counted(days / 365, "year");
    if (days >= 30 && days % 30 <= days / 60 + 1)
        return counted(days / 30, "month");
    return counted(days, "day");
}

const char* title(timeline::Mode mode) {
    switch (mode) {
    case timeline::Mode::period:
        return "The whole period";
    case timeline::Mode::window:
        return "A moving window";
    case timeline::Mode::cumulative:
        return "Everything so far";
    case timeline::Mode::fade:
        return "Fading away";
    }
    return "";
}

const char* title(timeline::Step step) {
    switch (step) {
    case timeline::Step::day:
        return "Day by day";
    case timeline::Step::week:
        return "By weeks";
    case timeline::Step::month:
        return "By months";
    case timeline::Step::quarter:
        return "By quarters";
    case timeline::Step::year:
        return "By years";
    case timeline::Step::nextEvent:
        return "Event to event";
    }
    return "";
}

std::string whenAndWhere(const model::Casebook& casebook, const model::Event& event) {
    std::string text = capitalised(event.date.inWords());
    if (const model::Place* place = casebook.places.find(event.placeId))
        text += " · " + (place->nameEn.empty() ? place->id : place->nameEn);
    return text;
}

std::string sentenceOf(const model::Event& event) {
    return event.what.empty() ? std::string(model::title(event.kind)) : capitalised(event.what);
}

} // namespace surplace::app
