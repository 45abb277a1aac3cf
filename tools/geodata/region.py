"""The detailed layers: 118-133 E, 37-46 N."""
from shapely.geometry import MultiLineString, Point, Polygon, box
from shapely.ops import unary_union

import gmt
import natural_earth
from coverage import areal, fit, generalise, grow, merge, parts, simplify
from tables import REGION, names, rows

GSHHG, DCW = "GSHHG 2.3.7 full", "DCW-GMT 2.1.1"
NE_IN_DCW = "Natural Earth 4.1 (QGIS copy) fitted to DCW-GMT 2.1.1"

# Metres. The DCW coast is itself 390 m off in the median, so its finer wiggles are not knowledge.
COAST, DCW_COAST, INLAND, RIVER = 40, 300, 40, 40

# About 0.1 km2: what is smaller is a remnant of tracing the shore.
SMALLEST_LAKE_SQUARE_DEGREES = 1e-5

KHANKA = box(131.8, 44.4, 133.0, 45.5)

# The first area keeps its outline: the CN-KP border is the outline of KP.
DCW_AREAS = ("KP", "CN-TJ", "CN-LN", "CN-JL", "CN-HL", "CN-NM", "CN-HE", "CN-SD", "KR", "RU-PRI", "MN")
DCW_NAMES = {"RU-PRI": "RU.PRI"}
COUNTRY_NAMES = {row["code"]: row for row in rows("countries.csv")}

# Cuts of the border line. Below 40.0 N the islands of the Yalu's mouth are separate areas, and no line is known.
# Errors in km against a yardstick that is no part of the data, measured for DCW-GMT 2.1.1.
REACHES = (
    ("Yalu", (124.25, 40.0, 129.0, 41.9025), (0.22, 0.61, 1.4), 0),
    ("Paektu", (127.9, 41.9025, 128.4555, 42.2), (1.3, 2.7, 4.0), 1),
    ("Tumen", (128.4555, 41.9, 130.615, 43.1), (0.25, 0.58, 1.7), 0),
)
NEAR_DEGREES = 0.003

# Hand-drawn after its published size (9.8 km2): no Debian package holds the lake.
HEAVEN_LAKE = Polygon([
    (128.0385, 42.004), (128.0415, 42.014), (128.047, 42.021), (128.055, 42.0265), (128.064, 42.0255),
    (128.0715, 42.018), (128.076, 42.009), (128.0765, 42.0), (128.0735, 41.992), (128.067, 41.987),
    (128.0585, 41.9865), (128.050, 41.9905), (128.0425, 41.996)])
HEAVEN_LAKE_NAMES = {"name_en": "Heaven Lake", "name_zh": "天池", "name_ko": "천지"}


def land_and_lakes():
    faces = gmt.shore(REGION, "f")
    areas = {(kind, i): face for i, (kind, face) in enumerate(faces)}
    thin, _ = generalise(areas, REGION, lambda left, right: COAST)
    # Lakes are drawn over the land, so the land needs no holes for them.
    land = [{"source": GSHHG, "geometry": Polygon(p.exterior)}
            for (kind, _), g in thin.items() if kind == "land" for p in parts(g)]
    lakes = [{"source": GSHHG, "geometry": g} for (kind, _), g in thin.items()
             if kind == "lake" and g.area > SMALLEST_LAKE_SQUARE_DEGREES]
    for row in rows("lakes.csv"):
        spot = Point(float(row["lon"]), float(row["lat"]))
        min(lakes, key=lambda lake: lake["geometry"].distance(spot)).update(names(row))
    lakes.append({"source": "hand-drawn, within 0.5 km", "geometry": HEAVEN_LAKE, **HEAVEN_LAKE_NAMES})
    return land, lakes


def areas():
    """Every DCW area of the region, made to meet, with KP, KR cut into the provinces of Natural Earth."""
    outlines = {code: gmt.outline(DCW_NAMES.get(code, code.replace("-", "."))) for code in DCW_AREAS}
    # DCW's Heilongjiang holds all of Lake Khanka and a strip of its far shore; its China ends at the line in the lake.
    beyond = outlines["CN-HL"].intersection(KHANKA).difference(gmt.outline("CN"))
    outlines["CN-HL"] = outlines["CN-HL"].difference(beyond)
    outlines["RU-PRI"] = unary_union([outlines["RU-PRI"], beyond])
    # Fitted on a wider frame, so that a gap which the frame would cut open is seen as closed.
    wider = box(*REGION).buffer(0.5, join_style=2).bounds
    fitted = {code: areal(area.intersection(box(*REGION))) for code, area in fit(outlines, wider).items()}
    fitted = {code: area for code, area in fitted.items() if not area.is_empty}
    kp = fitted["KP"]
    pieces = {}
    for code, area in fitted.items():
        inside = {c: a for c, a in natural_earth.provinces(REGION).items() if c.startswith(code)} \
            if code in ("KP", "KR") else {}
        pieces.update(grow(inside, area) if inside else {code: area})
        for owner, piece in inside.items():
            # DCW lacks a few islands, Ulleungdo for one.
            missing = [island for island in parts(piece) if island.distance(area) > 0.1]
            pieces[owner] = areal(unary_union([pieces[owner], *missing]))
    return kp, pieces


