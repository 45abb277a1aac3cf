#pragma once
#include "model/casebook.hpp"
#include <cstdint>

namespace surplace::benchmarks {

/// A casebook of plainly invented records around the border: `events` events, each with a place and days
/// between 2000 and 2024, at a tenth as many settlements; a tenth as many routes of 3 to 6 stops, whose legs
/// are events among them. All is S0. The same number and seed give the same casebook on every machine.
model::Casebook inventedCasebook(long events, std::uint64_t seed);

} // namespace surplace::benchmarks
