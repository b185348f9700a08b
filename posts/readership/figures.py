"""What the desk shows of readership: a query or two, however much was read."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import OuterRef, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from posts.models import DailyViews, Post
from posts.models.queryset import PostQuerySet
from publication.known import known

MONTH: Final = 30
WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Day:
    """How often a post was opened on a day of its publication."""

    day: date
    views: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """A post, and how often it was opened in a week."""

    post: Post
    views: int


def of_days(post: Post) -> list[Day]:
    """A post's last `MONTH` days, each of them, today last. One query."""
    today = timezone.localdate(timezone=post.publication.zone)
    days = [today - timedelta(days=number) for number in reversed(range(MONTH))]
    rows = DailyViews.objects.filter(post_id=post.pk, day__range=(days[0], today))
    views = dict(rows.values_list("day", "views"))
    return [Day(day, views.get(day, 0)) for day in days]


def most_read(number: int) -> list[Ranked]:
    """The posts of all languages that were opened most in the last `WEEK` days. Two queries."""
    # The type checker does not know what `annotate` adds.
    rows: Any = (
        DailyViews.objects.filter(day__gte=_week_began())
        .values("post_id")
        .annotate(total=Sum("views"))
        .order_by("-total", "-post_id")[:number]
    )
    totals = {row["post_id"]: row["total"] for row in rows}
    posts = Post.objects.defer("body", "summary").in_bulk(totals)
    return [Ranked(posts[pk], total) for pk, total in totals.items()]


def with_views(posts: PostQuerySet) -> PostQuerySet:
    """Posts with `week_views`: how often each was opened in the last `WEEK` days."""
    days = DailyViews.objects.filter(post_id=OuterRef("pk"), day__gte=_week_began()).order_by()
    total = days.values("post_id").annotate(total=Sum("views")).values("total")
    return posts.annotate(week_views=Coalesce(Subquery(total), Value(0)))


def _week_began() -> date:
    """The first of `WEEK` days; where publications are not in the same day, the earlier one's."""
    todays = [timezone.localdate(timezone=row.zone) for row in known()]
    return min(todays, default=timezone.now().date()) - timedelta(days=WEEK - 1)
