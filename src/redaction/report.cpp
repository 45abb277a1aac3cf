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
    if (records == 1)
        text = listed(parts) + " is not public (S1-S4) and was withheld; set its sensitivity to S0 to "
                               "release it.";
    else if (records > 1)
        text = listed(parts) + " are not public (S1-S4) and were withheld; set their sensitivity to S0 to "
                               "release them.";
    if (citationsWithheld > 0)
        text += fmt::format(
            "{}{} of what is shown led to sources that were withheld.", text.empty() ? "" : " ",
            citationsWithheld == 1 ? "1 citation" : fmt::format("{} citations", citationsWithheld));
    return text;
}

} // namespace surplace::redaction
