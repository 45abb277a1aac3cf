#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace surplace::timeline {

/// UTF-8 text in lower case (ASCII, Latin-1, Latin Extended-A, Greek, Cyrillic) with straight apostrophes, so
/// that a search finds "Don’t" by "don't". Other scripts and broken bytes stay as they are.
std::string folded(std::string_view text);
/// The words of a search, folded; ASCII blanks and the ideographic space part them.
std::vector<std::string> foldedWords(std::string_view text);

} // namespace surplace::timeline
