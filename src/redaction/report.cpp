#include "core/error.hpp"
#include "core/translation.hpp"
#include "redaction/redaction.hpp"

namespace surplace::redaction {

bool Report::isEmpty() const {
    return eventsWithheld + talliesWithheld + placesWithheld + sourcesWithheld + casesWithheld +
               citationsWithheld ==
           0;
}

namespace {

using core::trn;

/// "2 events, 1 place and 3 sources".
std::string recordsInWords(const Report& report) {
    std::vector<std::string> parts;
    const auto add = [&parts](long count, std::string words) {
        if (count > 0)
            parts.push_back(std::move(words));
    };
    add(report.eventsWithheld, trn(report.eventsWithheld, "{0} event", "{0} events", report.eventsWithheld));
    add(report.talliesWithheld,
        trn(report.talliesWithheld, "{0} tally", "{0} tallies", report.talliesWithheld));
    add(report.placesWithheld, trn(report.placesWithheld, "{0} place", "{0} places", report.placesWithheld));
    add(report.sourcesWithheld,
        trn(report.sourcesWithheld, "{0} source", "{0} sources", report.sourcesWithheld));
    add(report.casesWithheld, trn(report.casesWithheld, "{0} case", "{0} cases", report.casesWithheld));
    return core::listedWithAnd(parts);
}

} // namespace

std::string Report::inWords() const {
    const long records = eventsWithheld + talliesWithheld + placesWithheld + sourcesWithheld + casesWithheld;
    const long restricted = records - restOnWithheld - restOnMissing;
    std::string text;
    const auto say = [&text](long count, const std::string& sentence) {
        if (count > 0)
            text = core::inSentences(text, sentence);
    };
    if (records > 0)
        say(records, trn(records, "{0} was withheld.", "{0} were withheld.", recordsInWords(*this)));
    say(restricted,
        trn(restricted,
            "{0} is not public (S1-S4). If it is published, import its table with --published (in the "
            "window: "
            "These rows are already public), or write S0 in its sensitivity column of the text form.",
            "{0} are not public (S1-S4). Of these, import what is published with --published (in the window: "
            "These rows are already public), or write S0 in the sensitivity column of the text form.",
            restricted));
    say(restOnWithheld, trn(restOnWithheld, "{0} is public, but its place, source or case is not.",
                            "{0} are public, but their place, source or case is not.", restOnWithheld));
    say(restOnMissing,
        trn(restOnMissing,
            "{0} names a place, source or case that is not in the casebook; surplace check says which.",
            "{0} name a place, source or case that is not in the casebook; surplace check says which.",
            restOnMissing));
    say(citationsWithheld,
        trn(citationsWithheld, "{0} citation of what is shown led to sources that were withheld.",
            "{0} citations of what is shown led to sources that were withheld.", citationsWithheld));
    return text;
}

} // namespace surplace::redaction
