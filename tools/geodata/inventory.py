"""Counts a finished base map: inventory.py <folder>

Prints the tables of layers and files; if <folder> holds a SOURCES.md, writes them between its two markers."""
import hashlib
import os
import sys

from osgeo import ogr

BEGIN, END = "<!-- written by tools/geodata/build -->", "<!-- end -->"
FILES = ("base.gpkg", "border_relief.tif", "wide_relief.tif")


def vertices(geometry):
    inner = sum(vertices(geometry.GetGeometryRef(i)) for i in range(geometry.GetGeometryCount()))
    return inner + geometry.GetPointCount()


def layer_table(path):
    source = ogr.Open(path)
    lines = ["| layer | features | vertices | columns |", "|---|---|---|---|"]
    for i in range(source.GetLayerCount()):
        layer = source.GetLayer(i)
        definition = layer.GetLayerDefn()
        columns = ", ".join(definition.GetFieldDefn(c).GetName() for c in range(definition.GetFieldCount()))
        total = sum(vertices(feature.GetGeometryRef()) for feature in layer)
        lines.append("| %s | %d | %d | %s |" % (layer.GetName(), layer.GetFeatureCount(), total, columns))
    return lines


def file_table(folder):
    lines = ["| file | bytes | sha256 |", "|---|---|---|"]
    for name in FILES:
        with open(os.path.join(folder, name), "rb") as file:
            content = file.read()
        lines.append("| %s | %d | %s |" % (name, len(content), hashlib.sha256(content).hexdigest()))
    return lines


def main(folder):
    ogr.UseExceptions()
    text = "\n".join(layer_table(os.path.join(folder, FILES[0])) + [""] + file_table(folder))
    print(text)
    sources = os.path.join(folder, "SOURCES.md")
    if os.path.exists(sources):
        with open(sources, encoding="utf-8") as file:
            before, rest = file.read().split(BEGIN)
        with open(sources, "w", encoding="utf-8") as file:
            file.write(before + BEGIN + "\n" + text + "\n" + END + rest.split(END)[1])


if __name__ == "__main__":
    main(sys.argv[1])
