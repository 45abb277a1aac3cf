#!/usr/bin/python3
"""Checks geodata/base.gpkg against geodata/SOURCES.md and against what the program relies on. Needs no GDAL."""
import csv
import hashlib
import os
import re
import sqlite3
import struct
import unittest

GEODATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "geodata")
LAYERS = {"land", "lakes", "border_cn_kp", "rivers", "provinces", "province_lines", "countries", "places", "ctx_land",
          "ctx_lakes", "ctx_rivers", "ctx_countries", "ctx_provinces", "ctx_disputed", "ctx_places"}
REGION, WIDE = (118, 37, 133, 46), (70, 5, 140, 55)
ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}


def vertices(wkb, at=0):
    """All (x, y) of a WKB geometry and the offset behind it."""
    order = "<" if wkb[at] else ">"
    kind, = struct.unpack_from(order + "I", wkb, at + 1)
    if kind == 1:
        return [struct.unpack_from(order + "2d", wkb, at + 5)], at + 21
    count, = struct.unpack_from(order + "I", wkb, at + 5)
    at, found = at + 9, []
    for _ in range(count if kind > 2 else 1):
        if kind in (2, 3):
            number = count
            if kind == 3:
                number, = struct.unpack_from(order + "I", wkb, at)
                at += 4
            flat = struct.unpack_from(order + "%dd" % (2 * number), wkb, at)
            at += 16 * number
            found += zip(flat[::2], flat[1::2])
        else:
            inner, at = vertices(wkb, at)
            found += inner
    return found, at


def geometry(blob):
    """Vertices of a GeoPackage geometry blob."""
    return vertices(blob[8 + ENVELOPE_BYTES[blob[3] >> 1 & 7]:])[0]


class BaseMap(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.base = sqlite3.connect("file:%s?mode=ro&immutable=1" % os.path.join(GEODATA, "base.gpkg"), uri=True)
        with open(os.path.join(GEODATA, "SOURCES.md"), encoding="utf-8") as page:
            cls.page = page.read()

    @classmethod
    def tearDownClass(cls):
        cls.base.close()

    def rows(self, query):
        return self.base.execute(query).fetchall()

    def shapes(self, layer, where="1"):
        return [geometry(row[0]) for row in self.rows("SELECT geom FROM %s WHERE %s" % (layer, where))]

    def test_layers_are_there_in_epsg_4326(self):
        found = self.rows("SELECT c.table_name, s.organization, s.organization_coordsys_id FROM gpkg_contents c "
                          "JOIN gpkg_spatial_ref_sys s ON s.srs_id = c.srs_id WHERE c.data_type = 'features'")
        self.assertEqual({name for name, _, _ in found}, LAYERS)
        self.assertEqual({(authority, code) for _, authority, code in found}, {("EPSG", 4326)})

    def test_features_and_vertices_are_as_documented(self):
        documented = {name: (int(features), int(total)) for name, features, total in
                      re.findall(r"^\| (\w+) \| (\d+) \| (\d+) \|", self.page, re.M)}
        self.assertEqual(set(documented), LAYERS)
        for layer, expected in documented.items():
            shapes = self.shapes(layer)
            self.assertEqual((len(shapes), sum(map(len, shapes))), expected, layer)

    def test_files_have_the_documented_sha256(self):
        documented = re.findall(r"^\| (\S+) \| (\d+) \| ([0-9a-f]{64}) \|", self.page, re.M)
        self.assertEqual({name for name, _, _ in documented}, {"base.gpkg", "border_relief.tif", "wide_relief.tif"})
        for name, size, checksum in documented:
            with open(os.path.join(GEODATA, name), "rb") as file:
                content = file.read()
            self.assertEqual((len(content), hashlib.sha256(content).hexdigest()), (int(size), checksum), name)

    def test_every_vertex_is_inside_its_frame(self):
        for layer in LAYERS:
            west, south, east, north = WIDE if layer.startswith("ctx_") else REGION
            for x, y in (vertex for shape in self.shapes(layer) for vertex in shape):
                self.assertTrue(west - 1e-9 <= x <= east + 1e-9 and south - 1e-9 <= y <= north + 1e-9, (layer, x, y))

    def test_border_reaches_and_border_rivers_keep_to_their_valleys(self):
        self.assertEqual([row[0] for row in self.rows("SELECT reach FROM border_cn_kp")], ["Yalu", "Paektu", "Tumen", "KP-RU"])
        self.assertEqual(self.rows("SELECT reach FROM border_cn_kp WHERE approximate = 1"), [("Paektu",)])
        for layer, where, box in (("border_cn_kp", "reach = 'Yalu'", (124.25, 40.0, 128.5, 41.91)),
                                  ("rivers", "name_ko = '압록강'", (124.25, 40.0, 128.5, 41.91)),
                                  ("border_cn_kp", "reach = 'Tumen'", (128.45, 41.9, 130.68, 43.1)),
                                  ("rivers", "name_ko = '두만강'", (128.45, 41.9, 130.7, 43.1))):
            shape, = self.shapes(layer, where)
            for x, y in shape:
                self.assertTrue(box[0] <= x <= box[2] and box[1] - 1e-9 <= y <= box[3], (where, x, y))

    def test_provinces_have_one_code_each_and_three_names_in_china_and_korea(self):
        for layer in ("provinces", "ctx_provinces"):
            codes = [row[0] for row in self.rows("SELECT code FROM " + layer)]
            self.assertEqual(len(codes), len(set(codes)), layer)
            self.assertNotIn(None, codes)
            unnamed = self.rows("SELECT code FROM %s WHERE country IN ('CN', 'KP', 'KR') AND code NOT LIKE '%%~%%' AND "
                                "(name_en IS NULL OR name_zh IS NULL OR name_ko IS NULL)" % layer)
            self.assertEqual(unnamed, [], layer)
        self.assertEqual(self.rows("SELECT count(*) FROM ctx_provinces WHERE code LIKE 'CN-__'"), [(31,)])
        self.assertEqual(self.rows("SELECT count(*) FROM provinces WHERE country = 'KP'"), [(11,)])

    def test_places_stand_where_the_gazetteer_has_them(self):
        with open(os.path.join(GEODATA, "facts", "gazetteer.csv"), encoding="utf-8", newline="") as table:
            gazetteer = {row["place_id"]: row for row in csv.DictReader(table)}
        placed = self.rows("SELECT gazetteer_id, geom FROM places WHERE gazetteer_id IS NOT NULL")
        self.assertGreater(len(placed), 35)
        for place, blob in placed:
            (x, y), = geometry(blob)
            self.assertAlmostEqual(x, float(gazetteer[place]["lon"]), 9, place)
            self.assertAlmostEqual(y, float(gazetteer[place]["lat"]), 9, place)

    def test_every_layer_has_its_attribution(self):
        with open(os.path.join(GEODATA, "attribution.csv"), encoding="utf-8", newline="") as table:
            texts = {row["layer"]: row["text"] for row in csv.DictReader(table)}
        self.assertEqual(set(texts), LAYERS | {"border_relief", "wide_relief"})
        self.assertTrue(all(texts.values()))


if __name__ == "__main__":
    unittest.main()
