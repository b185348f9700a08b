"""Which tags and categories have something to show, and how much."""

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Lower

from taxonomy.models import Category, Tag

from .models import FiledPost, Post
from .sizes import with_post_counts

LATELY = 60
"""How many of the newest posts say what is covered lately: a count suits a quiet week too."""

BESIDE = 200
"""How many of the newest posts about a tag say which tags go with it."""


def tags_in_use(language: str) -> QuerySet[Tag]:
    """The tags of a language's public posts by title, each with its `post_count`."""
    return with_post_counts(Tag.objects.all(), language).order_by(Lower("title"), "pk")


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
    return with_post_counts(Category.objects.all(), language).order_by("position", "title")


def tag_translations(tag: Tag) -> QuerySet[Tag]:
    """The same subject in the other languages, as far as it has posts there."""
    about = Post.objects.published().filter(tagged__tag=OuterRef("pk"))
    others = Tag.objects.translations_of(tag)
    return others.alias(about=about.one_of_them()).filter(about__isnull=False)


def category_translations(category: Category) -> QuerySet[Category]:
    """The same category in the other languages, as far as it has posts there."""
    return that_hold_posts(Category.objects.translations_of(category))


def that_hold_posts(categories: QuerySet[Category]) -> QuerySet[Category]:
    """Those of some categories that hold public posts.

    They are looked at post by post until one is public: a join would be planned for a category of
    usual size, and of one that is new it would read all posts.
    """
    public = Post.objects.published().filter(pk=OuterRef("post"))
    filed = FiledPost.objects.filter(category=OuterRef("pk")).order_by()
    some = filed.alias(public=public.one_of_them()).filter(public__isnull=False).values("pk")[:1]
    return categories.alias(some=Subquery(some)).filter(some__isnull=False)
