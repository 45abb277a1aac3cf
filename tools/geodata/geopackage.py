"""Writes layers of plain Python records as one GeoPackage, the same bytes for the same input."""
import os

from osgeo import gdal, ogr, osr
from shapely.geometry import MultiLineString, MultiPolygon
from shapely.geometry.polygon import orient

gdal.UseExceptions()
ogr.UseExceptions()

# GDAL writes the time of writing into every GeoPackage; a fixed one keeps two builds identical.
FIXED_DATE = "2023-01-01T00:00:00.000Z"
FIELD_TYPES = {"text": ogr.OFTString, "int": ogr.OFTInteger64, "real": ogr.OFTReal}
SHAPES = {"area": ogr.wkbMultiPolygon, "line": ogr.wkbMultiLineString, "point": ogr.wkbPoint}


def as_multi(shape, geometry):
    """Wraps single parts, and turns outer rings counter-clockwise, inner rings clockwise."""
    parts = [p for p in getattr(geometry, "geoms", [geometry]) if not p.is_empty]
    if shape == "area":
        return MultiPolygon([orient(p, 1.0) for p in parts if p.geom_type == "Polygon"])
    if shape == "line":
        return MultiLineString([p for p in parts if p.geom_type == "LineString"])
    return geometry


class GeoPackage:
    """A new file at `path`; an existing one is replaced. Close it with `with`."""

    def __init__(self, path):
        if os.path.exists(path):
            os.remove(path)
        gdal.SetConfigOption("OGR_CURRENT_DATE", FIXED_DATE)
        self._file = ogr.GetDriverByName("GPKG").CreateDataSource(path)
        self._srs = osr.SpatialReference()
        self._srs.ImportFromEPSG(4326)
        self._srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._file = None

    def write(self, name, description, shape, fields, records):
        """`fields` maps column to 'text', 'int' or 'real'; a record is a dict with these and 'geometry'."""
        # The program reads whole layers once, so a spatial index would only be weight.
        layer = self._file.CreateLayer(name, self._srs, SHAPES[shape], options=[
            "SPATIAL_INDEX=NO", "GEOMETRY_NAME=geom", "DESCRIPTION=" + description])
        for column, kind in fields.items():
            layer.CreateField(ogr.FieldDefn(column, FIELD_TYPES[kind]))
        layer.StartTransaction()
        for record in records:
            feature = ogr.Feature(layer.GetLayerDefn())
            for column in fields:
                if record.get(column) not in (None, ""):
                    feature.SetField(column, record[column])
            feature.SetGeometry(ogr.CreateGeometryFromWkb(as_multi(shape, record["geometry"]).wkb))
            layer.CreateFeature(feature)
        layer.CommitTransaction()
