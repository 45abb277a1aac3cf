#pragma once
#include "timeline/timeline.hpp"
#include <gtest/gtest.h>

namespace surplace::timeline {

inline Day day(std::string_view iso) {
    const auto parsed = model::parseDay(iso);
    EXPECT_TRUE(parsed) << iso;
    return parsed.value_or(Day{});
}

inline Window window(std::string_view first, std::string_view last) {
    return {day(first), day(last)};
}

/// An event of one source; `published` empty: a source without a date.
struct Row {
    std::string id, date, published;
    model::EventKind kind = model::EventKind::detention;
    model::Assertion assertion = model::Assertion::reported;
    model::Role role = model::Role::event;
    model::CountRange people{};
};

inline model::Casebook casebookOf(const std::vector<Row>& rows) {
    std::vector<model::Event> events;
    std::vector<model::Source> sources;
    for (const Row& row : rows) {
        model::Event& event = events.emplace_back();
        event.id = row.id;
        event.kind = row.kind;
        event.assertion = row.assertion;
        event.role = row.role;
        event.people = row.people;
        if (!row.date.empty())
            event.date = model::Edtf::parse(row.date);
        event.citations.push_back({"SOURCE_" + row.id, "", ""});
        model::Source& source = sources.emplace_back();
        source.id = "SOURCE_" + row.id;
        if (!row.published.empty())
            source.published = model::Edtf::parse(row.published);
    }
    model::Casebook casebook;
    casebook.events = model::Table<model::Event>(std::move(events));
    casebook.sources = model::Table<model::Source>(std::move(sources));
    return casebook;
}

inline Span spanOfRow(const Row& row, int fadeDays = 365) {
    const model::Casebook casebook = casebookOf({row});
    return spanOf(casebook.events[0], casebook, fadeDays);
}

/// The transfer to Helong of June 2017, expected and never reported as done (A010 of the published record).
inline Row helong() {
    return {"A010",
            "2017-06-25~/..",
            "2017-06-25",
            model::EventKind::transfer,
            model::Assertion::feared,
            model::Role::statement,
            model::CountRange::exactly(5)};
}

} // namespace surplace::timeline
