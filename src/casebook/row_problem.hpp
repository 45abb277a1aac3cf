#pragma once
#include "core/error.hpp"

namespace surplace::casebook {

/// The finding for a row that was skipped because of an error.
inline core::Problem rowProblem(const core::Error& error, const std::string& file, long row) {
    const core::Error placed = error.within({file, "", row, ""});
    return {core::Problem::Severity::error, placed.where(),
            core::inSentences(error.failure(), error.remedy())};
}

} // namespace surplace::casebook
