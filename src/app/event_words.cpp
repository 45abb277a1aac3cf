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

std::string placeOf(const model::Casebook& casebook, const model::Event& event) {
    const model::Place* place = casebook.places.find(event.placeId);
    return place == nullptr ? "" : place->nameEn.empty() ? place->id : place->nameEn;
}

std::string shortDate(const model::Edtf& date) {
    std::string words = date.inWords();
    const auto drop = [&words](std::string_view start) {
        const bool has = words.starts_with(start);
        if (has)
            words.erase(0, start.size());
        return has;
    };
    constexpr std::string_view approximate = " (approximate)";
    const bool isAbout = words.ends_with(approximate);
    const bool isBetween = drop("between ");
    if (const auto joint = words.find(" and "); isBetween && joint != std::string::npos)
        words.replace(joint, 5, " – ");
    // Said of one end only, it stays with that end.
    if (isAbout && !(isBetween && words.find(approximate) + approximate.size() != words.size())) {
        words.resize(words.size() - approximate.size());
        drop("on ") || drop("in ");
        return "about " + words;
    }
    constexpr std::string_view noEnd = ", no end given"; // "or after" says it
    if (words.ends_with(noEnd))
        words.resize(words.size() - noEnd.size());
    if (!words.starts_with("on or ") && !words.starts_with("in or "))
        drop("on ") || drop("in ");
    return capitalised(words);
}

std::string whenAndWhere(const model::Casebook& casebook, const model::Event& event) {
    std::string text = capitalised(event.date.inWords());
    if (const std::string place = placeOf(casebook, event); !place.empty())
        text += " · " + place;
    return text;
}

std::string sentenceOf(const model::Event& event) {
    return event.what.empty() ? std::string(model::title(event.kind)) : capitalised(event.what);
}

} // namespace surplace::app
