"""The years, months and days by which the archive is read: pure arithmetic of the calendar."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, Literal, Self
from zoneinfo import ZoneInfo

type Kind = Literal["year", "month", "day"]

KINDS: Final[tuple[Kind, ...]] = ("year", "month", "day")


@dataclass(frozen=True, slots=True)
class Period:
    """A year, a month or a day, by its first day."""

    kind: Kind
    first: date

    @classmethod
    def read(cls, text: str) -> Self:
        """The period of a part of an address: `2026`, `2026/04`, `2026/04/26`.

        Raises ValueError for what no calendar has, or has no day after it.
        """
        numbers = [int(part) for part in text.split("/")]
        kind = KINDS[len(numbers) - 1]
        year, month, day = [*numbers, 1, 1][:3]
        period = cls(kind, date(year, month, day))
        try:
            _after = period.after
        except OverflowError as error:
            raise ValueError(text) from error
        return period

    @classmethod
    def around(cls, kind: Kind, day: date) -> Self:
        """The year, month or day in which a day lies."""
        if kind == "year":
            return cls(kind, day.replace(month=1, day=1))
        return cls(kind, day.replace(day=1) if kind == "month" else day)

    @classmethod
    def of(cls, kind: Kind, moment: datetime, zone: ZoneInfo) -> Self:
        """The one in which an aware time lies, in a zone."""
        return cls.around(kind, moment.astimezone(zone).date())

    def __str__(self) -> str:
        return "/".join(self.first.isoformat().split("-")[: KINDS.index(self.kind) + 1])

    @property
    def after(self) -> date:
        """The day after its last one."""
        if self.kind == "day":
            return self.first + timedelta(days=1)
        if self.kind == "year" or self.first.month == 12:
            return date(self.first.year + 1, 1, 1)
        return self.first.replace(month=self.first.month + 1)

    @property
    def above(self) -> list["Period"]:
        """What it is a part of, the largest first."""
        kinds = KINDS[: KINDS.index(self.kind)]
        return [Period.around(kind, self.first) for kind in kinds]

    def span(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """Its first moment in a zone, and the one after its last."""
        return (
            datetime.combine(self.first, time.min, tzinfo=zone),
            datetime.combine(self.after, time.min, tzinfo=zone),
        )
