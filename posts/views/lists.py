from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.db.models import OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from posts.listing import by_day, listing
from posts.models import Author, Lead, Post
from posts.models.queryset import PostQuerySet
from posts.terms_in_use import (
    category_translations,
    tag_translations,
    tags_beside,
    tags_covered_lately,
)
from publication.addresses import absolute
from publication.models import Publication
from publication.requests import PublicationRequest
from sources.models import Publisher
from taxonomy.models import Category, Tag

COVERED = 10
"""How many of the tags covered lately the front page names."""

BESIDE = 8
"""How many tags that go with it the page of a tag names."""

type ListView = Callable[..., HttpResponse]


def paged(view: ListView) -> ListView:
    """Give a list view its `number`; `…/page/1/` leads to the list, `…/page/02/` to `…/page/2/`."""

    @wraps(view)
    def numbered(
        request: PublicationRequest, *, number: int | None = None, **kwargs: Any
    ) -> HttpResponse:
        if number is None:
            return view(request, number=1, **kwargs)
        first, _page, written = request.path.rpartition("page/")
        if number == 1:
            return redirect(first, permanent=True)
        if written != f"{number}/":
            return redirect(f"{first}page/{number}/", permanent=True)
        return view(request, number=number, **kwargs)

    return numbered


@paged
def front(request: PublicationRequest, language: str, number: int) -> HttpResponse:
    """The front page: the lead, which editors may pin, and the newest posts of a language."""
    listed = listing(Post.objects.published(language), number, "front", language=language)
    top = []
    if number == 1:
        top = Post.objects.at_the_top(language, Lead.PLACES, listed.posts)
    context = {
        "listing": listed,
        "lead": top[0] if top else None,
        "seconds": top[1:],
        "days": by_day(post for post in listed.posts if post not in top),
        "covered": tags_covered_lately(language)[:COVERED],
        "in_languages": in_every_language(request, "front"),
    }
    return render(request, "posts/front.html", context)


@paged
def all_posts(request: PublicationRequest, language: str, number: int) -> HttpResponse:
    """All posts of a language."""
    listed = listing(Post.objects.published(language), number, "posts", language=language)
    context = {
        "name": gettext("All posts"),
        "listing": listed,
        "in_languages": in_every_language(request, "posts"),
    }
    return render(request, "posts/all.html", context)


@paged
def section(request: PublicationRequest, language: str, section: str, number: int) -> HttpResponse:
    """The posts in whose address a category stands. Its canonical page is the category's."""
    found = get_object_or_404(Category.objects, language=language, slug=section)
    posts = Post.objects.published(language).in_section(found)
    listed = listing(posts, number, "section", language=language, section=section)
    context = {
        "category": found,
        "canonical": absolute(found.get_absolute_url()),
        "name": found.title,
        "listing": listed,
        "in_languages": _addresses([found, *category_translations(found)]),
    }
    return render(request, "posts/section.html", context)


@paged
def category(
    request: PublicationRequest, language: str, category: str, number: int
) -> HttpResponse:
    """The posts that are filed under a category."""
    found = get_object_or_404(Category.objects, language=language, slug=category)
    posts = Post.objects.published(language).in_category(found)
    listed = listing(posts, number, "category", language=language, category=category)
    translations = list(category_translations(found))
    context = {
        "category": found,
        "name": found.title,
        "listing": listed,
        "translations": translations,
        "in_languages": _addresses([found, *translations]),
        "nearest": in_every_language(request, "categories"),
    }
    return render(request, "posts/category.html", context)


@paged
def tag(request: PublicationRequest, language: str, tag: str, number: int) -> HttpResponse:
    """The posts about a tag."""
    found = get_object_or_404(Tag.objects, language=language, slug=tag)
    posts = Post.objects.published(language).tagged(found)
    listed = listing(posts, number, "tag", language=language, tag=tag)
    translations = list(tag_translations(found))
    context = {
        "tag": found,
        "name": found.title,
        "beside": tags_beside(found)[:BESIDE] if number == 1 else [],
        "listing": listed,
        "translations": translations,
        "in_languages": _addresses([found, *translations]),
        "nearest": in_every_language(request, "tags"),
    }
    return render(request, "posts/tag.html", context)


@paged
def author(request: PublicationRequest, language: str, author: str, number: int) -> HttpResponse:
    """The posts that an author signs."""
    found = get_object_or_404(Author, slug=author)
    posts = Post.objects.published(language).by(found)
    listed = listing(posts, number, "author", language=language, author=author)
    context = {
        "author": found,
        "name": found.name,
        "listing": listed,
        "in_languages": where_posts_are(
            request, Post.objects.published().by(found), "author", author=author
        ),
    }
    return render(request, "posts/author.html", context)


@paged
def source(request: PublicationRequest, language: str, source: str, number: int) -> HttpResponse:
    """The posts that cite a publisher."""
    found = get_object_or_404(Publisher.objects.standing(), slug=source)
    posts = Post.objects.published(language).citing(found)
    listed = listing(posts, number, "source", language=language, source=source)
    context = {
        "source": found,
        "sites": found.sites,
        "name": found.name,
        "listing": listed,
        "in_languages": where_posts_are(
            request, Post.objects.published().citing(found), "source", source=source
        ),
    }
    return render(request, "posts/source.html", context)


def in_every_language(request: PublicationRequest, name: str, **kwargs: str) -> dict[str, str]:
    """Where a page that each publication has is: {code: path}; `name` is a URL name of `posts`."""
    return {
        row.code: reverse(f"posts:{name}", kwargs={"language": row.code, **kwargs})
        for row in request.publications
    }


def where_posts_are(
    request: PublicationRequest, posts: PostQuerySet, name: str, **kwargs: str
) -> dict[str, str]:
    """Where a list is that languages share, in those in which it holds something."""
    here = posts.filter(publication=OuterRef("code")).one_of_them()
    holding = Publication.objects.alias(here=here).filter(here__isnull=False)
    codes = set(holding.values_list("code", flat=True))
    codes.add(request.publication.code)
    every = in_every_language(request, name, **kwargs)
    return {code: path for code, path in every.items() if code in codes}


def _addresses(terms: Iterable[Category | Tag]) -> dict[str, str]:
    return {term.language: term.get_absolute_url() for term in terms}
