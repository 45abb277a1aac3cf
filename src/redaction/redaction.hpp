#pragma once
#include "model/casebook.hpp"
#include <memory>
#include <string>
#include <vector>

namespace surplace::redaction {

/// For whom an output is made. This version knows one rule: S0 (already public) passes, everything else is
/// withheld.
enum class Profile { publicRelease };

struct Report {
    long eventsWithheld = 0, talliesWithheld = 0, placesWithheld = 0, sourcesWithheld = 0, casesWithheld = 0;
    long citationsWithheld = 0; ///< citations of kept records that led to withheld sources
    long restOnWithheld = 0;    ///< of these, public events and tallies whose place, source or case is not
    long restOnMissing = 0;     ///< of these, public ones whose place, source or case is not in the casebook
    bool isEmpty() const;
    /// "12 events and 3 sources were withheld. 13 are not public (S1-S4): ...": how many of what, why, and
    /// what to do. For the screen and stderr, never for an output.
    std::string inWords() const;
};

/// What may leave the program. Made only by redact(): an unredacted casebook cannot be published, it does not
/// compile.
class RedactedCasebook {
public:
    const model::Casebook& casebook() const { return *_casebook; }
    std::shared_ptr<const model::Casebook> shared() const { return _casebook; }
    Profile profile() const { return _profile; }

private:
    friend struct Redaction redact(const model::Casebook&, Profile);
    RedactedCasebook(std::shared_ptr<const model::Casebook> casebook, Profile profile)
        : _casebook(std::move(casebook)), _profile(profile) {}
    std::shared_ptr<const model::Casebook> _casebook;
    Profile _profile;
};

struct Redaction {
    RedactedCasebook casebook;
    Report report;
};

/// A new casebook of the records that pass: S0 records whose place, case and main source are S0 too; links to
/// withheld records are cut with them. A link to an id that the casebook does not have counts as a link to a
/// withheld record, and an id that any withheld record bears does not pass: what is not known to be public
/// stays in. Tables in which nothing changes are shared, not copied. Free text (notes, quotes, `what`) is not
/// searched.
Redaction redact(const model::Casebook& casebook, Profile profile = Profile::publicRelease);

} // namespace surplace::redaction
