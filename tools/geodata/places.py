"""Named places from GeoNames, with our own name table on top."""
import csv
import gettext
import os
import re
import subprocess

from gi.repository import GLib
from shapely.geometry import Point

from tables import REGION, WIDE, rows

HAN, HANGUL = re.compile("[\u4e00-\u9fff]+"), re.compile("[\uac00-\ud7a3 ]+")
# What the catalogues put behind the name of a city, left out beside the bare names of the table.
RANKS = {"CN": ("市", " 시"), "JP": ("市", " 시"), "KR": ("特别市", "广域市", "市", "郡", "특별시", "광역시", " 시", "시", "군")}
SMALLEST_POPULATION_WIDE = 100000


def dump_2022(library):
    """Records of the compiled city list inside libgeonames, by GeoNames id."""
    data = subprocess.run(["gresource", "extract", library, "/com/lomiri/geonames/cities.compiled"],
                          check=True, capture_output=True).stdout
    cities = GLib.Variant.new_from_bytes(GLib.VariantType.new("a(sssssssudd)"), GLib.Bytes.new(data), False)
    return {int(c[0]): {"name": c[1], "country": c[4], "population": c[7], "lat": c[8], "lon": c[9],
                        "source": "GeoNames 2022 (libgeonames)"} for c in cities.unpack()}


def dump_2014(table):
    """Records of cities15000.txt, which alone has feature codes, plain names and heights."""
    found = {}
    with open(table, encoding="utf-8", newline="") as text:
        for f in csv.reader(text, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[int(f[0])] = {"name": f[1], "name_ascii": f[2], "lat": float(f[4]), "lon": float(f[5]),
                                "feature_code": f[7], "alternates": f[3].split(","), "country": f[8], "population": int(f[14]),
                                "elevation_m": int(f[16]), "source": "GeoNames 2014 (libtimezonemap)"}
    return found


def bare(name, country, script):
    """The name if it is written in `script`, without the rank of the town; else nothing."""
    if not name or not script.fullmatch(name):
        return None
    for rank in RANKS.get(country, ()):
        if name.endswith(rank) and len(name) - len(rank) >= 2:
            return name[:-len(rank)]
    return name


def only(candidates):
    """The one name among candidates; of several, some belong to districts or are old, and none can be trusted."""
    found = {c for c in candidates if c}
    return found.pop() if len(found) == 1 else None


def catalogue(locale, language):
    """Names by id; those not in the language's script are transcriptions, which `bare` drops."""
    with open(os.path.join(locale, language, "LC_MESSAGES", "geonames.mo"), "rb") as file:
        return gettext.GNUTranslations(file)


def everywhere(library, table, locale):
    """All records of both dumps; the newer one wins, the older one adds what it lacks."""
    old, merged = dump_2014(table), {}
    for number, record in {**old, **dump_2022(library)}.items():
        merged[number] = {**old.get(number, {}), **record, "geonameid": number}
    zh, ko = catalogue(locale, "zh"), catalogue(locale, "ko")
    for number, record in merged.items():
        for column, messages, script in (("name_zh", zh, HAN), ("name_ko", ko, HANGUL)):
            said = bare(messages.gettext(str(number)), record["country"], script)
            record[column] = said or only([bare(a, record["country"], script) for a in record.get("alternates", ())])
        record["name_en"] = record["name"].replace("’", "'")
        record["key"] = 0
    for row in rows("names.csv"):
        apply(row, merged)
    return list(merged.values())


def apply(row, merged):
    """Lays one row of the name table over the record of its id, or adds a record without one."""
    number = int(row["geonameid"]) if row["geonameid"] else None
    record = merged.setdefault(number or row["name_en"], {"country": row["country"], "source": "hand-written"})
    record.update({c: row[c] for c in ("name_en", "name_zh", "name_ko", "kind")}, key=1)
    if row["lon"]:
        record.update(lon=float(row["lon"]), lat=float(row["lat"]))
    if row["error_km"]:
        record["error_km"] = float(row["error_km"])
    if row["gazetteer_id"]:
        record["gazetteer_id"] = row["gazetteer_id"]


def inside(bounds, records):
    west, south, east, north = bounds
    chosen = [r for r in records if west < r["lon"] < east and south < r["lat"] < north]
    chosen.sort(key=lambda r: (-r.get("population", 0), r.get("geonameid", 0), r["name_en"]))
    return [{**r, "geometry": Point(r["lon"], r["lat"])} for r in chosen]


def layers(library, table, locale):
    """Records of `places` and of `ctx_places`, the largest first."""
    records = everywhere(library, table, locale)
    large = [r for r in records if r.get("population", 0) >= SMALLEST_POPULATION_WIDE or r.get("feature_code") == "PPLC"]
    return inside(REGION, records), inside(WIDE, large)
