#pragma once
#include "model/casebook.hpp"
#include <string>
#include <vector>

namespace surplace::model {

/// One line of a record in plain words, for the inspector and the command line.
struct Fact {
    std::string label; ///< "When", "How many", "Source" ...
    std::string text;
    Id link;             ///< a record that this line leads to; empty = none
    bool quoted = false; ///< the text is the source's own words
    bool operator==(const Fact&) const = default;
};

/// Everything a record says, with its uncertainty in plain words and every source; nothing that is empty.
std::vector<Fact> describe(const Casebook& casebook, const Event& event);
std::vector<Fact> describe(const Casebook& casebook, const Case& group);
std::vector<Fact> describe(const Casebook& casebook, const Place& place);
std::vector<Fact> describe(const Casebook& casebook, const Tally& tally);
std::vector<Fact> describe(const Casebook& casebook, const Source& source);

/// The record of any table that has this id, described; empty when there is none.
std::vector<Fact> describe(const Casebook& casebook, const Id& id);

/// "Human Rights Watch, Letter to President Xi Jinping ..., 25 June 2017": a source as it is cited.
std::string citationText(const Source& source);
/// "Helong 和龙 허룽(화룡)", or the id when the place is not in the casebook, or "place not given" for an
/// empty id.
std::string placeText(const Casebook& casebook, const Id& placeId);
/// A place's name in the language that holds; in English, or in Korean, where it has none.
std::string nameInWords(const Place& place);
/// "reported, counted as an incident of its own", "expected by the source, not reported as having happened"
/// ...: assertion and role in words.
std::string standingInWords(const Event& event);
/// What says what became of it: a record of the same case, neither feared nor context, whose source is surely
/// later than the event's; null when there is none.
const Event* laterRecord(const Casebook& casebook, const Event& event);
/// "Feared, not reported as done; no later word after 25 June 2017" (the source's date), "The end is not
/// given; ...": what is known since of what is feared or has no end; empty for other events.
std::string laterWordInWords(const Casebook& casebook, const Event& event);

} // namespace surplace::model
