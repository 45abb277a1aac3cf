#include "redaction/redaction.hpp"
#include <fmt/format.h>

namespace surplace::redaction {

namespace {

void add(std::vector<std::string>& parts, long count, const char* singular, const char* plural) {
    if (count > 0)
        parts.push_back(fmt::format("{} {}", count, count == 1 ? singular : plural));
}

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& parts) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i)
        text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
    return text;
}

} // namespace

bool Report::isEmpty() const {
    return eventsWithheld + talliesWithheld + placesWithheld + sourcesWithheld + casesWithheld +
               citationsWithheld ==
           0;
}

std::string Report::inWords() const {
    std::vector<std::string> parts;
    add(parts, eventsWithheld, "event", "events");
    add(parts, talliesWithheld, "tally", "tallies");
    add(parts, placesWithheld, "place", "places");
    add(parts, sourcesWithheld, "source", "sources");
    add(parts, casesWithheld, "case", "cases");
    const long records = eventsWithheld + talliesWithheld + placesWithheld + sourcesWithheld + casesWithheld;
    std::string text;
    if (records > 0)
        text = listed(parts) + (records == 1 ? " was withheld." : " were withheld.");
    const auto because = [&text](long count, const char* one, const char* several) {
        if (count > 0)
            text += fmt::format(" {} {}", count, count == 1 ? one : several);
    };
    because(
        records - restOnWithheld - restOnMissing,
        "is not public (S1-S4). If it is published, import its table with --published (in the window: These "
        "rows are already public), or write S0 in its sensitivity column of the text form.",
        "are not public (S1-S4). Of these, import what is published with --published (in the window: These "
        "rows are already public), or write S0 in the sensitivity column of the text form.");
    because(restOnWithheld, "is public, but its place, source or case is not.",
            "are public, but their place, source or case is not.");
    because(restOnMissing,
            "names a place, source or case that is not in the casebook; surplace check says which.",
            "name a place, source or case that is not in the casebook; surplace check says which.");
    if (citationsWithheld > 0)
        text += fmt::format(
            "{}{} of what is shown led to sources that were withheld.", text.empty() ? "" : " ",
            citationsWithheld == 1 ? "1 citation" : fmt::format("{} citations", citationsWithheld));
    return text;
}

} // namespace surplace::redaction
