"""A month of a scope: RFC 5005 archive documents, at addresses that stay."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self
from zoneinfo import ZoneInfo

from posts.models.queryset import PostQuerySet


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


def month_before(posts: PostQuerySet, month: Month, zone: ZoneInfo) -> Month | None:
    """The nearest earlier month in which posts came out."""
    start, _end = month.span(zone)
    earlier = posts.filter(published_at__lt=start).order_by("-published_at")
    return _month_of_first(earlier, zone)


def month_after(posts: PostQuerySet, month: Month, zone: ZoneInfo) -> Month | None:
    """The nearest later month in which posts came out."""
    _start, end = month.span(zone)
    return _month_of_first(posts.filter(published_at__gte=end).order_by("published_at"), zone)


def _month_of_first(posts: PostQuerySet, zone: ZoneInfo) -> Month | None:
    found = posts.values_list("published_at", flat=True)[:1]
    return next((Month.of(time, zone) for time in found if time), None)
