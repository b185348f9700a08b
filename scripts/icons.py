"""Draws the icons in `static/` that cannot be SVG, after the design of `static/icon.svg`.

.venv/bin/python scripts/icons.py
"""

import re
import sys
from itertools import pairwise
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

STATIC: Final = Path(__file__).resolve().parent.parent / "static"
GRID: Final = 32
"""The side of the design, in its own units."""

FINE: Final = 8
"""It is drawn this many times larger and then made smaller, so that edges are smooth."""

# Of each: its side, the radius of its corners in the design's units (devices round and mask icons
# themselves), and how much of the side the design takes.
ICONS: Final = {
    "icon-192.png": (192, 4.0, 1.0),
    "icon-512.png": (512, 4.0, 1.0),
    "icon-maskable-512.png": (512, 0.0, 0.8),
    "apple-touch-icon.png": (180, 0.0, 0.9),
}
FAVICON: Final = (16, 32, 48)


def draw(side: int, radius: float, share: float) -> Image.Image:
    """The icon, `side` pixels wide and high."""
    svg = (STATIC / "icon.svg").read_text()
    ground, line = re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', svg)
    [path] = re.findall(r'<path d="([^"]+)"', svg)
    [width] = re.findall(r'stroke-width="([\d.]+)"', svg)
    scale = side * FINE / GRID
    whole = side * FINE
    image = Image.new("RGBA", (whole, whole))
    pen = ImageDraw.Draw(image)
    pen.rounded_rectangle((0, 0, whole - 1, whole - 1), radius * scale, fill=ground)
    margin = whole * (1 - share) / 2
    half = float(width) * scale * share / 2
    for points in strokes(path):
        placed = [(x * scale * share + margin, y * scale * share + margin) for x, y in points]
        for (x1, y1), (x2, y2) in pairwise(placed):
            # All lines are level or upright; a closed shape has square corners.
            ends = half if len(points) > 2 else 0
            level = y1 == y2
            across, along = (ends, half) if level else (half, ends)
            box = (min(x1, x2) - across, min(y1, y2) - along)
            pen.rectangle((*box, max(x1, x2) + across, max(y1, y2) + along), fill=line)
    return image.resize((side, side), Image.Resampling.LANCZOS)


def strokes(path: str) -> list[list[tuple[float, float]]]:
    """The lines of a path of `M`, `h`, `v` and `z`, as points."""
    lines: list[list[tuple[float, float]]] = []
    for command, numbers in re.findall(r"([Mhvz])([^Mhvz]*)", path):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if command == "M":
            lines.append([(values[0], values[1])])
            continue
        x, y = lines[-1][-1]
        if command == "z":
            lines[-1].append(lines[-1][0])
        else:
            lines[-1].append((x + values[0], y) if command == "h" else (x, y + values[0]))
    return lines


def main() -> None:
    for name, design in ICONS.items():
        icon = draw(*design)
        if design[1] == 0:
            icon = icon.convert("RGB")
        icon.quantize(32, method=Image.Quantize.FASTOCTREE).save(STATIC / name, optimize=True)
    (STATIC / "root").mkdir(exist_ok=True)
    sizes = [draw(side, 4.0, 1.0) for side in FAVICON]
    sizes[-1].save(
        STATIC / "root" / "favicon.ico",
        sizes=[(side, side) for side in FAVICON],
        append_images=sizes[:-1],
        bitmap_format="bmp",
    )
    sys.stdout.write(f"Drawn in {STATIC}: {', '.join([*ICONS, 'root/favicon.ico'])}\n")


if __name__ == "__main__":
    main()
