"""Rows of the facts as rows of the text form. A column of the facts that is not named here does not exist: `convert` checks their headers."""
from relations import relationNote
from text_form import shortestNumber
from words import ASSERTIONS, EVENT_KINDS, PLACE_KINDS, PRECISIONS, classWord, people, role

HEADERS = {
    "events": "event_id,verification,event_type,event_status,group_id,counting_role,seq,what,count_min,count_max,count_qualifier,"
              "count_verbatim,date_edtf,date_basis,date_note,place_id,place_written,place_precision,from_place_id,to_place_id,crossing_id,"
              "crossing_basis,source_id,other_source_ids,attribution,confidence_wording,conflicts,tally_ids,note",
    "tallies": "tally_id,verification,compiler,measure,value_min,value_max,qualifier,verbatim,window_edtf,as_of_edtf,window_basis,place_id,"
               "composition,source_id,other_source_ids,confidence_wording,part_of,parts,relation_basis,disjoint_from,overlaps_unknown,"
               "do_not_add_to,note",
    "gazetteer": "place_id,name_en,name_zh,name_ko,aliases,kind,country,admin1,admin2,lon,lat,uncertainty_km,bbox_wsen,river,cn_side,kp_side,"
                 "official_crossing,coord_source,coord_status,check_border_km,check_inside,note",
    "sources": "source_id,title,publisher,host_if_other,published_edtf,date_basis,kind,language,url,evidence,prints_private_names,link_policy,"
               "note",
}

# Two measures in one row: a range from one to the other would say what neither source nor table says (its note does).
TALLIES_WITHOUT_ONE_VALUE = {"T54"}


def renamed(row, sameNames, newNames):
    cells = {name: row[name] for name in sameNames.split()}
    return cells | {new: row[old] for new, old in newNames.items()}


def sourceRow(row):
    return renamed(row, "title publisher date_basis kind language url evidence prints_private_names link_policy note",
                   {"id": "source_id", "host": "host_if_other", "published": "published_edtf"})


def placeRow(row):
    cells = renamed(row, "name_en name_zh name_ko aliases country admin1 admin2 river cn_side kp_side official_crossing check_inside note",
                    {"id": "place_id", "kind_written": "kind", "coordinate_source": "coord_source", "coordinate_status": "coord_status"})
    numbers = {name: shortestNumber(row[name]) for name in ("lon", "lat", "uncertainty_km", "check_border_km")}
    box = ",".join(shortestNumber(side) for side in row["bbox_wsen"].split(","))
    return cells | numbers | {"bbox_wsen": box, "kind": classWord(PLACE_KINDS, row["kind"], "kind", row["place_id"])}


def eventRow(row):
    cells = renamed(row, "what place_written crossing_basis date_basis date_note count_qualifier count_verbatim attribution "
                         "confidence_wording conflicts verification note",
                    {"id": "event_id", "date": "date_edtf", "source": "source_id", "case": "group_id", "sequence": "seq",
                     "from_place": "from_place_id", "to_place": "to_place_id", "crossing": "crossing_id", "tallies": "tally_ids",
                     "kind_written": "event_type", "assertion_written": "event_status", "role_written": "counting_role",
                     "precision_written": "place_precision"})
    roleWord, roleOf = role(row["counting_role"], row["event_id"])
    return cells | {
        "place": row["place_id"] or "unknown",
        "kind": classWord(EVENT_KINDS, row["event_type"], "event_type", row["event_id"]),
        "assertion": classWord(ASSERTIONS, row["event_status"], "event_status", row["event_id"]),
        "precision": classWord(PRECISIONS, row["place_precision"], "place_precision", row["event_id"]),
        "role": roleWord, "role_of": roleOf,
        "people": people(row["count_min"], row["count_max"], row["count_qualifier"]),
        "crossing_inferred": "yes" if "inferred" in row["crossing_basis"] else "",
    }


def tallyRow(row, tallyIds):
    cells = renamed(row, "measure compiler qualifier verbatim window_basis composition confidence_wording verification note",
                    {"id": "tally_id", "source": "source_id", "window": "window_edtf", "as_of": "as_of_edtf", "place": "place_id"})
    hasOneValue = row["tally_id"] not in TALLIES_WITHOUT_ONE_VALUE
    value = people(row["value_min"], row["value_max"], row["qualifier"]) if hasOneValue else ""
    return cells | {"value": value, "relation_note": relationNote(row, tallyIds)}


def citationRows(rows, idColumn):
    """The further sources of each event or tally, in the order in which the facts name them."""
    return [{"record": row[idColumn], "source": source.strip()}
            for row in rows for source in row["other_source_ids"].split(";") if source.strip()]


def caseRows(events, titles):
    """The groups in the order in which they first appear; each has its title in case_titles.csv, and no title is without a group."""
    groups = list(dict.fromkeys(row["group_id"] for row in events if row["group_id"]))
    if set(groups) != set(titles):
        raise ValueError(f"case_titles.csv and the groups of events.csv differ: {sorted(set(groups) ^ set(titles))}")
    return [{"id": group, "title": titles[group]} for group in groups]
