"""Natural Earth 4.1 as QGIS ships it: areas by stable code."""
import re
import unicodedata

from osgeo import ogr
from shapely import wkb
from shapely.geometry import box

from coverage import parts
from tables import rows

ISO2 = {"CHN": "CN", "MNG": "MN", "KOR": "KR", "PRK": "KP", "LAO": "LA", "THA": "TH", "VNM": "VN", "MMR": "MM",
        "KHM": "KH", "TWN": "TW", "RUS": "RU"}
_path = []


def use(path):
    """Names the world_map.gpkg to read from; must come before any other call."""
    _path[:] = [path]


def features(layer, bounds):
    """Pairs of (attributes, shapely geometry) that meet `bounds`, not clipped, repaired where self-touching."""
    source = ogr.Open(_path[0])
    found = source.GetLayer(layer)
    found.SetSpatialFilterRect(*bounds)
    for feature in found:
        geometry = feature.GetGeometryRef()
        if not geometry.IsValid():
            geometry = geometry.MakeValid()
        yield {k.lower(): v for k, v in feature.items().items()}, wkb.loads(bytes(geometry.ExportToWkb()))


def slug(name):
    """ASCII words of a name: 'Thanh Hóa' becomes 'thanh-hoa'."""
    plain = unicodedata.normalize("NFKD", name.replace("đ", "d").replace("Đ", "D")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def province_rows(bounds, countries=tuple(ISO2)):
    """Rows of names and codes, with geometry clipped to `bounds`.

    A code is ISO 3166-2 where provinces.csv has it, else country, '~' and the name in ASCII."""
    table = {(r["country"], r["source_name"]): r for r in rows("provinces.csv") if r["source_name"]}
    found = []
    for attributes, geometry in features("states_provinces", bounds):
        if attributes["adm0_a3"] not in countries:
            continue
        clipped = geometry.intersection(box(*bounds))
        if not parts(clipped):
            continue
        country = ISO2[attributes["adm0_a3"]]
        row = table.get((country, attributes["name"]))
        found.append({"code": row["code"] if row else country + "~" + slug(attributes["name"]), "country": country,
                      "name_en": row["name_en"] if row else attributes["name"],
                      "name_zh": row["name_zh"] if row else None, "name_ko": row["name_ko"] if row else None,
                      "geometry": clipped})
    return found


def provinces(bounds):
    """Areas by code."""
    return {row["code"]: row["geometry"] for row in province_rows(bounds)}
