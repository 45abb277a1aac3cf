"""Writes base.gpkg and the two reliefs: make_base.py <folder of unpacked packages> <output folder>."""
import os
import sys

import natural_earth
import places
import region
import relief
import wide
from geopackage import GeoPackage

NAMES = {"name_en": "text", "name_zh": "text", "name_ko": "text"}
SOURCE = {"source": "text"}
AREA = {"code": "text", **NAMES, **SOURCE}
PROVINCE = {"code": "text", "country": "text", **NAMES, **SOURCE}
PLACE = {"geonameid": "int", **NAMES, "name_ascii": "text", "country": "text", "feature_code": "text",
         "population": "int", "elevation_m": "int", "key": "int", "kind": "text", "error_km": "real",
         "gazetteer_id": "text", **SOURCE}


def main(packages, out):
    share = os.path.join(packages, "usr/share")
    library = next(os.path.join(folder, "libgeonames.so.0") for folder, _, files in os.walk(os.path.join(packages, "usr/lib"))
                   if "libgeonames.so.0" in files)
    natural_earth.use(os.path.join(share, "qgis/resources/data/world_map.gpkg"))
    land, lakes = region.land_and_lakes()
    provinces, lines, countries, border = region.administrative()
    wide_land, wide_lakes = wide.land_and_lakes()
    near, far = places.layers(library, os.path.join(share, "libtimezonemap/ui/cities15000.txt"), os.path.join(share, "locale"))
    with GeoPackage(os.path.join(out, "base.gpkg")) as base:
        base.write("land", "land, shores within 40 m of GSHHG full", "area", SOURCE, land)
        base.write("lakes", "lakes", "area", {**NAMES, **SOURCE}, lakes)
        base.write("border_cn_kp", "reaches of the border; errors in km; approximate = 1: draw dashed", "line",
                   {"reach": "text", "err_p50_km": "real", "err_p90_km": "real", "err_max_km": "real",
                    "approximate": "int", **SOURCE}, border)
        base.write("rivers", "rivers, rank 1 is the largest", "line", {**NAMES, "rank": "int", **SOURCE}, region.rivers(border))
        base.write("provinces", "provinces; coasts are coarse, take shores from land", "area", PROVINCE, provinces)
        base.write("province_lines", "lines between provinces of one country", "line",
                   {"a": "text", "b": "text", "country": "text", **SOURCE}, lines)
        base.write("countries", "unions of the provinces", "area", AREA, countries)
        base.write("places", "towns, the largest first; key = 1: names checked by hand", "point", PLACE, near)
        base.write("ctx_land", "wide view: land", "area", SOURCE, wide_land)
        base.write("ctx_lakes", "wide view: lakes above 100 km2", "area", SOURCE, wide_lakes)
        base.write("ctx_rivers", "wide view: rivers", "line", {"rank": "int", **SOURCE}, wide.rivers())
        base.write("ctx_countries", "wide view: countries as administered", "area", AREA, wide.countries())
        base.write("ctx_provinces", "wide view: provinces as administered", "area", PROVINCE, wide.provinces())
        base.write("ctx_disputed", "wide view: lines of claims", "line", {"name_en": "text", **SOURCE}, wide.disputed())
        base.write("ctx_places", "wide view: cities above 100,000 people, and capitals", "point", PLACE, far)
    relief.build(os.path.join(share, "marble/data/maps/earth/srtm/3"), out)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
