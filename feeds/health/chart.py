"""The bars of a chart, in the units of its SVG. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from .figures import Day

HEIGHT: Final = 100
_STEP: Final = 10
_WIDTH: Final = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """A day: `full` stands on `cheap`, polls that cost next to nothing (304 and 226)."""

    day: date
    polls: int
    x: int
    cheap: int
    full: int

    @property
    def cheap_top(self) -> int:
        return HEIGHT - self.cheap

    @property
    def full_top(self) -> int:
        return self.cheap_top - self.full


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars, and how many polls the highest of them stands for."""

    bars: list[Bar]
    most: int
    bar_width: int = _WIDTH
    height: int = HEIGHT

    @property
    def width(self) -> int:
        return len(self.bars) * _STEP


def bars(days: Sequence[Day]) -> Chart:
    """The chart of some days."""
    most = max((day.polls for day in days), default=0)

    def height(polls: int) -> int:
        return round(HEIGHT * polls / most) if most else 0

    shown = []
    for number, day in enumerate(days):
        cheap = height(day.unchanged + day.delta)
        full = min(height(day.full), HEIGHT - cheap)
        shown.append(Bar(day.day, day.polls, number * _STEP, cheap, full))
    return Chart(shown, most)
