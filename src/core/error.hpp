#pragma once
#include <stdexcept>
#include <string>

namespace surplace::core {

/// Where something went wrong, as far as it is known; empty and zero parts are left out of the message.
struct Where {
    std::string file;
    std::string layer;
    long row = 0; ///< 1-based line or feature number; 0 = not known
    std::string field;
};

/// The one exception of the program: what failed, where, and what the user can do. what() is one plain
/// sentence (or two: the failure, then the remedy) that can be shown on screen or stderr as it stands.
class Error : public std::runtime_error {
public:
    explicit Error(std::string what, Where where = {}, std::string remedy = {});

    const std::string& failure() const { return _failure; }
    const Where& where() const { return _where; }
    const std::string& remedy() const { return _remedy; }

    /// The same error, with the parts of `outer` that it does not know yet.
    Error within(const Where& outer) const;

private:
    std::string _failure;
    Where _where;
    std::string _remedy;
};

/// Two pieces of text as sentences: each ends, and the second, which may be empty, follows the first.
std::string inSentences(const std::string& first, const std::string& second = {});

/// One row-by-row finding of an import or a check. `error` rows were skipped or make a casebook invalid;
/// `warning` rows were kept.
struct Problem {
    enum class Severity { error, warning };
    Severity severity = Severity::error;
    Where where;
    std::string message; ///< what is wrong and what to do, without the place

    /// "events.csv, row 12, field date: ... "
    std::string sentence() const;
};

} // namespace surplace::core
