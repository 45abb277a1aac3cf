#pragma once
#include "casebook/columns.hpp"
#include "core/translation.hpp"
#include <concepts>

namespace surplace::casebook {

// Each makes the column of one member; the member's type says how its cell is read and written.

template <auto member>
struct MemberOf;
template <class Record, class Value, Value Record::*member>
struct MemberOf<member> {
    using RecordType = Record;
    using ValueType = Value;
};

inline void readValue(model::Text& value, std::string_view cell, CellContext& context) {
    value = context.texts(cell);
}
inline void readValue(bool& value, std::string_view cell, CellContext&) {
    value = yesFrom(cell);
}
inline void readValue(model::Edtf& value, std::string_view cell, CellContext& context) {
    value = context.typed ? typedDate(cell, context) : context.date(cell);
}
inline void readValue(std::optional<int>& value, std::string_view cell, CellContext&) {
    value = integerFrom(cell);
}
inline void readValue(std::optional<double>& value, std::string_view cell, CellContext& context) {
    value = numberFrom(cell, context);
    if (*value < 0)
        throw core::Error(core::tr("the number is negative"));
}
template <class Enum>
requires std::is_enum_v<Enum>
void readValue(Enum& value, std::string_view cell, CellContext&) {
    value = wordFrom<Enum>(cell);
}

inline void writeValue(const model::Text& value, std::string& cell) {
    cell += value;
}
inline void writeValue(bool value, std::string& cell) {
    cell += value ? "yes" : "";
}
inline void writeValue(const model::Edtf& value, std::string& cell) {
    cell += value.text();
}
inline void writeValue(const model::CountRange& value, std::string& cell) {
    cell += value.text();
}
inline void writeValue(const std::optional<int>& value, std::string& cell) {
    cell += value ? std::to_string(*value) : std::string{};
}
inline void writeValue(const std::optional<double>& value, std::string& cell) {
    cell += value ? numberText(*value) : std::string{};
}
template <class Enum>
requires std::is_enum_v<Enum>
void writeValue(const Enum& value, std::string& cell) {
    cell += model::word(value);
}

template <auto member, class Record = typename MemberOf<member>::RecordType>
constexpr Column<Record> column(std::string_view name, bool required = false) {
    using Value = typename MemberOf<member>::ValueType;
    constexpr Storage storage = std::same_as<Value, std::optional<int>>      ? Storage::integer
                                : std::same_as<Value, std::optional<double>> ? Storage::real
                                                                             : Storage::text;
    return {name,
            [](Record& record, std::string_view cell, CellContext& context) {
                readValue(record.*member, cell, context);
            },
            [](const Record& record, std::string& cell) { writeValue(record.*member, cell); }, required,
            storage};
}

/// A column of the detailed words of an event.
template <auto member>
constexpr Column<model::Event> detailColumn(std::string_view name) {
    return {name,
            [](model::Event& event, std::string_view cell, CellContext& context) {
                event.details.edit().*member = context.texts(cell);
            },
            [](const model::Event& event, std::string& cell) { cell += (*event.details).*member; }};
}

/// The column of a record's own id.
template <auto member, class Record = typename MemberOf<member>::RecordType>
constexpr Column<Record> ownIdColumn(std::string_view name, bool required = false) {
    return {name, [](Record& record, std::string_view cell, CellContext&) { record.*member = idFrom(cell); },
            [](const Record& record, std::string& cell) { cell += record.*member; }, required};
}

/// A column that holds the id of another record.
template <auto member, class Record = typename MemberOf<member>::RecordType>
constexpr Column<Record> idColumn(std::string_view name, bool required = false) {
    return {name,
            [](Record& record, std::string_view cell, CellContext& context) {
                record.*member = context.ids(idFrom(cell));
            },
            [](const Record& record, std::string& cell) { cell += record.*member; }, required};
}

inline void keepVerbatim(model::Event& event, std::string_view count) {
    event.details.edit().countVerbatim = count;
}
inline void keepVerbatim(model::Tally& tally, std::string_view count) {
    tally.verbatim = count;
}

/// A column that holds a count; a count in words is kept in the `verbatim` member too, unless a later column
/// fills it.
template <auto member, class Record = typename MemberOf<member>::RecordType>
constexpr Column<Record> countColumn(std::string_view name) {
    return {name,
            [](Record& record, std::string_view cell, CellContext& context) {
                if (!context.typed) {
                    record.*member = model::CountRange::parse(std::string(cell));
                    return;
                }
                const TypedCount count = typedCount(cell);
                record.*member = count.range;
                if (count.isInWords)
                    keepVerbatim(record, cell);
            },
            [](const Record& record, std::string& cell) { writeValue(record.*member, cell); }};
}

/// A column that holds the id of a place, "unknown" for none.
template <auto member, class Record = typename MemberOf<member>::RecordType>
constexpr Column<Record> placeColumn(std::string_view name, bool required) {
    return {name,
            [](Record& record, std::string_view cell, CellContext& context) {
                const bool isUnknown = cell.size() == 7 && normalizedWord(cell) == "unknown";
                record.*member = isUnknown ? model::Id{} : context.ids(idFrom(cell));
            },
            [](const Record& record, std::string& cell) {
                cell +=
                    (record.*member).empty() ? std::string_view("unknown") : std::string_view(record.*member);
            },
            required};
}

/// A column of the main citation of an event or a tally.
template <class Record, auto member>
constexpr Column<Record> citationColumn(std::string_view name, bool required = false) {
    return {name,
            [](Record& record, std::string_view cell, CellContext& context) {
                constexpr bool isSource = member == &model::Citation::sourceId;
                if (isSource && record.citations.empty()) {
                    record.citations = context.citations(idFrom(cell));
                    return;
                }
                auto& citations = record.citations.edit();
                if (citations.empty())
                    citations.emplace_back();
                citations.front().*member = isSource ? context.ids(idFrom(cell)) : context.texts(cell);
            },
            [](const Record& record, std::string& cell) {
                if (!record.citations.empty())
                    cell += record.citations.front().*member;
            },
            required};
}

} // namespace surplace::casebook
