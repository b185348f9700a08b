"""Which tags and categories have something to show, and how much."""

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.db.models.functions import Lower

from taxonomy.models import Category, Tag

from .models import Post

LATELY = 60
"""How many of the newest posts say what is covered lately: a count suits a quiet week too."""

BESIDE = 200
"""How many of the newest posts about a tag say which tags go with it."""


def tags_in_use(language: str) -> QuerySet[Tag]:
    """The tags of a language's public posts by title, each with its `post_count`."""
    posts = Post.objects.published(language).order_by()
    return (
        Tag.objects.filter(language=language, tagged__content_object__in=posts)
        .annotate(post_count=Count("tagged"))
        .order_by(Lower("title"))
    )


def tags_covered_lately(language: str) -> QuerySet[Tag]:
    """The tags of a language's newest posts, the most covered first, each with its `post_count`."""
    newest = Post.objects.published(language).values("pk")[:LATELY]
    return (
        Tag.objects.filter(language=language, tagged__content_object__in=newest)
        .annotate(post_count=Count("tagged"))
        .order_by("-post_count", "title")
    )


def tags_beside(tag: Tag) -> QuerySet[Tag]:
    """The tags that the newest posts about a tag bear too, the most frequent first.

    Each has its `post_count` among those posts.
    """
    newest = Post.objects.published(tag.language).tagged(tag).values("pk")[:BESIDE]
    return (
        Tag.objects.filter(tagged__content_object__in=newest)
        .exclude(pk=tag.pk)
        .annotate(post_count=Count("tagged"))
        .order_by("-post_count", "title")
    )


def categories_in_use(language: str) -> QuerySet[Category]:
    """The categories of a language's public posts in their order, each with its `post_count`."""
    posts = Post.objects.published(language).order_by()
    return (
        Category.objects.filter(language=language, filed__post__in=posts)
        .annotate(post_count=Count("filed"))
        .order_by("position", "title")
    )


def tag_translations(tag: Tag) -> QuerySet[Tag]:
    """The same subject in the other languages, as far as it has posts there."""
    about = Post.objects.published().filter(tagged__tag=OuterRef("pk"))
    return Tag.objects.translations_of(tag).filter(Exists(about))


def category_translations(category: Category) -> QuerySet[Category]:
    """The same category in the other languages, as far as it has posts there."""
    filed = Post.objects.published().filter(filed__category=OuterRef("pk"))
    return Category.objects.translations_of(category).filter(Exists(filed))
