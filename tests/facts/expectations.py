"""What the text form must hold for each column of the facts, written down apart from the converter so that the two check each other."""


def pairs(text):
    return dict(pair.split(">") for pair in text.split())


# facts column > text form column, to be equal cell by cell, empty ones too
SAME = {
    "sources": pairs("source_id>id title>title publisher>publisher host_if_other>host published_edtf>published date_basis>date_basis kind>kind "
                     "language>language url>url evidence>evidence prints_private_names>prints_private_names link_policy>link_policy note>note"),
    "gazetteer": pairs("place_id>id name_en>name_en name_zh>name_zh name_ko>name_ko aliases>aliases kind>kind_written country>country "
                       "admin1>admin1 admin2>admin2 river>river cn_side>cn_side kp_side>kp_side official_crossing>official_crossing "
                       "coord_source>coordinate_source coord_status>coordinate_status check_inside>check_inside note>note"),
    "events": pairs("event_id>id verification>verification event_type>kind_written event_status>assertion_written group_id>case "
                    "counting_role>role_written seq>sequence what>what count_qualifier>count_qualifier count_verbatim>count_verbatim "
                    "date_edtf>date date_basis>date_basis date_note>date_note place_id>place place_written>place_written "
                    "place_precision>precision_written from_place_id>from_place to_place_id>to_place crossing_id>crossing "
                    "crossing_basis>crossing_basis source_id>source attribution>attribution confidence_wording>confidence_wording "
                    "conflicts>conflicts tally_ids>tallies note>note"),
    "tallies": pairs("tally_id>id verification>verification compiler>compiler measure>measure qualifier>qualifier verbatim>verbatim "
                     "window_edtf>window as_of_edtf>as_of window_basis>window_basis place_id>place composition>composition source_id>source "
                     "confidence_wording>confidence_wording note>note"),
}
# facts columns that functions of check_conversion.py follow one by one
FOLLOWED = {
    "sources": "", "gazetteer": "lon lat uncertainty_km check_border_km bbox_wsen", "events": "count_min count_max other_source_ids",
    "tallies": "value_min value_max other_source_ids part_of parts relation_basis disjoint_from overlaps_unknown do_not_add_to",
}
# text form columns made from the facts by those functions, and those that the facts say nothing about: they stay empty
MADE = {
    "sources": "", "gazetteer": "kind lon lat uncertainty_km check_border_km bbox_wsen",
    "events": "kind people assertion role role_of precision crossing_inferred", "tallies": "value relation_note",
}
EMPTY = {
    "sources": "accessed sha256 reliability sensitivity", "gazetteer": "other_names sensitivity", "events": "locator quote sensitivity",
    "tallies": "locator quote sensitivity",
}

CLASSES = {
    "kind": pairs("detention>detention held_at>holding transfer>transfer repatriation>forced_return handover_to_china>handover release>release "
                  "departure>departure asylum_entry>asylum_entry asylum_refused>asylum_refused crackdown>crackdown "
                  "border_control>border_control border_reopening>closure policy>policy state_response>response un_communication>appeal "
                  "appeal>appeal publication>publication context>background"),
    "precision": pairs("exact>exact city>settlement town>settlement prefecture>prefecture province>province region>region country>country "
                       "unknown>unknown n/a>none"),
    "assertion": {word: name for name, words in {
        "confirmed": ("confirmed", "confirmed by China", "confirmed by local police", "confirmed by Canada", "documented", "fact"),
        "reported": ("reported", "published", "claimed", "estimated", "denied"), "believed": ("believed",),
        "feared": ("imminent", "planned", "risk", "ordered")}.items() for word in words},
}
PLACE_CLASSES = pairs("city>settlement county_seat>settlement town>settlement district>settlement workers_district>settlement "
                      "village>settlement border_crossing>crossing prefecture>prefecture province>province region>region country>country "
                      "border>group group>group")

# T54's two figures are two measures (its note says so): they stand in `verbatim`, not as a range.
TWO_MEASURES = {"T54": "1,300; 3,200"}

# The basis of every part, read off the facts by hand.
PART_BASIS = {
    "arithmetic": "T04>T06 T05>T06 T40>T44 T43>T44",
    "stated": "T02>T01 T07>T06 T08>T06 T09>T06 T11>T40 T30>T04 T31>T06 T39>T10 T61>T60",
    "inferred": "T01>T04 T01>T06 T02>T08 T03>T01 T14>T04 T42>T43 T63>T12",
}
DOUBTFUL = {("part_of", "T14", "T04"), ("disjoint_from", "T40", "T42")}
RELATION_WORDS = {  # words that come from elsewhere than the part's own relation_basis
    ("part_of", "T40", "T44"): "arithmetic: 670 + 406 = 1,076", ("part_of", "T43", "T44"): "arithmetic: 670 + 406 = 1,076",
    ("part_of", "T02", "T08"): "", ("disjoint_from", "T41", "T42"): '"highly unlikely" to overlap',
}
