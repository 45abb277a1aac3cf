"""The canonical text form of a casebook: columns in their order, minimal quoting, shortest numbers (docs/casebook.md)."""

COLUMNS = {
    "casebook": "key,value",
    "sources": "id,title,publisher,host,published,date_basis,kind,language,url,evidence,prints_private_names,link_policy,accessed,sha256,"
               "reliability,sensitivity,note",
    "places": "id,name_en,name_zh,name_ko,other_names,aliases,kind,kind_written,country,admin1,admin2,lon,lat,uncertainty_km,bbox_wsen,river,"
              "cn_side,kp_side,official_crossing,coordinate_source,coordinate_status,check_border_km,check_inside,sensitivity,note",
    "cases": "id,title,sensitivity,note",
    "events": "id,kind,date,place,source,people,assertion,what,case,sequence,role,role_of,locator,quote,place_written,precision,from_place,"
              "to_place,crossing,crossing_basis,crossing_inferred,date_basis,date_note,count_qualifier,count_verbatim,attribution,"
              "confidence_wording,conflicts,tallies,verification,kind_written,assertion_written,role_written,precision_written,sensitivity,note",
    "citations": "record,source,locator,quote",
    "event_links": "kind,from,to,basis",
    "tallies": "id,measure,value,source,compiler,locator,quote,qualifier,verbatim,window,as_of,window_basis,place,composition,"
               "confidence_wording,verification,relation_note,sensitivity,note",
    "tally_relations": "kind,from,to,basis,doubtful,words",
}
COLUMNS = {table: names.split(",") for table, names in COLUMNS.items()}


def shortestNumber(text):
    """"43.8800" becomes "43.88", "0.0" becomes "0": the shortest decimal that reads back as the same double."""
    if not text:
        return ""
    number = repr(float(text))
    return number.removesuffix(".0")


def quoted(cell):
    needsQuotes = any(character in cell for character in ',"\r\n') or cell != cell.strip()
    return '"' + cell.replace('"', '""') + '"' if needsQuotes else cell


def csvText(table, rows):
    """One table as text; a row is a dict, and a column that it lacks is empty. A key that is no column is a mistake in the caller."""
    columns = COLUMNS[table]
    for row in rows:
        strangers = set(row) - set(columns)
        if strangers:
            raise ValueError(f"{table}: no such column: {', '.join(sorted(strangers))}")
    lines = [columns] + [[row.get(column, "") for column in columns] for row in rows]
    return "".join(",".join(map(quoted, line)) + "\n" for line in lines)