def border(kp, china, russia):
    """The outline of KP where it runs beside China, cut into reaches, and beside Russia."""
    edge = kp.boundary

    def beside(other):
        return MultiLineString(merge(edge.intersection(other.boundary.buffer(NEAR_DEGREES))))
    line = beside(china)
    records = []
    for reach, cut, (p50, p90, largest), approximate in REACHES:
        records.append({"reach": reach, "err_p50_km": p50, "err_p90_km": p90, "err_max_km": largest,
                        "approximate": approximate, "source": DCW,
                        "geometry": MultiLineString(parts(line.intersection(box(*cut)), "LineString"))})
    beside_russia = beside(russia).difference(line.buffer(1e-9))
    records.append({"reach": "KP-RU", "approximate": 0, "source": DCW,
                    "geometry": MultiLineString(parts(beside_russia, "LineString"))})
    return records


def administrative():
    """provinces, province_lines, countries and border_cn_kp: all from the same arcs."""
    kp, pieces = areas()

    def tolerance(left, right):
        countries = {owner[:2] for owner in (left, right) if owner}
        if left is None or right is None:
            return DCW_COAST
        return 0 if len(countries) > 1 and "KP" in countries else INLAND
    pieces, edges = generalise(pieces, REGION, tolerance)
    table = {row["code"]: row for row in rows("provinces.csv")}

    def source(code):
        return NE_IN_DCW if code[:2] in ("KP", "KR") else DCW
    provinces = [{"code": c, "country": c[:2], **names(table[c]), "source": source(c), "geometry": g}
                 for c, g in pieces.items()]
    inner = {}
    for left, right, line in edges:
        # Growing can leave a crumb of a neighbour on an islet: no line between provinces is that short.
        if left and right and left != right and left[:2] == right[:2] and line.length > 0.02:
            inner.setdefault(tuple(sorted((left, right))), []).append(line)
    lines = [{"a": a, "b": b, "country": a[:2], "source": source(a), "geometry": MultiLineString(merge(found))}
             for (a, b), found in sorted(inner.items())]
    countries = []
    for code in dict.fromkeys(c[:2] for c in pieces):
        whole = unary_union([g for c, g in pieces.items() if c[:2] == code])
        countries.append({"code": code, **names(COUNTRY_NAMES[code]), "source": DCW, "geometry": whole})
    by_code = {c["code"]: c["geometry"] for c in countries}
    return provinces, lines, countries, border(kp, by_code["CN"], by_code["RU"])


def rivers(reaches):
    """Yalu and Tumen are the border's reaches; the others come from WDBII, away from the border."""
    by_reach = {r["reach"]: r["geometry"] for r in reaches}
    tumen = MultiLineString(merge(unary_union([by_reach["Tumen"], by_reach["KP-RU"]])))
    records = [
        {"name_en": "Yalu (Amnok)", "name_zh": "鸭绿江", "name_ko": "압록강", "rank": 1, "source": DCW, "geometry": by_reach["Yalu"]},
        {"name_en": "Tumen (Tuman)", "name_zh": "图们江", "name_ko": "두만강", "rank": 1, "source": DCW, "geometry": tumen}]
    close = unary_union([r["geometry"] for r in reaches]).buffer(0.06)
    spots = [(Point(float(row["lon"]), float(row["lat"])), row) for row in rows("rivers.csv")]
    for level in (1, 2, 3):
        for line in simplify(merge(gmt.rivers(REGION, "f", level)), RIVER):
            away = parts(line.difference(close), "LineString")
            # A line mostly beside the border is the border river once more, as WDBII has it.
            if sum(part.length for part in away) < line.length / 2:
                continue
            named = min(spots, key=lambda s: line.distance(s[0]))
            found = names(named[1]) if line.distance(named[0]) < 0.02 else {}
            records.append({**found, "rank": level, "source": "WDBII in " + GSHHG, "geometry": MultiLineString(away)})
    return records
