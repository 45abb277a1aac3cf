"""The layers for the wide view: 70-140 E, 5-55 N."""
from shapely.geometry import MultiLineString, MultiPolygon, Polygon, box

import gmt
import natural_earth
from coverage import densify_area, merge, parts
from tables import WIDE, names, rows

NATURAL_EARTH = "Natural Earth 4.1 (QGIS copy)"
PROVINCES_OF = ("CHN", "MNG", "KOR", "PRK", "LAO", "THA", "VNM", "MMR", "KHM", "TWN")
FRAME = box(*WIDE)
# Smaller islands and lakes are less than a pixel in the wide view.
SMALLEST_SQUARE_KM = 100


def land_and_lakes():
    found = {"land": [], "lake": []}
    for kind, face in gmt.shore(WIDE, "i", "-A%d" % SMALLEST_SQUARE_KM):
        found[kind].append(face)
    # Lakes are drawn over the land, so the land needs neither holes for them nor the islands in them.
    shores = [Polygon(face.exterior) for face in found["land"]]
    outer = [s for s in shores if not any(s is not o and o.contains(s) for o in shores)]
    return [[{"source": "GSHHG 2.3.7 intermediate", "geometry": densify_area(face)} for face in faces]
            for faces in (outer, found["lake"])]


def rivers():
    records = []
    for level in (1, 2):
        lines = MultiLineString(merge(gmt.rivers(WIDE, "l", level))).intersection(FRAME)
        records.append({"rank": level, "source": "WDBII in GSHHG 2.3.7 low",
                        "geometry": MultiLineString(merge(lines))})
    return records


def countries():
    table = {row["source_code"]: row for row in rows("countries.csv")}
    records = []
    for attributes, geometry in natural_earth.features("countries", WIDE):
        clipped = parts(geometry.intersection(FRAME))
        if clipped:
            row = table[attributes["iso_a2"]]
            records.append({"code": row["code"], **names(row), "source": NATURAL_EARTH,
                            "geometry": densify_area(MultiPolygon(clipped))})
    return records


def provinces():
    return [{**row, "source": NATURAL_EARTH, "geometry": densify_area(row["geometry"])}
            for row in natural_earth.province_rows(WIDE, PROVINCES_OF)]


def disputed():
    """Lines of claims. They are drawn as claims of whom Natural Earth names, and take no side."""
    records = []
    for attributes, geometry in natural_earth.features("disputed_borders", WIDE):
        lines = parts(geometry.intersection(FRAME), "LineString")
        if lines:
            records.append({"name_en": attributes["name"], "source": NATURAL_EARTH, "geometry": MultiLineString(lines)})
    return records
