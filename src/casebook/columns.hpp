#pragma once
#include "casebook/cell.hpp"
#include "core/error.hpp"
#include "core/translation.hpp"
#include <span>

namespace surplace::casebook {

/// A citation after the first, as its own row.
struct FurtherCitation {
    model::Id record; ///< an event or a tally
    model::Citation citation;
};

/// How the GeoPackage stores a column; the text form writes the same value as text.
enum class Storage { text, integer, real };

/// One column of a table: the same in the text form and in the GeoPackage.
template <class Record>
struct Column {
    std::string_view name;
    void (*read)(Record&, std::string_view cell, CellContext&); ///< the cell is trimmed and not empty
    void (*write)(const Record&, std::string& cell);            ///< appends; nothing for an empty value
    bool required = false;                                      ///< must stand in the header and be filled in
    Storage storage = Storage::text;
};

/// The columns of a table in their canonical order.
template <class Record>
std::span<const Column<Record>> columnsOf();
template <>
std::span<const Column<model::Source>> columnsOf();
template <>
std::span<const Column<model::Place>> columnsOf();
template <>
std::span<const Column<model::Case>> columnsOf();
template <>
std::span<const Column<model::Event>> columnsOf();
template <>
std::span<const Column<FurtherCitation>> columnsOf();
template <>
std::span<const Column<model::EventLink>> columnsOf();
template <>
std::span<const Column<model::Tally>> columnsOf();
template <>
std::span<const Column<model::TallyRelation>> columnsOf();

/// Name of the table of a record type, and of its file without ".csv".
template <class Record>
std::string_view tableOf();

/// What no single cell can show: throws core::Error with the field when the cells of a record contradict each
/// other.
template <class Record>
void requireWhole(const Record&) {}
template <>
void requireWhole(const model::Place&);
template <>
void requireWhole(const model::Event&);
template <>
void requireWhole(const model::Tally&);

/// The precision that an event has when it names none: that of its place.
model::PlacePrecision precisionOf(const model::Place* place);

/// Reads one cell into a record; an error gets the column's name.
template <class Record>
void readCell(Record& record, const Column<Record>& column, std::string_view cell, CellContext& context) {
    try {
        cell = trimmed(cell);
        if (cell.size() > longestCellBytes)
            throw core::Error(core::tr("the text is longer than 65,536 bytes"), {}, core::tr("Shorten it."));
        if (!cell.empty())
            column.read(record, cell, context);
        else if (column.required)
            throw core::Error(core::tr("the cell is empty"), {},
                              column.name == "place" ? core::tr("Write the id of a place, or \"unknown\".")
                                                     : core::tr("Fill it in."));
    } catch (const core::Error& error) {
        throw error.within({"", "", 0, std::string(column.name)});
    }
}

/// A record before its cells are read.
template <class Record>
Record blankRecord(CellContext& context) {
    Record record;
    context.precisionGiven = false;
    if constexpr (requires { record.sensitivity; })
        record.sensitivity = context.sensitivity;
    return record;
}

} // namespace surplace::casebook
