"""Heights from Marble's SRTM30 tiles: 2 arc-minutes, 8 bits, decoded to metres."""
import os

import numpy
from osgeo import gdal, osr

from tables import REGION, WIDE

ROWS, COLUMNS, TILE_DEGREES, PIXELS_PER_DEGREE = 8, 16, 22.5, 30
SEA = -1


def grey_levels(tiles):
    """The whole world, 5400 rows from 90 N and 10800 columns from 180 W."""
    gdal.UseExceptions()
    rows = []
    for row in range(ROWS):
        paths = [os.path.join(tiles, "%06d" % row, "%06d_%06d.jpg" % (row, column)) for column in range(COLUMNS)]
        rows.append(numpy.hstack([gdal.Open(path).ReadAsArray() for path in paths]))
    return numpy.vstack(rows)


def metres(grey):
    """Marble's grey scale is a power law of height; below level 86 it is water. Fitted to 251 towns and summits."""
    height = 5.712e-5 * numpy.maximum(grey.astype(float) - 63.36, 0) ** 3.5588
    return numpy.where(grey < 86, SEA, height).astype(numpy.int16)


def write(path, heights, bounds):
    west, south, east, north = bounds
    top, left = round((90 - north) * PIXELS_PER_DEGREE), round((west + 180) * PIXELS_PER_DEGREE)
    cut = heights[top:round((90 - south) * PIXELS_PER_DEGREE), left:round((east + 180) * PIXELS_PER_DEGREE)]
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    file = gdal.GetDriverByName("GTiff").Create(path, cut.shape[1], cut.shape[0], 1, gdal.GDT_Int16, [
        "COMPRESS=DEFLATE", "PREDICTOR=2", "ZLEVEL=9"])
    file.SetGeoTransform((west, 1 / PIXELS_PER_DEGREE, 0, north, 0, -1 / PIXELS_PER_DEGREE))
    file.SetProjection(reference.ExportToWkt())
    file.GetRasterBand(1).WriteArray(cut)
    file.FlushCache()


def build(tiles, out):
    heights = metres(grey_levels(tiles))
    write(os.path.join(out, "border_relief.tif"), heights, REGION)
    write(os.path.join(out, "wide_relief.tif"), heights, WIDE)
