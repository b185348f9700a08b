"""A month of a scope: RFC 5005 archive documents, at addresses that stay."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Self
from zoneinfo import ZoneInfo

from edge.stamps import keys_under
from posts.models.queryset import PostQuerySet

_MONTH = re.compile(r"(\d{4})-(\d{2})")


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of the calendar."""

    year: int
    month: int

    @classmethod
    def of(cls, time: datetime, zone: ZoneInfo) -> Self:
        """The month in which an aware time lies in a zone."""
        local = time.astimezone(zone)
        return cls(local.year, local.month)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    def span(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """Its first moment, and that of the month after it."""
        after = (self.year + 1, 1) if self.month == 12 else (self.year, self.month + 1)
        return datetime(self.year, self.month, 1, tzinfo=zone), datetime(*after, 1, tzinfo=zone)


def posts_of(posts: PostQuerySet, month: Month, zone: ZoneInfo) -> PostQuerySet:
    """The posts that came out in a month."""
    return posts.between(*month.span(zone))


def months_beside(month: Month, key: str) -> tuple[Month | None, Month | None]:
    """The nearest earlier and later months of a list in which posts ever came out.

    A month whose posts were all taken back stays, and is empty: who walks the archives falls into
    no gap, and the neighbours of a month change only when there is a new one.
    """
    months = sorted(_months_of(key))
    before = [other for other in months if other < month]
    after = [other for other in months if other > month]
    return (before[-1] if before else None), (after[0] if after else None)


def _months_of(key: str) -> Iterator[Month]:
    for part in keys_under(key):
        if found := _MONTH.fullmatch(part.removeprefix(f"{key} ")):
            yield Month(int(found[1]), int(found[2]))
