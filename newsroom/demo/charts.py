"""Draws the pictures of the demo posts: charts of rates that were changed on known days."""

import datetime
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

from posts.share.fonts import font_for
from publication import look

WIDTH: Final = 1920
HEIGHT: Final = 1080
_LEFT, _RIGHT, _TOP, _BOTTOM = 230, 1850, 70, 950
_LETTERS: Final = 52


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """A rate in per cent from each of some days on, until `end`. Lines are drawn every `grid`."""

    days: list[tuple[datetime.date, float]]
    end: datetime.date
    grid: float


def draw(steps: Steps) -> bytes:
    """The chart as PNG. It holds numbers alone, so it is the same in every language."""
    image = Image.new("RGB", (WIDTH, HEIGHT), look.PAPER)
    pen = ImageDraw.Draw(image)
    start = steps.days[0][0]
    span = (steps.end - start).days
    lines = int(max(rate for _day, rate in steps.days) // steps.grid) + 1
    top_rate = lines * steps.grid

    def across(day: datetime.date) -> float:
        return _LEFT + (_RIGHT - _LEFT) * (day - start).days / span

    def up(rate: float) -> float:
        return _BOTTOM - (_BOTTOM - _TOP) * rate / top_rate

    for number in range(lines + 1):
        rate = number * steps.grid
        pen.line((_LEFT, up(rate), _RIGHT, up(rate)), look.RULE if number else look.INK, 3)
        _write(pen, (_LEFT - 24, up(rate)), f"{rate:g} %", "rm")
    for day, said in _dates(start, steps.end):
        pen.line((across(day), _BOTTOM, across(day), _BOTTOM + 14), look.INK, 3)
        _write(pen, (across(day), _BOTTOM + 64), said, "mm")
    points: list[tuple[float, float]] = []
    for (day, rate), (until, _rate) in zip(
        steps.days, [*steps.days[1:], (steps.end, 0.0)], strict=True
    ):
        points += [(across(day), up(rate)), (across(until), up(rate))]
    pen.line(points, look.ACCENT, 12, joint="curve")
    last = steps.days[-1][1]
    _write(pen, (_RIGHT, up(last) + 56), f"{last:g} %", "rm", look.ACCENT)
    file = BytesIO()
    image.quantize(64).save(file, "PNG", optimize=True)
    return file.getvalue()


def _dates(start: datetime.date, end: datetime.date) -> list[tuple[datetime.date, str]]:
    """The beginnings of years, or of months where there are few: (day, how it is written)."""
    months = [
        datetime.date(year, month, 1)
        for year in range(start.year, end.year + 1)
        for month in range(1, 13)
        if start <= datetime.date(year, month, 1) <= end
    ]
    if len(months) <= 12:
        return [(day, f"{day:%Y-%m}") for day in months[::2]]
    return [(day, f"{day:%Y}") for day in months if day.month == 1]


def _write(
    pen: ImageDraw.ImageDraw,
    place: tuple[float, float],
    said: str,
    anchor: str,
    colour: str = look.INK_SOFT,
) -> None:
    if font := font_for(said, _LETTERS, "en"):
        pen.text(place, said, colour, font, anchor=anchor)
