"""Areas that share their borders: every line between two areas is one arc, simplified once for both."""
import math

import numpy
from shapely import affinity
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon, box
from shapely.ops import linemerge, polygonize, unary_union
from shapely.prepared import prep

METERS_PER_DEGREE = 111320.0
LONGEST_EDGE_DEGREES = 0.25


def densify(coordinates):
    """Cuts edges longer than LONGEST_EDGE_DEGREES, alike in both directions, so that they bend with a projection."""
    dense = [coordinates[0]]
    for a, b in zip(coordinates, coordinates[1:]):
        pieces = math.ceil(math.hypot(b[0] - a[0], b[1] - a[1]) / LONGEST_EDGE_DEGREES - 1e-9)
        low, high = min(a, b), max(a, b)
        inner = [(low[0] + (high[0] - low[0]) * i / pieces, low[1] + (high[1] - low[1]) * i / pieces)
                 for i in range(1, pieces)]
        dense += (inner if low == a else inner[::-1]) + [b]
    return dense


def densify_area(area):
    polygons = [Polygon(densify(list(p.exterior.coords)), [densify(list(r.coords)) for r in p.interiors])
                for p in parts(area)]
    return MultiPolygon(polygons)


def parts(geometry, kind="Polygon"):
    """The simple parts of one kind inside any geometry."""
    if geometry.geom_type == kind:
        return [] if geometry.is_empty else [geometry]
    return [p for g in getattr(geometry, "geoms", []) for p in parts(g, kind)]


def areal(geometry):
    """The geometry without the points and lines that an overlay leaves behind."""
    return MultiPolygon(parts(geometry))


def simplify(lines, tolerance_meters):
    """Douglas-Peucker on all lines at once: ends stay, and no line comes to cross another."""
    if tolerance_meters <= 0 or not lines:
        return list(lines)
    west, south, east, north = MultiLineString(lines).bounds
    shrink = math.cos(math.radians((south + north) / 2))
    flat = affinity.scale(MultiLineString(lines), shrink, 1, origin=(0, 0))
    thin = flat.simplify(tolerance_meters / METERS_PER_DEGREE, preserve_topology=True)
    originals = {}
    for line in lines:
        for x, y in line.coords:
            originals[(x * shrink, y)] = (x, y)
    return [LineString([originals[c] for c in line.coords]) for line in parts(thin, "LineString")]


class Lookup:
    """Which area holds a point: `areas` maps an owner to its geometry."""

    def __init__(self, areas):
        pieces = [(owner, p) for owner, area in areas.items() for p in parts(area)]
        self._owners = [owner for owner, _ in pieces]
        self._shapes = [prep(p) for _, p in pieces]
        self._boxes = numpy.array([p.bounds for _, p in pieces])

    def owner(self, point):
        west, south, east, north = self._boxes.T
        near = (west <= point.x) & (point.x <= east) & (south <= point.y) & (point.y <= north)
        return next((self._owners[i] for i in numpy.flatnonzero(near) if self._shapes[i].contains(point)), None)


def merge(lines):
    """Joins lines end to end into as few as possible, in a fixed order."""
    joined = linemerge(parts(lines, "LineString") if hasattr(lines, "geom_type") else lines)
    return sorted(parts(joined, "LineString"), key=lambda line: line.coords[0])


def arcs(areas, bounds):
    """The lines between areas, and between areas and the frame, each once."""
    lines = unary_union([area.boundary for area in areas.values()] + [box(*bounds).exterior])
    frame = box(*bounds).exterior
    return merge(lines), frame


def sides(arc, lookup):
    """Owners left and right of an arc, tested beside the middle of its longest edge."""
    (ax, ay), (bx, by) = max(zip(arc.coords, arc.coords[1:]), key=lambda e: math.dist(*e))
    length = math.hypot(bx - ax, by - ay)
    dx, dy = -(by - ay) / length * 1e-7, (bx - ax) / length * 1e-7
    x, y = (ax + bx) / 2, (ay + by) / 2
    return lookup.owner(Point(x + dx, y + dy)), lookup.owner(Point(x - dx, y - dy))


def generalise(areas, bounds, tolerance_of):
    """Simplifies areas together. `tolerance_of(left, right)` gives metres for an arc between two owners (None: sea).

    Returns the new areas, and the arcs as (left, right, line)."""
    lookup = Lookup(areas)
    lines, frame = arcs(areas, bounds)
    groups = {}
    for line in lines:
        pair = sides(line, lookup)
        # The frame stays straight, whatever lies along it.
        tolerance = 0 if frame.distance(line.interpolate(0.5, normalized=True)) < 1e-9 else tolerance_of(*pair)
        groups.setdefault(tolerance, []).append(line)
    thin = [line for tolerance, group in sorted(groups.items()) for line in simplify(group, tolerance)]
    thin = [LineString(densify(list(line.coords))) for line in thin]
    thin = merge(unary_union(thin))
    owned = {}
    for face in polygonize(thin):
        owner = lookup.owner(face.representative_point())
        if owner is not None:
            owned.setdefault(owner, []).append(face)
    result = {owner: unary_union(owned[owner]) for owner in areas if owner in owned}
    lookup = Lookup(result)
    return result, [(*sides(line, lookup), line) for line in thin]


def grow(pieces, whole):
    """Grows pieces evenly until they fill `whole`, and cuts what lies outside of it."""
    grown = {owner: areal(piece.intersection(whole)) for owner, piece in pieces.items()}
    rest = areal(whole.difference(unary_union(list(grown.values()))))
    for distance in (0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2, 0.4):
        for owner, piece in pieces.items():
            if rest.is_empty:
                break
            near = areal(rest.intersection(piece.buffer(distance, 4)))
            grown[owner] = areal(unary_union([grown[owner], near]))
            rest = areal(rest.difference(near))
    for island in parts(rest):
        nearest = min(pieces, key=lambda owner: pieces[owner].distance(island))
        grown[nearest] = unary_union([grown[nearest], island])
    return {owner: areal(area) for owner, area in grown.items() if not area.is_empty}


def fit(areas, bounds, widest_gap_square_degrees=0.004):
    """Makes areas meet: the first in order wins an overlap, and a gap closed in by two or more goes to the neighbour
    with the longest common edge, never to the first of them all (whose outline is kept as it is)."""
    taken, fitted = Polygon(), {}
    for owner, area in areas.items():
        fitted[owner] = areal(area.intersection(box(*bounds)).difference(taken))
        taken = unary_union([taken, area])
    fitted = {owner: area for owner, area in fitted.items() if not area.is_empty}
    first = next(iter(fitted))
    near = {owner: prep(area) for owner, area in fitted.items()}
    gaps = [g for whole in parts(unary_union(list(fitted.values())))
            for g in (Polygon(r) for r in whole.interiors) if g.area < widest_gap_square_degrees]
    filled = {owner: [area] for owner, area in fitted.items()}
    for gap in gaps:
        neighbours = [owner for owner in fitted if near[owner].intersects(gap)]
        if len(neighbours) > 1:
            surroundings = box(*gap.bounds).buffer(0.001)
            shared = {o: fitted[o].intersection(surroundings).boundary.intersection(gap.boundary).length
                      for o in neighbours if o != first}
            filled[max(shared, key=shared.get)].append(gap)
    return {owner: areal(unary_union(pieces)) for owner, pieces in filled.items()}
