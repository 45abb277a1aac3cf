#pragma once
#include "model/count_range.hpp"
#include <optional>
#include <string_view>

namespace surplace::model {

/// The range that words of a report stand for, by the rules of the domain: "more than 5" is 6-?, "fewer than
/// 10" is ?-9, "five or six" is 5-6, "around 50" is about 50, "dozens" is 24-?. Words without a figure
/// ("several", "hundreds") give no bound: the unknown range. Case does not matter; a following "people" may
/// stand there. Empty when the words are not known: no bound is guessed.
std::optional<CountRange> countFromWords(std::string_view words);

} // namespace surplace::model
