"""Writes resources/world/world.json: the outline of the land and the middle of each country, for the map of places.

    python packaging/world_outline.py FOLDER

FOLDER is the unpacked npm package world-atlas 2.0.2, whose TopoJSON holds Natural Earth's 1:110m data (public domain).
"""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parent.parent / "resources" / "world" / "world.json"
Ring = list[tuple[float, float]]


def arcs_of(topology: dict[str, Any]) -> list[Ring]:
    """The arcs in degrees: TopoJSON keeps them as steps from point to point, in whole units of a grid."""
    (scale_x, scale_y), (left, top) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for step_x, step_y in steps:
            x, y = x + step_x, y + step_y
            arc.append((x * scale_x + left, y * scale_y + top))
        arcs.append(arc)
    return arcs


def ring_of(numbers: Iterable[int], arcs: list[Ring]) -> Ring:
    """A ring put together from arcs; a negative number is an arc run backwards."""
    ring: Ring = []
    for number in numbers:
        ring += (arcs[number] if number >= 0 else arcs[~number][::-1])[1 if ring else 0 :]
    return ring


def area_and_middle(ring: Ring) -> tuple[float, tuple[float, float]]:
    """The area of a ring in square degrees, and the middle of that area."""
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x0 * y1 - x1 * y0
        area, x, y = area + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return abs(area) / 2, (x / (3 * area), y / (3 * area)) if area else ring[0]


def unbroken(ring: Ring) -> list[Ring]:
    """A ring that goes on over the 180th meridian instead of leaping to the other side of the map, once on either side.

    One that goes around the world, Antarctica's, is closed at the pole.
    """
    turned, shift = [ring[0]], 0
    for (before, _), (longitude, latitude) in itertools.pairwise(ring):
        shift += 360 * (longitude - before < -180) - 360 * (longitude - before > 180)
        turned.append((longitude + shift, latitude))
    if abs(turned[-1][0] - turned[0][0]) > 180:
        turned += [(turned[-1][0], -90.0), (turned[0][0], -90.0)]
    beyond = -360 if max(turned)[0] > 180.1 else 360 if min(turned)[0] < -180.1 else 0
    return [turned, [(longitude + beyond, latitude) for longitude, latitude in turned]] if beyond else [turned]


def polygons_of(geometry: dict[str, Any], arcs: list[Ring]) -> list[list[Ring]]:
    parts = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    return [[ring_of(ring, arcs) for ring in polygon] for polygon in parts]


def main() -> None:
    folder = Path(sys.argv[1])
    land = json.loads((folder / "land-110m.json").read_text("utf-8"))
    outlines = [
        [[round(lon, 1), round(lat, 1)] for lon, lat in ring]
        for geometry in land["objects"]["land"]["geometries"]
        for polygon in polygons_of(geometry, arcs_of(land))
        for outline in polygon
        for ring in unbroken(outline)
    ]
    countries = json.loads((folder / "countries-110m.json").read_text("utf-8"))
    middles = {}
    for geometry in countries["objects"]["countries"]["geometries"]:
        rings = [polygon[0] for polygon in polygons_of(geometry, arcs_of(countries))]
        if "id" in geometry:
            lon, lat = max(map(area_and_middle, rings))[1]
            middles[int(geometry["id"])] = [round(lon, 1), round(lat, 1)]
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps({"land": outlines, "middles": middles}, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
