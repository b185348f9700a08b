from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from posts.listing import listing
from posts.models import Post
from publication.requests import PublicationRequest
from taxonomy.models import Category, Tag

type ListView = Callable[..., HttpResponse]


def paged(view: ListView) -> ListView:
    """Give a list view its `number`; `…/page/1/` leads to the list itself."""

    @wraps(view)
    def numbered(
        request: PublicationRequest, *, number: int | None = None, **kwargs: str
    ) -> HttpResponse:
        if number == 1:
            return redirect(request.path.removesuffix("page/1/"), permanent=True)
        return view(request, number=1 if number is None else number, **kwargs)

    return numbered


@paged
def front(request: PublicationRequest, language: str, number: int) -> HttpResponse:
    """The front page: the newest posts of a language."""
    listed = listing(Post.objects.published(language), number, "front", language=language)
    return render(request, "posts/front.html", {"listing": listed})


@paged
def all_posts(request: PublicationRequest, language: str, number: int) -> HttpResponse:
    """All posts of a language."""
    listed = listing(Post.objects.published(language), number, "posts", language=language)
    return render(request, "posts/all.html", {"listing": listed})


@paged
def section(request: PublicationRequest, language: str, section: str, number: int) -> HttpResponse:
    """The posts in whose address a category stands. Its canonical page is the category's."""
    found = get_object_or_404(Category, language=language, slug=section)
    posts = Post.objects.published(language).in_section(found)
    listed = listing(posts, number, "section", language=language, section=section)
    return render(request, "posts/section.html", {"category": found, "listing": listed})


@paged
def category(
    request: PublicationRequest, language: str, category: str, number: int
) -> HttpResponse:
    """The posts that are filed under a category."""
    found = get_object_or_404(Category, language=language, slug=category)
    posts = Post.objects.published(language).in_category(found)
    listed = listing(posts, number, "category", language=language, category=category)
    context = {
        "category": found,
        "listing": listed,
        "translations": Category.objects.translations_of(found),
    }
    return render(request, "posts/category.html", context)


@paged
def tag(request: PublicationRequest, language: str, tag: str, number: int) -> HttpResponse:
    """The posts about a tag."""
    found = get_object_or_404(Tag, language=language, slug=tag)
    posts = Post.objects.published(language).tagged(found)
    listed = listing(posts, number, "tag", language=language, tag=tag)
    context = {
        "tag": found,
        "listing": listed,
        "translations": Tag.objects.translations_of(found),
    }
    return render(request, "posts/tag.html", context)
