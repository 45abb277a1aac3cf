"""Asks GMT for its built-in data (GSHHG shores, WDBII rivers, DCW outlines) as shapely geometry."""
import subprocess

from shapely.geometry import LineString, Polygon, box
from shapely.ops import polygonize, unary_union

# What `gmt select -N` keeps (k) or skips (s): ocean, land, lake, island in lake, pond in island.
LAND, LAKE = "s/k/s/k/s", "s/s/k/s/k"


def run(arguments, text=None):
    done = subprocess.run(["gmt", *arguments], input=text, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError("gmt %s failed: %s" % (" ".join(arguments), done.stderr.strip()))
    return done.stdout


def segments(text):
    """Splits GMT's multi-segment text into lists of (longitude, latitude) degrees."""
    found, current = [], []
    for line in text.splitlines() + [">"]:
        if line.startswith(">"):
            if len(current) > 1:
                found.append(current)
            current = []
        elif line and not line.startswith("#"):
            longitude, latitude = map(float, line.split()[:2])
            current.append((round(longitude - 360 if longitude > 180 else longitude, 9), round(latitude, 9)))
    return found


def region(bounds):
    west, south, east, north = bounds
    return "-R%g/%g/%g/%g" % (west, east, south, north)


def rivers(bounds, resolution, level):
    """WDBII rivers of one level (1 is the largest), as lines."""
    return [LineString(s) for s in segments(run(["coast", region(bounds), "-D" + resolution, "-I%d" % level, "-M"]))]


def outline(code):
    """The DCW area of a country ('KP') or of a part of one ('CN.LN'); overlapping rings are joined."""
    rings = [s for s in segments(run(["coast", "-E" + code, "-M"])) if len(s) > 3]
    return unary_union([Polygon(s).buffer(0) for s in rings])


def shore(bounds, resolution, *options):
    """Faces between the GSHHG shorelines inside `bounds`: a list of ('land' or 'lake', polygon)."""
    lines = [LineString(s) for s in segments(run(["coast", region(bounds), "-D" + resolution, "-W", "-M", *options]))]
    faces = list(polygonize(unary_union(lines + [box(*bounds).exterior])))
    points = "\n".join("%.8f %.8f %d" % (*f.representative_point().coords[0], i) for i, f in enumerate(faces))
    found = []
    for kind, levels in (("land", LAND), ("lake", LAKE)):
        kept = run(["select", "-D" + resolution, "-N" + levels, "-fg", *options], points)
        found += [(kind, faces[int(float(line.split()[2]))]) for line in kept.splitlines()]
    return found
