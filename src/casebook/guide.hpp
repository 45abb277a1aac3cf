#pragma once
#include <string_view>

namespace surplace::casebook {

/// The guide that lies in a new text form.
// clang-format off
inline constexpr std::string_view templateGuide = R"guide(A casebook to fill in
=====================
Each CSV file is a table; its first line names the columns. Open a file with LibreOffice Calc: character set "Unicode (UTF-8)", separated by
comma, text in quotation marks. Save it as CSV again, with the same settings. Columns may be moved or left out, except the required ones.
All columns are explained in docs/casebook.md (of an installed program: share/doc/surplace/docs/casebook.md).

casebook.csv         title, description, credit line and date of the whole casebook. If everything in it is already published, add the row
                     declare,published
                     Without it, a record that names no sensitivity is S3: it stays out of every picture and video for others.
sources.csv          one document per row.            Required: id, title.
places.csv           one town, crossing or area.      Required: id and a name (name_en, name_zh or name_ko). Drawn when lon and lat are given.
events.csv           one reported event per row.      Required: source (an id of sources.csv), kind, place (an id of places.csv, or: unknown), date.
cases.csv            one group of people followed through several events. Never a named private person.
citations.csv        further sources of an event or a tally.
event_links.csv      two reports of one event (same_as), or a denial (denies).
tallies.csv          figures that a source gives for a whole period. They are compared with the events, never added to them.
tally_relations.csv  how tallies lie inside or beside each other.
Only sources.csv and events.csv must be there.

Ids   letters a to z, digits, dot, underscore and hyphen. An event without an id gets one from its row: E0001, E0002 ...
Date  as exactly as the source has it, and no more:  2017-03-15   2017-03   2017   2017-03-11/2017-03-20 (a day within)   2017-07/.. (open end)
      201X (some year)   2017-21 (spring)   2017-03~ (about)   2017-03? (uncertain)
Kind  detention, holding, transfer, forced_return, handover, release, departure, arrival, asylum_entry, asylum_refused, last_contact, death;
      context, never counted: policy, border_control, closure, crackdown, appeal, response, publication, background
People     41   at least 9   more than 9   up to 600   500-600   5 or 6   about 50   dozens (24 or more)   empty: no figure given
Assertion  confirmed, reported (when empty), believed, feared (expected, not known to have happened)

When it is filled in:  surplace import FOLDER --out my.gpkg  makes the casebook and lists every row that could not be read, with the reason.
Do no harm: published facts only; no names of private persons; no place finer than a town or an official crossing.
)guide";
// clang-format on

} // namespace surplace::casebook
