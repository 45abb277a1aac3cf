"""The class that each word of the facts belongs to. docs/bundled-casebook.md lists the same; a word that is not here stops the conversion."""

EVENT_KINDS = {
    "detention": "detention", "held_at": "holding", "transfer": "transfer", "repatriation": "forced_return", "handover_to_china": "handover",
    "release": "release", "departure": "departure", "asylum_entry": "asylum_entry", "asylum_refused": "asylum_refused",
    "crackdown": "crackdown", "border_control": "border_control", "border_reopening": "closure", "policy": "policy",
    "state_response": "response", "un_communication": "appeal", "appeal": "appeal", "publication": "publication", "context": "background",
}

# "denied" says nothing about how sure the answer itself is: that it was given is reported, and the link `denies` holds the rest.
ASSERTIONS = {
    "confirmed": "confirmed", "confirmed by China": "confirmed", "confirmed by Canada": "confirmed", "confirmed by local police": "confirmed",
    "documented": "confirmed", "fact": "confirmed", "reported": "reported", "published": "reported", "claimed": "reported",
    "estimated": "reported", "denied": "reported", "believed": "believed", "imminent": "feared", "planned": "feared", "risk": "feared",
    "ordered": "feared",
}

PRECISIONS = {
    "exact": "exact", "city": "settlement", "town": "settlement", "prefecture": "prefecture", "province": "province", "region": "region",
    "country": "country", "unknown": "unknown", "n/a": "none",
}

PLACE_KINDS = {
    "city": "settlement", "county_seat": "settlement", "town": "settlement", "district": "settlement", "workers_district": "settlement",
    "village": "settlement", "border_crossing": "crossing", "prefecture": "prefecture", "province": "province", "region": "region",
    "country": "country", "border": "group", "group": "group",
}

ROLES = {"event": "event", "statement": "statement", "tally or rate": "tally", "not reported as having happened": "statement"}
ROLES_OF = {"later stage of ": "stage_of", "part of ": "part_of", "duplicate of ": "duplicate_of"}


def classWord(words, written, column, rowId):
    if written not in words:
        raise ValueError(f'{rowId}: {column} "{written}" is not one of: {", ".join(words)}')
    return words[written]


def role(written, rowId):
    """The role and the event that it refers to: ("stage_of", "A001"), ("event", "")."""
    for opening, word in ROLES_OF.items():
        if written.startswith(opening):
            return word, written.removeprefix(opening)
    return classWord(ROLES, written, "counting_role", rowId), ""


def people(least, most, qualifier):
    """The count as CountRange reads it: "41", "at least 9", "up to 600", "500-600", "~50", "" when no figure is given."""
    if least and least == most:
        return ("~" if qualifier.startswith(("about", "around")) else "") + least
    if least and most:
        return f"{least}-{most}"
    return f"at least {least}" if least else f"up to {most}" if most else ""
