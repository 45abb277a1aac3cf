"""The yardstick of frames: QGIS exports the same layers, extent and size as PNG.

Events are dots of 5 px coloured by kind, legs are lines of 1 px, towns of the base map have their names. --plain draws
all dots in one colour and no names: the least that QGIS can do.

qgis_frame.py [--plain] GEODATA CASEBOOK.gpkg OUT.png REPEATS [XMIN YMIN XMAX YMAX]
The extent is in metres of the program's conformal conic; without one it is that of the events.
JSON on stdout: wall and CPU milliseconds of each export, and how many features the layers hold.
"""
import json
import os
import sys
import time

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import (Qgis, QgsApplication, QgsCategorizedSymbolRenderer, QgsCoordinateReferenceSystem,
                       QgsCoordinateTransform, QgsFillSymbol, QgsLineSymbol, QgsMapRendererParallelJob, QgsMapSettings,
                       QgsMarkerSymbol, QgsPalLayerSettings, QgsProject, QgsRasterLayer, QgsRectangle,
                       QgsRendererCategory, QgsSingleSymbolRenderer, QgsVectorLayer, QgsVectorLayerSimpleLabeling)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

CONIC = "+proj=lcc +lat_1=39.5 +lat_2=43.5 +lat_0=41.5 +lon_0=127 +ellps=WGS84 +units=m"  # src/geo/projection.cpp
PIXEL = {"size_unit": "Pixel", "line_width_unit": "Pixel", "outline_width_unit": "Pixel"}


def fill(color):
    return QgsFillSymbol.createSimple({"color": color, "outline_style": "no"})


def line(color, width):
    return QgsLineSymbol.createSimple({"line_color": color, "line_width": str(width), **PIXEL})


def dot(color):
    return QgsMarkerSymbol.createSimple({"name": "circle", "color": color, "outline_style": "no", "size": "5", **PIXEL})


def vector(file, name, symbol):
    layer = QgsVectorLayer(f"{file}|layername={name}", name, "ogr")
    if not layer.isValid():
        sys.exit(f"qgis_frame.py: no layer {name} in {file}")
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def by_kind():
    names = ["detention", "holding", "transfer", "forced_return", "handover", "release", "arrival", "asylum_entry", "last_contact"]
    colors = ["#d55e00", "#cc79a7", "#0072b2", "#8b0000", "#e69f00", "#009e73", "#56b4e9", "#44aa99", "#555555"]
    categories = [QgsRendererCategory(name, dot(color), name) for name, color in zip(names, colors)]
    return QgsCategorizedSymbolRenderer("kind", categories + [QgsRendererCategory(None, dot("#808080"), "other")])


def named(layer):
    labels = QgsPalLayerSettings()
    labels.fieldName = "name_en" if layer.fields().indexOf("name_en") >= 0 else "name"
    layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    layer.setLabelsEnabled(True)
    return layer


def casebook_layers(file, plain):
    """Events of a bundled casebook may be points or areas; QGIS shows each geometry type as a layer of its own."""
    layers = [vector(file, "leg_map", line("#3a4048", 1))]
    for kind, symbol in (("Polygon", fill("#55d95f02")), ("Point", dot("#d95f02"))):
        layer = QgsVectorLayer(f"{file}|layername=event_map|geometrytype={kind}", kind, "ogr")
        if layer.isValid() and layer.featureCount() != 0:
            layer.setRenderer(QgsSingleSymbolRenderer(symbol) if plain or kind == "Polygon" else by_kind())
            layers.append(layer)
    return layers


def base_layers(geodata, plain):
    base = os.path.join(geodata, "base.gpkg")
    relief = QgsRasterLayer(os.path.join(geodata, "border_relief.tif"), "relief")
    if not relief.isValid():
        sys.exit(f"qgis_frame.py: no border_relief.tif in {geodata}")
    relief.setOpacity(0.3)
    towns = [] if plain else [named(vector(base, "places", dot("#606266")))]
    return [vector(base, "land", fill("#f3f1e8")), relief, vector(base, "lakes", fill("#bed6e4")),
            vector(base, "rivers", line("#86acc6", 1)), vector(base, "province_lines", line("#b0a2a8", 1)),
            vector(base, "border_cn_kp", line("#705668", 2))] + towns


def export(settings, out):
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    if job.errors():
        sys.exit(f"qgis_frame.py: {job.errors()[0].message}")
    if not job.renderedImage().save(out, "PNG"):
        sys.exit(f"qgis_frame.py: cannot write {out}")


def main():
    plain = sys.argv[1] == "--plain"
    geodata, casebook, out, repeats, *box = sys.argv[2 if plain else 1:]
    application = QgsApplication([], False)
    application.initQgis()
    conic = QgsCoordinateReferenceSystem.fromProj(CONIC)
    events = casebook_layers(casebook, plain)
    layers = base_layers(geodata, plain) + events
    settings = QgsMapSettings()
    settings.setLayers(layers[::-1])  # QGIS takes the top layer first
    settings.setDestinationCrs(conic)
    settings.setTransformContext(QgsProject.instance().transformContext())
    settings.setOutputSize(QSize(1280, 720))
    settings.setOutputDpi(96)
    settings.setBackgroundColor(QColor("#d6e4ec"))
    if box:
        extent = QgsRectangle(*map(float, box))
    else:
        transform = QgsCoordinateTransform(events[-1].crs(), conic, QgsProject.instance())
        extent = transform.transformBoundingBox(events[-1].extent())
    settings.setExtent(extent)
    times = []
    for _ in range(int(repeats)):
        wall, cpu = time.perf_counter(), time.process_time()
        export(settings, out)
        times.append({"wall_ms": 1000 * (time.perf_counter() - wall), "cpu_ms": 1000 * (time.process_time() - cpu)})
    counts = {layer.name(): layer.featureCount() for layer in events}
    print(json.dumps({"version": Qgis.QGIS_VERSION, "frames": times, "features": counts}), flush=True)
    os._exit(0)  # tearing QGIS down is no part of a frame


main()
