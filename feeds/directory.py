"""What a site offers to subscribe to: its categories, and what it writes about and cites most."""

from typing import Final

from django.db.models import Count, QuerySet

from posts.models import Post
from posts.terms_in_use import that_hold_posts
from sources.models import Publisher
from taxonomy.models import Category, Tag

NEWEST: Final = 500
"""How many posts say what a site writes about most: it costs the same on a site of any size."""


def categories(language: str) -> QuerySet[Category]:
    """The categories of a language that hold public posts, in their order."""
    own = Category.objects.filter(language=language)
    return that_hold_posts(own).order_by("position", "title")


def main_tags(language: str, number: int) -> QuerySet[Tag]:
    """The tags of a language's newest posts, those with most posts first."""
    return (
        Tag.objects.filter(language=language, tagged__content_object__in=_newest(language))
        .annotate(post_count=Count("tagged"))
        .order_by("-post_count", "title")[:number]
    )


def main_sources(language: str, number: int) -> QuerySet[Publisher]:
    """The publishers that a language's newest posts cite, the most cited first."""
    return (
        Publisher.objects.filter(citations__post__in=_newest(language))
        .annotate(post_count=Count("citations"))
        .order_by("-post_count", "name")[:number]
    )


def _newest(language: str) -> QuerySet[Post, int]:
    return Post.objects.published(language).values_list("pk", flat=True)[:NEWEST]
