#include "scene/composer.hpp"
#include <chrono>

namespace surplace::scene {

timeline::Window defaultPeriod(const model::Casebook& casebook) {
    using namespace std::chrono;
    std::optional<model::Day> first, last;
    for (const auto& event : casebook.events) {
        if (event.role != model::Role::event)
            continue;
        const auto span = timeline::spanOf(event, casebook);
        if (!span.hasDays)
            continue;
        // A side that is open says nothing about the years to look at.
        const model::Day earliest = span.openStart ? span.latest : span.earliest;
        const model::Day latest = span.openEnd ? span.earliest : span.latest;
        first = first ? std::min(*first, earliest) : earliest;
        last = last ? std::max(*last, latest) : latest;
    }
    // An empty casebook looks at the years that the program is made for.
    const int firstYear = first ? static_cast<int>(year_month_day(*first).year()) : 1999;
    const int lastYear = last ? static_cast<int>(year_month_day(*last).year()) : 2024;
    return {sys_days(year(firstYear) / January / 1), sys_days(year(lastYear) / December / 31)};
}

} // namespace surplace::scene
