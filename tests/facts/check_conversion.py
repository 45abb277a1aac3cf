#!/usr/bin/env python3
"""Nothing of the facts is lost in the bundled casebook, and nothing is added. Standard library only: python3 tests/facts/check_conversion.py"""
import copy
import csv
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
import expectations as expected

ROOT = pathlib.Path(__file__).resolve().parents[2]
FACTS, FORM, CONVERT = ROOT / "geodata/facts", ROOT / "geodata/casebook", ROOT / "tools/facts/convert"
FORM_OF = {"sources": "sources", "gazetteer": "places", "events": "events", "tallies": "tallies"}
RELATION_COLUMNS = ("part_of", "parts", "disjoint_from", "overlaps_unknown", "do_not_add_to")


def readTable(file):
    with open(file, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def readFolder(folder):
    return {file.stem: readTable(file) for file in sorted(folder.glob("*.csv"))}


def sameNumbers(written, converted):
    """Equal as numbers, the converted ones without needless zeros."""
    split = lambda text: [float(number) for number in text.split(",")] if text else []
    return split(written) == split(converted) and not re.search(r"\.\d*0(,|$)", converted)


def countBounds(text):
    """(least, most) of the people text, as cells of the facts."""
    for words, isLeast in (("at least ", True), ("up to ", False)):
        if text.startswith(words):
            bound = text.removeprefix(words)
            return (bound, "") if isLeast else ("", bound)
    least, dash, most = text.removeprefix("~").partition("-")
    return (least, most) if dash else (least, least)


def rolePair(written):
    match = re.fullmatch(r"(later stage|part|duplicate) of (\w+)", written)
    if match:
        return {"later stage": "stage_of", "part": "part_of", "duplicate": "duplicate_of"}[match[1]], match[2]
    return {"event": "event", "tally or rate": "tally"}.get(written, "statement"), ""


def placeProblems(fact, row):
    yield "kind", row["kind"] == expected.PLACE_CLASSES[fact["kind"]]
    for column in ("lon", "lat", "uncertainty_km", "check_border_km", "bbox_wsen"):
        yield column, sameNumbers(fact[column], row[column])


def eventProblems(fact, row):
    yield "kind", row["kind"] == expected.CLASSES["kind"][fact["event_type"]]
    yield "assertion", row["assertion"] == expected.CLASSES["assertion"][fact["event_status"]]
    yield "precision", row["precision"] == expected.CLASSES["precision"][fact["place_precision"]]
    yield "role", (row["role"], row["role_of"]) == rolePair(fact["counting_role"])
    yield "people", countBounds(row["people"]) == (fact["count_min"], fact["count_max"])
    yield "people", row["people"].startswith("~") == bool(re.match("about|around", fact["count_qualifier"]))
    yield "crossing_inferred", row["crossing_inferred"] == ("yes" if "inferred" in fact["crossing_basis"] else "")


def tallyProblems(fact, row):
    if fact["tally_id"] in expected.TWO_MEASURES:
        yield "value", row["value"] == "" and row["verbatim"] == expected.TWO_MEASURES[fact["tally_id"]]
    else:
        yield "value", countBounds(row["value"]) == (fact["value_min"], fact["value_max"])
        yield "value", row["value"].startswith("~") == bool(re.match("about|around", fact["qualifier"]))
    notes = [f"{column}: {fact[column]}" for column in RELATION_COLUMNS if re.search(r"[^T\dB;?]", fact[column])]
    notes += [f"basis: {fact['relation_basis']}"] if fact["relation_basis"] else []
    yield "relation_note", row["relation_note"] == " | ".join(notes)


FOLLOW = {"sources": lambda fact, row: (), "gazetteer": placeProblems, "events": eventProblems, "tallies": tallyProblems}


def rowProblems(table, fact, row):
    name = next(iter(fact.values()))
    for old, new in expected.SAME[table].items():
        if fact[old] != row[new]:
            yield f"{table} {name}: {old} is not in {new}"
    for column, holds in FOLLOW[table](fact, row):
        if not holds:
            yield f"{table} {name}: {column}"
    for column in expected.EMPTY[table].split():
        if row[column]:
            yield f"{table} {name}: {column} holds what the facts do not say"


def citationProblems(facts, form):
    wanted = [(next(iter(fact.values())), source.strip(), "", "") for table in ("events", "tallies") for fact in facts[table]
              for source in fact["other_source_ids"].split(";") if source.strip()]
    if [tuple(row.values()) for row in form["citations"]] != wanted:
        yield "citations: not the further sources of the facts, in their order"


def wantedRelations(tallies):
    """(kind, from, to) for each tally that a relation cell names; kinds other than part_of read the same from both sides."""
    wanted = set()
    for fact in tallies:
        for column in RELATION_COLUMNS:
            for other in re.findall(r"(?:^|;)(T\d+B?)(?=[?;]|$| \()", fact[column]):
                pair = (other, fact["tally_id"]) if column == "parts" else (fact["tally_id"], other)
                isPart = column in ("part_of", "parts")
                wanted.add(("part_of", *pair) if isPart else (column, *sorted(pair)))
    return wanted


def relationProblems(facts, form):
    rows = {}
    for row in form["tally_relations"]:
        pair = (row["from"], row["to"])
        rows[(row["kind"], *(pair if row["kind"] == "part_of" else sorted(pair)))] = row
    if len(rows) != len(form["tally_relations"]):
        yield "tally_relations: one relation is written twice"
    if set(rows) != wantedRelations(facts["tallies"]):
        yield f"tally_relations: {sorted(set(rows) ^ wantedRelations(facts['tallies']))}"
    bases = {tuple(pair.split(">")): basis for basis, text in expected.PART_BASIS.items() for pair in text.split()}
    ownWords = {fact["tally_id"]: fact["relation_basis"] for fact in facts["tallies"]}
    for key, row in rows.items():
        isPart = row["kind"] == "part_of"
        words = expected.RELATION_WORDS.get(key, ownWords.get(row["from"]) if isPart else "")
        basis = bases.get(key[1:]) if isPart else "inferred"
        if (row["basis"], row["doubtful"] == "yes", row["words"]) != (basis, key in expected.DOUBTFUL, words):
            yield f"tally_relations {key}: basis, doubt or words"


def caseProblems(facts, form):
    groups = list(dict.fromkeys(fact["group_id"] for fact in facts["events"] if fact["group_id"]))
    if [row["id"] for row in form["cases"]] != groups:
        yield "cases: not the groups of the facts, in their order"
    if any(not row["title"] or row["sensitivity"] or row["note"] for row in form["cases"]):
        yield "cases: a title is missing, or something is added"


def linkProblems(facts, form):
    denials = [fact["event_id"] for fact in facts["events"] if fact["event_status"] == "denied"]
    if [row["from"] for row in form["event_links"] if row["kind"] == "denies"] != denials:
        yield "event_links: not one `denies` for each denial"
    for row in form["event_links"]:
        if row["kind"] not in ("denies", "same_as") or not all(row.values()):
            yield f"event_links {row['from']}: kind, end or basis is missing"


def lastDay(facts):
    dates = [fact["as_of_edtf"] for fact in facts["tallies"]] + [fact["published_edtf"] for fact in facts["sources"]]
    return max(date for date in dates if re.fullmatch(r"\d{4}-\d\d-\d\d", date))


def casebookProblems(facts, form):
    properties = {row["key"]: row["value"] for row in form["casebook"]}
    if list(properties) != ["title", "description", "attribution", "as_of", "declare"] or not all(properties.values()):
        yield "casebook: a property is missing"
    if properties.get("as_of") != lastDay(facts) or properties.get("declare") != "published":
        yield "casebook: as_of is not the last day of the facts, or what they are is not declared"
    if "GeoNames" not in properties.get("attribution", ""):
        yield "casebook: GeoNames is not credited"


def danglingIds(form):
    ids = {table: {row["id"] for row in form[table]} for table in ("sources", "places", "cases", "events", "tallies")}
    records = ids["events"] | ids["tallies"]
    references = {
        ("events", "source"): ids["sources"], ("events", "place"): ids["places"] | {"unknown"}, ("events", "case"): ids["cases"],
        ("events", "role_of"): ids["events"], ("events", "from_place"): ids["places"], ("events", "to_place"): ids["places"],
        ("events", "crossing"): {row["id"] for row in form["places"] if row["kind"] == "crossing"},
        ("events", "tallies"): ids["tallies"], ("places", "cn_side"): ids["places"], ("places", "kp_side"): ids["places"],
        ("tallies", "source"): ids["sources"], ("tallies", "place"): ids["places"], ("citations", "record"): records,
        ("citations", "source"): ids["sources"], ("event_links", "from"): ids["events"], ("event_links", "to"): ids["events"],
        ("tally_relations", "from"): records, ("tally_relations", "to"): records,
    }
    for (table, column), known in references.items():
        for row in form[table]:
            for name in row[column].split(";") if row[column] else ():
                if name.removesuffix("?") not in known:
                    yield f"{table}: {column} names {name}, which does not exist"


def problems(facts, form):
    for table, formTable in FORM_OF.items():
        if len(facts[table]) != len(form[formTable]):
            yield f"{table}: {len(facts[table])} rows became {len(form[formTable])}"
        for fact, row in zip(facts[table], form[formTable]):
            yield from rowProblems(table, fact, row)
    for check in (citationProblems, relationProblems, caseProblems, linkProblems, casebookProblems):
        yield from check(facts, form)
    yield from danglingIds(form)


class Conversion(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.facts, cls.form = readFolder(FACTS), readFolder(FORM)

    def testConverterGivesTheCommittedBytes(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, CONVERT, "--out", folder], check=True)
            made = {file.name: file.read_bytes() for file in pathlib.Path(folder).iterdir()}
        self.assertEqual(made, {file.name: file.read_bytes() for file in FORM.iterdir()})

    def testTextIsCanonical(self):
        for file in FORM.iterdir():
            content = file.read_bytes()
            self.assertNotIn(b"\r", content, file.name)
            self.assertTrue(content.endswith(b"\n"), file.name)
            for cell in re.findall(r'(?:^|,)"((?:[^"]|"")*)"(?=,|$)', content.decode("utf-8"), re.MULTILINE):
                self.assertRegex(cell, r'[,"\n]|^\s|\s$', f"{file.name}: needless quotes")

    def testRowCounts(self):
        counts = {table: len(self.form[table]) for table in ("events", "tallies", "places", "sources")}
        self.assertEqual(counts, {"events": 189, "tallies": 55, "places": 96, "sources": 166})
        self.assertEqual(sum(row["role"] == "event" for row in self.form["events"]), 75)
        withBasis = [row for row in self.form["events"] if row["crossing_basis"]]
        self.assertEqual((sum(row["crossing_inferred"] == "yes" for row in withBasis), len(withBasis)), (19, 23))
        self.assertEqual(sum(row["verification"] == "full_text" for row in self.form["events"]), 38)

    def testEveryColumnIsAccountedFor(self):
        for table, formTable in FORM_OF.items():
            self.assertEqual(set(expected.SAME[table]) | set(expected.FOLLOWED[table].split()), set(self.facts[table][0]))
            known = [*expected.SAME[table].values(), *expected.MADE[table].split(), *expected.EMPTY[table].split()]
            self.assertEqual(sorted(known), sorted(self.form[formTable][0]))

    def testNothingIsLostOrAdded(self):
        self.assertEqual(list(problems(self.facts, self.form)), [])

    def testIdsAreUnique(self):
        for table in ("sources", "places", "cases", "events", "tallies"):
            self.assertEqual(len({row["id"] for row in self.form[table]}), len(self.form[table]), table)

    def assertCaught(self, form, planted):
        self.assertIsNotNone(next(problems(self.facts, form), None), f"not caught: {planted}")

    def testPlantedLossOfOneCellIsCaught(self):
        """Every cell of every table that holds something is emptied in turn."""
        for table, rows in self.form.items():
            for column in rows[0]:
                for index in (index for index, row in enumerate(rows) if row[column]):
                    form = copy.copy(self.form)
                    form[table] = rows[:index] + [rows[index] | {column: ""}] + rows[index + 1:]
                    self.assertCaught(form, f"{table}.csv row {index + 1} without its {column}")

    def testPlantedLossOfOneRowIsCaught(self):
        for table, rows in self.form.items():
            # a same_as link is a reading of the facts, kept in tools/facts/event_links.csv: the bytes are its test
            if table != "event_links":
                self.assertCaught(self.form | {table: rows[:-1]}, f"{table}.csv without its last row")

    def testPlantedInventionIsCaught(self):
        for table, formTable in FORM_OF.items():
            for column in expected.EMPTY[table].split():
                rows = self.form[formTable]
                self.assertCaught(self.form | {formTable: [rows[0] | {column: "S1"}] + rows[1:]}, f"{formTable}.csv with a {column}")


if __name__ == "__main__":
    unittest.main()
