"""The relations between tallies: ids become rows, words stay words."""
import re

# column: (kind, whether the row is the whole of which the named one is a part)
RELATION_COLUMNS = {
    "part_of": ("part_of", False), "parts": ("part_of", True), "disjoint_from": ("disjoint_from", False),
    "overlaps_unknown": ("overlaps_unknown", False), "do_not_add_to": ("do_not_add_to", False),
}
STRENGTH = {"inferred": 0, "stated": 1, "arithmetic": 2}
NAMED_ID = re.compile(r"(T\d+[A-Z]?)(\??)(?: \((.*)\))?")


def basisClass(words):
    """The class that a relation_basis cell opens with; None when it gives a reason of another sort."""
    if words.startswith(("arithmetic", "stated by arithmetic")):
        return "arithmetic"
    return next((word for word in ("stated", "inferred") if words.startswith(word)), None)


def namedTallies(cell, tallyIds):
    """(id, doubtful, words in brackets) for each piece of a relation cell that names a tally."""
    for piece in cell.split(";"):
        match = NAMED_ID.fullmatch(piece.strip())
        if match and match[1] in tallyIds:
            yield match[1], "yes" if match[2] else "", match[3] or ""


def holdsWords(cell, tallyIds):
    pieces = cell.split(";") if cell else []
    return any(re.fullmatch(r"(T\d+[A-Z]?)\??", piece) is None for piece in pieces)


def relationNote(row, tallyIds):
    """The relation cells that are not only ids, each after its column's name, and the basis as written."""
    notes = [f"{column}: {row[column]}" for column in RELATION_COLUMNS if holdsWords(row[column], tallyIds)]
    if row["relation_basis"]:
        notes.append(f"basis: {row['relation_basis']}")
    return " | ".join(notes)


def basisOf(row, column):
    """A basis cell speaks of the whole that its row is a part of; of the row's parts only when there is no such whole."""
    words = row["relation_basis"]
    speaks = column == "part_of" or (column == "parts" and not row["part_of"])
    found = basisClass(words) if speaks else None
    return (found, words) if found else ("inferred", "")


def tallyRelations(tallies):
    """One row per pair and kind. Of two rows that name the same relation the stronger basis counts, and the part's own on a tie."""
    tallyIds = {row["tally_id"] for row in tallies}
    relations, ranks = {}, {}
    for row in tallies:
        for column, (kind, isWhole) in RELATION_COLUMNS.items():
            for other, doubtful, bracketed in namedTallies(row[column], tallyIds):
                part, whole = (other, row["tally_id"]) if isWhole else (row["tally_id"], other)
                basis, words = basisOf(row, column)
                key = _key(relations, kind, part, whole)
                relation = relations.setdefault(key, {"kind": kind, "from": part, "to": whole})
                if doubtful:
                    relation["doubtful"] = doubtful
                rank = (STRENGTH[basis], not isWhole)
                if rank > ranks.get(key, (-1, False)):
                    relation.update(basis=basis, words=words if kind == "part_of" else bracketed)
                    ranks[key] = rank
    return list(relations.values())


def _key(relations, kind, part, whole):
    """All kinds but part_of read the same from both sides, so that the side written first stands for both."""
    reverse = (kind, whole, part)
    return reverse if kind != "part_of" and reverse in relations else (kind, part, whole)
