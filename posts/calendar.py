"""A month of a newsroom: what came out, what is scheduled, and where nothing is."""

import calendar
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from .models import NewerDraft, Post
from .workflow import Status


@dataclass(frozen=True, slots=True)
class Item:
    """A post on a day. `at` is on the clock of the publication."""

    post: Post
    at: datetime
    is_scheduled: bool = False
    is_newer_draft: bool = False


@dataclass(frozen=True, slots=True)
class Square:
    """A day of the grid. `is_gap`: nothing came out, or nothing is planned, on a day of the month
    that is not over before the newsroom began; `is_missed`: it is over.

    Where there is little room, days of the month without anything are one row: the first of them
    knows the last, `folds_until`, and the others are folded away.
    """

    day: date
    items: list[Item]
    is_in_month: bool
    is_today: bool
    is_gap: bool
    is_missed: bool = False
    folds_until: date | None = None
    is_folded: bool = False


def month_of(year: int, month: int, language: str, zone: ZoneInfo) -> list[list[Square]]:
    """The weeks of a month, Monday first, as one publication's clock has them."""
    weeks = calendar.Calendar().monthdatescalendar(year, month)
    start = _midnight(weeks[0][0], zone)
    end = _midnight(weeks[-1][-1] + timedelta(days=1), zone)
    items = defaultdict(list)
    for item in _items(language, zone, start, end):
        items[item.at.date()].append(item)
    today = timezone.localdate(timezone=zone)
    first = Post.objects.published(language).order_by("published_at").only("published_at").first()
    began = timezone.localdate(first.published_at, zone) if first is not None else today
    empty = [day for week in weeks for day in week if day.month == month and not items[day]]
    last = _runs([day for day in empty if day != today])
    return [
        [
            Square(
                day=day,
                items=sorted(items[day], key=lambda item: item.at),
                is_in_month=day.month == month,
                is_today=day == today,
                is_gap=day in empty and day >= began,
                is_missed=day in empty and began <= day < today,
                folds_until=last.get(day),
                is_folded=any(first < day <= until for first, until in last.items()),
            )
            for day in week
        ]
        for week in weeks
    ]


def _runs(days: list[date]) -> dict[date, date]:
    """The first and the last of the days that follow on each other, of two and more; in order."""
    runs: dict[date, date] = {}
    first = None
    for day in days:
        if first is not None and day - runs[first] == timedelta(days=1):
            runs[first] = day
        else:
            first = day
            runs[first] = day
    return {first: last for first, last in runs.items() if first != last}


def _items(language: str, zone: ZoneInfo, start: datetime, end: datetime) -> list[Item]:
    posts = Post.objects.filter(publication_id=language).defer("body", "summary")
    public = posts.published().between(start, end)
    planned = posts.filter(status=Status.SCHEDULED).between(start, end)
    drafts = NewerDraft.objects.filter(
        stage=Status.SCHEDULED,
        post__publication_id=language,
        publish_at__gte=start,
        publish_at__lt=end,
    ).select_related("post")
    found = [Item(post, _local(post.published_at, zone)) for post in public]
    found += [Item(post, _local(post.published_at, zone), is_scheduled=True) for post in planned]
    found += [
        Item(row.post, _local(row.publish_at, zone), is_scheduled=True, is_newer_draft=True)
        for row in drafts
    ]
    return found


def _local(at: datetime | None, zone: ZoneInfo) -> datetime:
    if at is None:
        raise ValueError("What came out, or is planned, has a time.")
    return timezone.localtime(at, zone)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone)
