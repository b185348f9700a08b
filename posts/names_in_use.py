"""Which authors and publishers have something to show, and how much."""

from django.db.models import Count, QuerySet
from django.db.models.functions import Lower

from sources.models import Publisher

from .models import Author, Post


def authors_in_use(language: str) -> QuerySet[Author]:
    """Those who sign public posts of a language, by name, each with their `post_count`."""
    posts = Post.objects.published(language).order_by()
    return (
        Author.objects.filter(authorships__post__in=posts)
        .annotate(post_count=Count("authorships"))
        .order_by(Lower("name"), "pk")
    )


def publishers_in_use(language: str) -> QuerySet[Publisher]:
    """Those whom public posts of a language cite, the most cited first.

    Each has its `post_count`, in which a post counts once however often it cites it.
    """
    posts = Post.objects.published(language).order_by()
    return (
        Publisher.objects.filter(citations__post__in=posts)
        .annotate(post_count=Count("citations__post", distinct=True))
        .order_by("-post_count", Lower("name"), "pk")
    )
