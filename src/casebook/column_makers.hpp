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

inline void readValue(std::string& value, std::string_view cell, CellContext&) {
    value = cell;
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

inline void writeValue(const std::string& value, std::string& cell) {
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

/// A column that holds an id.
template <auto member, class Record = typename MemberOf<member>::RecordType>
constexpr Column<Record> idColumn(std::string_view name, bool required = false) {
    return {name, [](Record& record, std::string_view cell, CellContext&) { record.*member = idFrom(cell); },
            [](const Record& record, std::string& cell) { cell += record.*member; }, required};
}

/// A column that holds a count; a count in words is kept in the `verbatim` member too, unless a later column
/// fills it.
template <auto member, auto verbatim, class Record = typename MemberOf<member>::RecordType>
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
                    record.*verbatim = cell;
            },
            [](const Record& record, std::string& cell) { writeValue(record.*member, cell); }};
}

/// A column that holds the id of a place, "unknown" for none.
template <auto member, class Record = typename MemberOf<member>::RecordType>
constexpr Column<Record> placeColumn(std::string_view name, bool required) {
    return {name,
            [](Record& record, std::string_view cell, CellContext&) {
                record.*member = normalizedWord(cell) == "unknown" ? model::Id{} : idFrom(cell);
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
            [](Record& record, std::string_view cell, CellContext&) {
                if (record.citations.empty())
                    record.citations.emplace_back();
                record.citations.front().*member =
                    member == &model::Citation::sourceId ? idFrom(cell) : std::string(cell);
            },
            [](const Record& record, std::string& cell) {
                if (!record.citations.empty())
                    cell += record.citations.front().*member;
            },
            required};
}

} // namespace surplace::casebook
