"""A page of a list, of posts or of corrections, as every list page of the site shows it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any, Self, cast
from urllib.parse import unquote

from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import Count, Min, Model, QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from edge.keys import list_key

from .models import Correction, Post
from .models.correction import CorrectionQuerySet
from .models.queryset import PostQuerySet
from .periods import Period
from .sizes import Size, size_of

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Group:
    """The posts of one day or month, whose first or only day `date` is."""

    date: date
    posts: list[Post]


@dataclass(frozen=True, slots=True)
class Paged[Row: Model]:
    """One page of rows, and the addresses of the pages beside it ("" where there is none).

    `total` counts the whole list, and `since` is the date of its oldest row.
    """

    page: "Page[Row]"
    total: int
    since: datetime | None
    first: str
    previous: str
    next: str

    @classmethod
    def of(
        cls,
        pages: "_Counted[Row]",
        number: int,
        name: str,
        kwargs: dict[str, Any],
        since: datetime | None,
    ) -> Self:
        """Page `number` (from 1); the list's address is that of the URL name `name` of `posts`.

        Raises Http404 past the end.
        """
        try:
            page = pages.page(number)
        except EmptyPage as error:
            raise Http404("There is no such page.") from error
        previous, following = _beside(page, name, kwargs)
        return cls(
            page=page,
            total=pages.count,
            since=since,
            first=_address(1, name, kwargs),
            previous=previous,
            next=following,
        )

    @property
    def rows(self) -> list[Row]:
        return list(self.page.object_list)

    @property
    def feed(self) -> str:
        """The feed of a list stands beside its first page."""
        return f"{self.first}index.xml"


@dataclass(frozen=True, slots=True)
class Listing(Paged[Post]):
    """A page of posts."""

    @property
    def posts(self) -> list[Post]:
        return self.rows

    @property
    def months(self) -> list[Group]:
        return by_month(self.posts)


def listing(
    posts: PostQuerySet, number: int, name: str, *, size: Size | None = None, **kwargs: str | Period
) -> Listing:
    """Page `number` (from 1) of `posts`; the list's address is the URL name `name` of `posts`.

    Its `size` has to be given where no action stamps the list. Raises Http404 past the end.
    """
    if size is None:
        key = list_key(unquote(_address(1, name, kwargs)))
        size = size_of(posts, key, str(kwargs["language"]))
    return Listing.of(_Narrow(posts, PER_PAGE, size.total), number, name, kwargs, size.since)


def corrections_listing(
    corrections: CorrectionQuerySet, number: int, name: str, **kwargs: str
) -> Paged[Correction]:
    """Page `number` (from 1) of `corrections`, as `listing` has it of posts."""
    whole = corrections.aggregate(total=Count("pk"), since=Min("corrected_at"))
    pages = _Counted(corrections.for_listing(), PER_PAGE, whole["total"])
    return Paged[Correction].of(pages, number, name, kwargs, whole["since"])


def index_page(
    rows: Sequence[Any] | QuerySet[Any], per_page: int, number: int, name: str, **kwargs: str
) -> dict[str, Any]:
    """Page `number` (from 1) of an index, as `_pages.html` shows it: `page`, `previous`, `next`.

    Raises Http404 past the end.
    """
    try:
        page = Paginator(rows, per_page).page(number)
    except EmptyPage as error:
        raise Http404("There is no such page.") from error
    previous, following = _beside(page, name, kwargs)
    return {"page": page, "previous": previous, "next": following}


def _beside(page: Page[Any], name: str, kwargs: dict[str, Any]) -> tuple[str, str]:
    """The addresses of the pages before and after a page."""
    return (
        _address(page.number - 1, name, kwargs) if page.has_previous() else "",
        _address(page.number + 1, name, kwargs) if page.has_next() else "",
    )


def _address(number: int, name: str, kwargs: dict[str, Any]) -> str:
    if number == 1:
        return reverse(f"posts:{name}", kwargs=kwargs)
    return reverse(f"posts:{name}-page", kwargs={**kwargs, "number": number})


def by_day(posts: Iterable[Post]) -> list[Group]:
    """Posts in order, split where the day changes in the active time zone."""
    return _grouped(posts, lambda moment: moment.date())


def by_month(posts: Iterable[Post]) -> list[Group]:
    """Posts in order, split where the month changes in the active time zone."""
    return _grouped(posts, lambda moment: moment.date().replace(day=1))


def _grouped(posts: Iterable[Post], start: Callable[[datetime], date]) -> list[Group]:
    def key(post: Post) -> date:
        return start(timezone.localtime(post.published_at))

    return [Group(date, list(group)) for date, group in groupby(posts, key)]


class _Counted[Row: Model](Paginator[Row]):
    """A paginator that is told how many there are, and need not ask."""

    def __init__(self, rows: "QuerySet[Row]", per_page: int, count: int) -> None:
        super().__init__(rows, per_page)
        self.count = count


class _Narrow(_Counted[Post]):
    """Finds a page by narrow rows of an index: to skip 50,000 posts would be to read them."""

    def page(self, number: int | str) -> "Page[Post]":
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        posts = cast(PostQuerySet, self.object_list)
        found = posts.values("pk")[start : start + self.per_page]
        shown = Post.objects.filter(pk__in=found).order_by(*posts.query.order_by)
        # Lists show no tags.
        listed = shown.for_listing().prefetch_related(None).prefetch_related("citations")
        return Page(listed, number, self)
