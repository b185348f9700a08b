"""Which tags and categories have something to show, and how much."""

from django.db.models import Count, QuerySet

from taxonomy.models import Category, Tag

from .models import Post


def tags_in_use(language: str) -> QuerySet[Tag]:
    """The tags of a language's public posts by title, each with its `post_count`."""
    posts = Post.objects.published(language).order_by()
    return (
        Tag.objects.filter(language=language, tagged__content_object__in=posts)
        .annotate(post_count=Count("tagged"))
        .order_by("title")
    )


def categories_in_use(language: str) -> QuerySet[Category]:
    """The categories of a language's public posts in their order, each with its `post_count`."""
    posts = Post.objects.published(language).order_by()
    return (
        Category.objects.filter(language=language, filed__post__in=posts)
        .annotate(post_count=Count("filed"))
        .order_by("position", "title")
    )
