#include "app/event_words.hpp"
#include "core/translation.hpp"
#include "model/describe.hpp"

namespace surplace::app {
namespace {

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

} // namespace

std::string lengthInWords(int days) {
    using core::trn;
    if (days >= 365 && days % 365 <= days / 365 / 4 + 1)
        return trn(days / 365, "{0} year", "{0} years", days / 365);
    if (days >= 30 && days % 30 <= days / 60 + 1)
        return trn(days / 30, "{0} month", "{0} months", days / 30);
    return trn(days, "{0} day", "{0} days", days);
}

const char* title(timeline::Mode mode) {
    switch (mode) {
    case timeline::Mode::period:
        return core::tr("The whole period");
    case timeline::Mode::window:
        return core::tr("A moving window");
    case timeline::Mode::cumulative:
        return core::tr("Everything so far");
    case timeline::Mode::fade:
        return core::tr("Fading away");
    }
    return "";
}

const char* title(timeline::Step step) {
    switch (step) {
    case timeline::Step::day:
        return core::tr("Day by day");
    case timeline::Step::week:
        return core::tr("By weeks");
    case timeline::Step::month:
        return core::tr("By months");
    case timeline::Step::quarter:
        return core::tr("By quarters");
    case timeline::Step::year:
        return core::tr("By years");
    case timeline::Step::nextEvent:
        return core::tr("Event to event");
    }
    return "";
}

std::string placeOf(const model::Casebook& casebook, const model::Event& event) {
    const model::Place* place = casebook.places.find(event.placeId);
    if (place == nullptr)
        return {};
    const std::string name = model::nameInWords(*place);
    return name.empty() ? place->id : name;
}

std::string shortDate(const model::Edtf& date) {
    const std::string words = model::conciseDate(date);
    const bool isAbout = date.isApproximate() && !words.ends_with(')');
    return isAbout ? words : capitalised(words);
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
