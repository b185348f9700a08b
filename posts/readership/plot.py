"""Bars of days, in the units of their SVG. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from .figures import Day

HEIGHT: Final = 60
_STEP: Final = 10
_WIDTH: Final = 8
_LEAST: Final = 1  # so that one view beside thousands is seen


@dataclass(frozen=True, slots=True)
class Bar:
    """A day. `is_last`: it may not be over yet."""

    day: date
    views: int
    x: int
    height: int
    is_last: bool

    @property
    def top(self) -> int:
        return HEIGHT - self.height


@dataclass(frozen=True, slots=True)
class Plot:
    """The bars of some days, the first one first; `best` is the highest, the newest of several."""

    bars: list[Bar]
    bar_width: int = _WIDTH
    height: int = HEIGHT

    @property
    def width(self) -> int:
        return len(self.bars) * _STEP

    @property
    def total(self) -> int:
        return sum(bar.views for bar in self.bars)

    @property
    def best(self) -> Bar:
        return max(self.bars, key=lambda bar: (bar.views, bar.day))

    @property
    def newest_first(self) -> list[Bar]:
        return self.bars[::-1]


def plot(days: Sequence[Day]) -> Plot:
    """The plot of some days, at least one."""
    most = max(day.views for day in days)

    def height(views: int) -> int:
        return max(round(HEIGHT * views / most), _LEAST) if views else 0

    return Plot(
        [
            Bar(day.day, day.views, number * _STEP, height(day.views), day is days[-1])
            for number, day in enumerate(days)
        ]
    )
