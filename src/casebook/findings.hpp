#pragma once
#include "core/error.hpp"
#include "model/casebook.hpp"

namespace surplace::casebook {

/// Collects the findings of a check.
class Findings {
public:
    void error(std::string_view table, std::size_t index, std::string_view field, std::string message) {
        add(core::Problem::Severity::error, table, index, field, std::move(message));
    }
    void warning(std::string_view table, std::size_t index, std::string_view field, std::string message) {
        add(core::Problem::Severity::warning, table, index, field, std::move(message));
    }
    /// Ordered by table, then row.
    std::vector<core::Problem> ordered() &&;

private:
    void add(core::Problem::Severity severity, std::string_view table, std::size_t index,
             std::string_view field, std::string message);

    std::vector<core::Problem> _problems;
};

/// Figures against figures: parts above their whole, tallies against the events and tallies in them.
void checkFigures(const model::Casebook& casebook, Findings& findings);
/// Links between records: ids that lead nowhere, circles, contradictions.
void checkLinks(const model::Casebook& casebook, Findings& findings);

} // namespace surplace::casebook
