#include "casebook/casebook_file.hpp"
#include "invented_casebook.hpp"
#include <cstdio>
#include <fmt/format.h>
#include <string>

/// make_casebook EVENTS FILE.gpkg [SEED]
int main(int count, char** arguments) {
    if (count < 3 || count > 4) {
        fmt::print(stderr, "usage: make_casebook EVENTS FILE.gpkg [SEED]\n");
        return 2;
    }
    try {
        const long events = std::stol(arguments[1]);
        const auto casebook =
            surplace::benchmarks::inventedCasebook(events, count == 4 ? std::stoull(arguments[3]) : 1);
        surplace::casebook::save(casebook, arguments[2]);
        fmt::print("{{\"events\": {}, \"places\": {}, \"routes\": {}, \"legs\": {}}}\n",
                   casebook.events.size(), casebook.places.size(), casebook.cases.size(),
                   surplace::model::legs(casebook).size());
    } catch (const std::exception& error) {
        fmt::print(stderr, "make_casebook: {}\n", error.what());
        return 1;
    }
    return 0;
}
