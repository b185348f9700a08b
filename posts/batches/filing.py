"""Tags and categories of many posts: each is saved as if somebody had typed them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from posts.actions import publish_post, save_post, submit_post
from posts.actions.lock import lock
from posts.content import PostContent
from posts.labels import with_labels, without_labels
from posts.models import Post
from posts.snapshot import content_of
from taxonomy.models import Category, Tag

type Order = Mapping[str, Any]


def add_tags(post: Post, order: Order, by: AbstractBaseUser) -> None:
    _save(post, lambda content: with_labels(content, Tag, order["labels"]), by)


def remove_tags(post: Post, order: Order, by: AbstractBaseUser) -> None:
    labels = [*order["labels"], *_real_names(post.language, order["labels"])]
    _save(post, lambda content: without_labels(content, Tag, labels), by)


def file_under(post: Post, order: Order, by: AbstractBaseUser) -> None:
    slug = order["category"]
    if not Category.objects.filter(language=post.language, slug=slug).exists():
        raise ValidationError(_("There is no category “%s” in its language.") % slug)
    _save(post, lambda content: with_labels(content, Category, [slug]), by)


def submit(post: Post, _order: Order, by: AbstractBaseUser) -> None:
    submit_post(post, by=by)


def publish(post: Post, _order: Order, by: AbstractBaseUser) -> None:
    publish_post(post, by=by)


def _save(post: Post, change: Callable[[PostContent], PostContent], by: AbstractBaseUser) -> None:
    lock(post)
    content = content_of(post)
    new = change(content)
    if new != content:
        save_post(post, new, by=by)


def _real_names(language: str, labels: Iterable[str]) -> list[str]:
    """How the tags are spelt that synonyms among some labels stand for."""
    every = Tag.every.filter(language=language, merged_into__isnull=False)
    return [
        row.merged_into.spelling
        for row in every.filter(name__in=labels).select_related("merged_into")
        if row.merged_into is not None
    ]
