"""What the first page of the desk shows: what an editor does next."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Count, Q
from django.db.models.functions import TruncDate
from django.utils import timezone

from publication.models import Publication

from .clock import clock
from .misses.figures import open_misses
from .models import NewerDraft, Post, Revision, UnsavedText
from .models.queryset import PostQuerySet
from .readership.figures import Day
from .readership.plot import Plot, plot
from .rights import User
from .sent_back import sent_back
from .workflow import Status

SHOWN: Final = 8
DAYS: Final = 30
# The worker looks every minute; what is later than this did not go out.
LATE: Final = timedelta(minutes=3)
_UNFINISHED: Final = (Status.DRAFT, Status.IN_REVIEW, Status.SCHEDULED)


@dataclass(frozen=True, slots=True)
class Entry:
    """A post in a list of the desk. `at`: when it goes out, came out or was saved last.

    `writer` is who began it, or wrote its newer draft; `sent_back` the revision that says so.
    """

    post: Post
    stage: str
    at: datetime | None
    is_newer_draft: bool = False
    writer: str = ""
    sent_back: Revision | None = None

    @property
    def clock(self) -> str:
        """When, on the clock of its publication: `2026-06-10 07:30`."""
        return clock(self.at, self.post) if self.at is not None else ""


@dataclass(frozen=True, slots=True)
class DeskPage:
    """Each list holds at most `SHOWN` entries. `misses`: addresses that are not found, unmended."""

    mine: list[Entry]
    for_review: list[Entry]
    scheduled: list[Entry]
    late: list[Entry]
    published_today: list[Entry]
    unsaved: list[UnsavedText]
    misses: int
    days: Plot


def desk_page(user: User) -> DeskPage:
    """What a user finds there. A fixed number of queries, each by an index."""
    now = timezone.now()
    own = Q(created_by=user.pk)
    scheduled = _by_time(
        _rows(Q(status=Status.SCHEDULED), "published_at", "published_at"),
        _drafts(Q(stage=Status.SCHEDULED), "publish_at", "publish_at"),
    )
    return DeskPage(
        mine=_with_what_came_back(
            _newest(
                _rows(own & Q(status__in=_UNFINISHED), "-modified_at", "modified_at"),
                _drafts(
                    Q(post__created_by=user.pk) | Q(revision__by=user.pk),
                    "-revision__at",
                    "written",
                ),
            )
        ),
        for_review=_by_time(
            _rows(Q(status=Status.IN_REVIEW), "modified_at", "modified_at"),
            _drafts(Q(stage=Status.IN_REVIEW), "revision__at", "written"),
        ),
        scheduled=[entry for entry in scheduled if not _is_late(entry, now)],
        late=[entry for entry in scheduled if _is_late(entry, now)],
        published_today=_published_today(now),
        unsaved=list(UnsavedText.objects.filter(editor=user.pk)[:SHOWN]),
        misses=open_misses(),
        days=plot(posts_a_day(now)),
    )


def posts_a_day(now: datetime, days: int = DAYS) -> list[Day]:
    """How many posts came out on each of the last days, today last, in the first one's zone."""
    first = Publication.objects.first()
    zone = first.zone if first is not None else ZoneInfo("UTC")
    today = timezone.localtime(now, zone).date()
    start = today - timedelta(days=days - 1)
    came = (
        Post.objects.published()
        .filter(published_at__gte=_midnight(start, zone))
        .order_by()
        .annotate(day=TruncDate("published_at", tzinfo=zone))
        .values_list("day")
        .annotate(Count("pk"))
    )
    counts: dict[date, int] = dict(came)
    each = (start + timedelta(days=number) for number in range(days))
    return [Day(day, counts.get(day, 0)) for day in each]


def _published_today(now: datetime) -> list[Entry]:
    today = Q()
    for publication in Publication.objects.all():
        midnight = _midnight(timezone.localtime(now, publication.zone).date(), publication.zone)
        today |= Q(publication=publication, published_at__gte=midnight)
    if not today:
        return []
    public = Post.objects.published().filter(today)
    return [Entry(post, post.status, post.published_at) for post in _listed(public)[:SHOWN]]


def _rows(condition: Q, order: str, at: str) -> list[Entry]:
    posts = _listed(Post.objects.filter(condition).order_by(order, "pk"))[:SHOWN]
    return [
        Entry(post, post.status, getattr(post, at), writer=_name(post.created_by)) for post in posts
    ]


def _drafts(condition: Q, order: str, at: str) -> list[Entry]:
    drafts = (
        NewerDraft.objects.filter(condition)
        .select_related("post__publication", "post__section", "revision")
        .defer("post__body", "post__summary", "revision__snapshot")
        .order_by(order)[:SHOWN]
    )
    return [
        Entry(
            draft.post,
            draft.stage,
            draft.revision.at if at == "written" else draft.publish_at,
            is_newer_draft=True,
            writer=draft.revision.who,
        )
        for draft in drafts
    ]


def _listed(posts: PostQuerySet) -> PostQuerySet:
    named = posts.select_related("publication", "section", "created_by")
    return named.defer("body", "summary")


def _name(user: AbstractBaseUser | None) -> str:
    return user.get_username() if user is not None else ""


def _with_what_came_back(entries: list[Entry]) -> list[Entry]:
    drafts = [entry.post.pk for entry in entries if entry.stage == Status.DRAFT]
    back = sent_back(drafts)
    return [replace(entry, sent_back=back.get(entry.post.pk)) for entry in entries]


def _newest(*lists: list[Entry]) -> list[Entry]:
    return _by_time(*lists, newest=True)


def _by_time(*lists: list[Entry], newest: bool = False) -> list[Entry]:
    entries = [entry for one in lists for entry in one if entry.at is not None]
    return sorted(entries, key=lambda entry: entry.at or entry.post.created_at, reverse=newest)[
        :SHOWN
    ]


def _is_late(entry: Entry, now: datetime) -> bool:
    return entry.at is not None and entry.at < now - LATE


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone)
