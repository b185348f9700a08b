"""A page of a list of posts, as every list page of the site shows it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from urllib.parse import unquote

from django.core.paginator import EmptyPage, Page, Paginator
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from edge.keys import list_key

from .models import Post
from .models.queryset import PostQuerySet
from .sizes import size_of

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Group:
    """The posts of one day or month, whose first or only day `date` is."""

    date: date
    posts: list[Post]


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of posts, and the addresses of the pages beside it ("" where there is none).

    `total` counts the whole list, and `since` is the date of its oldest post.
    """

    page: "Page[Post]"
    total: int
    since: datetime | None
    first: str
    previous: str
    next: str

    @property
    def posts(self) -> list[Post]:
        return list(self.page.object_list)

    @property
    def months(self) -> list[Group]:
        return by_month(self.posts)

    @property
    def feed(self) -> str:
        """The feed of a list stands beside its first page."""
        return f"{self.first}index.xml"


def listing(posts: PostQuerySet, number: int, name: str, **kwargs: str) -> Listing:
    """Page `number` (from 1) of `posts`; the list's address is the URL name `name` of `posts`.

    Raises Http404 past the end.
    """

    def address(of: int) -> str:
        if of == 1:
            return reverse(f"posts:{name}", kwargs=kwargs)
        return reverse(f"posts:{name}-page", kwargs={**kwargs, "number": of})

    whole = size_of(posts, list_key(unquote(address(1))), kwargs["language"])
    try:
        page = _Counted(posts, PER_PAGE, whole.total).page(number)
    except EmptyPage as error:
        raise Http404("There is no such page.") from error
    return Listing(
        page=page,
        total=whole.total,
        since=whole.since,
        first=address(1),
        previous=address(number - 1) if page.has_previous() else "",
        next=address(number + 1) if page.has_next() else "",
    )


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


class _Counted(Paginator[Post]):
    """A paginator that is told how many there are, and finds a page by narrow rows of an index.

    To skip 50,000 posts as lists show them would be to read them.
    """

    def __init__(self, posts: PostQuerySet, per_page: int, count: int) -> None:
        super().__init__(posts, per_page)
        self.posts = posts
        self.count = count

    def page(self, number: int | str) -> "Page[Post]":
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        found = self.posts.values("pk")[start : start + self.per_page]
        shown = Post.objects.filter(pk__in=found).order_by(*self.posts.query.order_by)
        # Lists show no tags.
        listed = shown.for_listing().prefetch_related(None).prefetch_related("citations")
        return Page(listed, number, self)
