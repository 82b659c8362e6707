#!/usr/bin/env python3
"""Draws the outlines of municipalities anew, simplified, as the Swift file Sources/Charts/SodertornOutlines.swift.

    outlines.py --codes 0126,0127,0128,0136,0138,0140,0181,0182,0192 FILE.geojson... > Sources/Charts/SodertornOutlines.swift

Reads GeoJSON in WGS 84 whose features have kn_kod and kn_namn; the first file that has a code gives its shape. Neighbours
share their borders exactly: borders are cut into arcs where they meet, each arc is simplified once, and the rings are put
together again from the same arcs. Islets are left out. The answer is the same at every run. Needs Python 3.9 and nothing
else.
"""
import argparse
import json
import math
import sys

WIDTH = 1000


def read(paths, codes):
    """Municipalities by code: their names and their rings in degrees, without the repeated last point."""
    names, rings = {}, {}
    for path in paths:
        with open(path, encoding="utf-8") as file:
            features = json.load(file)["features"]
        for feature in features:
            code = feature["properties"]["kn_kod"]
            if code in rings or (codes and code not in codes):
                continue
            geometry = feature["geometry"]
            polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
            names[code] = feature["properties"]["kn_namn"]
            rings[code] = [[tuple(point[:2]) for point in ring[:-1]] for polygon in polygons for ring in polygon]
    return names, rings


def project(rings):
    """Equirectangular, true to scale at the middle latitude, y downwards, WIDTH wide, without rounding."""
    points = [point for all_rings in rings.values() for ring in all_rings for point in ring]
    squeeze = math.cos(math.radians((min(y for _, y in points) + max(y for _, y in points)) / 2))
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    north = max(y for _, y in points)
    scale = WIDTH / ((east - west) * squeeze)
    return {code: [[((x - west) * squeeze * scale, (north - y) * scale) for x, y in ring] for ring in all_rings]
            for code, all_rings in rings.items()}


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def without_islets(rings, share):
    """Without rings smaller than a share (per cent) of the municipality's largest."""
    return {code: [ring for ring in all_rings if area(ring) >= share / 100 * max(map(area, all_rings))]
            for code, all_rings in rings.items()}


def corners(rings):
    """The points where arcs begin: those where borders meet or part."""
    neighbours, owners = {}, {}
    for code, all_rings in rings.items():
        for ring in all_rings:
            for before, point, after in zip(ring[-1:] + ring[:-1], ring, ring[1:] + ring[:1]):
                neighbours.setdefault(point, set()).update((before, after))
                for other in (before, after):
                    owners.setdefault(frozenset((point, other)), set()).add(code)
    found = set()
    for point, others in neighbours.items():
        sides = [frozenset(owners[frozenset((point, other))]) for other in others]
        if len(others) != 2 or sides[0] != sides[1]:
            found.add(point)
    return found


def arcs(ring, cut):
    """A ring as arcs from corner to corner; a ring without corners is one arc that begins at its least point."""
    starts = [index for index, point in enumerate(ring) if point in cut] or [ring.index(min(ring))]
    ring = ring[starts[0]:] + ring[:starts[0]]
    starts = [start - starts[0] for start in starts] + [len(ring)]
    closed = ring + ring[:1]
    return [closed[begin:end + 1] for begin, end in zip(starts, starts[1:])]


def simplified(arc, tolerance):
    """Visvalingam: the point whose triangle is smallest goes first, until none is below the tolerance squared.

    An arc is turned so that it begins at its lesser end, and so is simplified alike from both sides. A closed arc keeps
    at least four points, an open one its ends.
    """
    closed = arc[0] == arc[-1]
    turned = not closed and arc[-1] < arc[0]
    points = arc[::-1] if turned else list(arc)
    least = 4 if closed else 2

    def triangle(index):
        a, b, c = points[index - 1], points[index], points[index + 1]
        return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2

    while len(points) > least:
        smallest, index = min((triangle(index), index) for index in range(1, len(points) - 1))
        if smallest > tolerance * tolerance:
            break
        del points[index]
    return points[::-1] if turned else points


def outlines(rings, tolerance):
    cut = corners(rings)
    drawn = {}
    for code, all_rings in rings.items():
        drawn[code] = []
        for ring in all_rings:
            points = [point for arc in arcs(ring, cut) for point in simplified(arc, tolerance)[:-1]]
            whole = [(round(x), round(y)) for x, y in points]
            whole = [point for index, point in enumerate(whole) if point != whole[index - 1]]
            if len(whole) >= 3:
                drawn[code].append(whole)
    return drawn


def written(ring):
    """The first point and then steps, which are short: '512,40 3,-7 …'."""
    steps = [ring[0]] + [(b[0] - a[0], b[1] - a[1]) for a, b in zip(ring, ring[1:])]
    return " ".join(f"{x},{y}" for x, y in steps)


def wrapped(text, width):
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) + 1 > width:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return lines


def main():
    parser = argparse.ArgumentParser(description="Draws the outlines of municipalities as Swift code.")
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--codes", default="", help="municipality codes, apart by commas; all in the files otherwise")
    parser.add_argument("--tolerance", type=float, default=5.0, help="corners of this size go, in units of which the width is 1000")
    parser.add_argument("--islet", type=float, default=0.4, help="islands smaller than this many per cent of the largest part are left out")
    options = parser.parse_args()
    names, rings = read(options.files, set(filter(None, options.codes.split(","))))
    drawn = outlines(without_islets(project(rings), options.islet), options.tolerance)
    print("""/// The outlines of the municipalities of Södertörn and their neighbour Nacka, for maps.
///
/// Simplified by `tools/outlines.py` from Statistics Sweden's digital boundaries (SCB, Digitala gränser), as the package swemaps2 has
/// them; CC0. Neighbours share their borders point by point. Made by the tool: don't edit by hand.
enum SodertornOutlines {
    /// By municipality code: rings apart by `;`, each its first point and then the steps to the next, x to the east and y to the south.
    static let written: [String: String] = [""")
    for code in sorted(drawn):
        text = ";".join(written(ring) for ring in drawn[code])
        lines = wrapped(text, 116)
        print(f"        // {names[code]}")
        print(f'        "{code}": """')
        print(" \\\n".join(f"        {line}" for line in lines))
        print('        """,')
    print("    ]\n}")
    print(f"{sum(len(r) for all_rings in drawn.values() for r in all_rings)} points", file=sys.stderr)


if __name__ == "__main__":
    main()
