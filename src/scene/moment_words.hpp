#pragma once
#include "timeline/timeline.hpp"
#include <string>

/// The time that a frame shows, in the words that window, picture and film share.
namespace surplace::scene {

/// "1999–2024", "June 2017", "25 June 2017 – 3 July 2017".
std::string spanInWords(const timeline::Window& window);
/// The time of a moment as a headline: the span of a period, else the month that ends on the day, or the day.
std::string dateHeadline(const timeline::Moment& moment);
/// How the headline is to be read: "all events of the period", "events of the year up to 30 June 2017,
/// fading".
std::string modeInWords(const timeline::Moment& moment);
/// The same of many moments that differ in their time only: "each map: events of the year up to its date,
/// fading".
std::string manyInWords(const timeline::Moment& moment);

} // namespace surplace::scene
