"""A page of a list of posts, as every list page of the site shows it."""

from dataclasses import dataclass

from django.core.paginator import EmptyPage, Page, Paginator
from django.http import Http404
from django.urls import reverse

from .models import Post
from .models.queryset import PostQuerySet

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of posts, and the addresses of the pages beside it ("" where there is none)."""

    page: "Page[Post]"
    first: str
    previous: str
    next: str

    @property
    def posts(self) -> list[Post]:
        return list(self.page.object_list)


def listing(posts: PostQuerySet, number: int, name: str, **kwargs: str) -> Listing:
    """Page `number` (from 1) of `posts`; the list's address is the URL name `name` of `posts`.

    Raises Http404 past the end.
    """
    pages = Paginator(posts.for_listing(), PER_PAGE)
    try:
        page = pages.page(number)
    except EmptyPage as error:
        raise Http404("There is no such page.") from error

    def address(of: int) -> str:
        if of == 1:
            return reverse(f"posts:{name}", kwargs=kwargs)
        return reverse(f"posts:{name}-page", kwargs={**kwargs, "number": of})

    return Listing(
        page=page,
        first=address(1),
        previous=address(number - 1) if page.has_previous() else "",
        next=address(number + 1) if page.has_next() else "",
    )
