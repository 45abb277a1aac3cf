#pragma once
#include "cli/view_options.hpp"
#include <optional>

namespace surplace::cli {

/// What is counted and by what, as words of the command line: shared by `render` and `tabulate`.
struct OverlayOptions {
    std::string by; ///< "provinces", "reaches" or FILE[:LAYER]; --shade of render, --by of tabulate
    std::string areaName, per, perName;
    double perNumber = 100'000;
    std::string compare;
    bool people = false, incidents = false;

    /// `--areaName`, `--per` and the like.
    void addTo(CLI::App& command);
    /// The kind that --kind names; throws CLI::ValidationError unless it is exactly one.
    static model::EventKind oneKind(const scene::View& view, const std::string& option);
    /// The overlay of `by`, with the user's own areas read. Throws CLI::ValidationError and, for a file that
    /// cannot be used, core::Error.
    scene::Overlay shade(const scene::View& view, const std::string& option) const;
    /// The second period, if one is given.
    std::optional<timeline::Window> comparedWith() const;
};

} // namespace surplace::cli
