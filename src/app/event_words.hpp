#pragma once
#include "model/casebook.hpp"
#include "model/day_words.hpp"
#include "timeline/timeline.hpp"
#include <string>

namespace surplace::app {

using model::dayInWords;
/// "1 year", "3 months", "10 days".
std::string lengthInWords(int days);

/// On screen: "All of the period", "The last ...", "Since the start", "Fading away".
const char* title(timeline::Mode mode);
const char* title(timeline::Step step);

/// "Helong"; empty when the event has no place.
std::string placeOf(const model::Casebook& casebook, const model::Event& event);
/// A date for a narrow line: "25 June 2017", "about 11 – 20 March 2017", "June 2017".
std::string shortDate(const model::Edtf& date);
/// "25 June 2017 · Helong": the line above an event's sentence beside the pointer.
std::string whenAndWhere(const model::Casebook& casebook, const model::Event& event);
/// The sentence of an event, with a capital.
std::string sentenceOf(const model::Event& event);

} // namespace surplace::app
