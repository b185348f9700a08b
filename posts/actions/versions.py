"""The verbs that say which posts are one piece in several languages."""

import uuid

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from posts.models import Post, Translated
from posts.rights import require
from posts.workflow import WRITING

from .record import announce, log
from .trace import trace


@transaction.atomic
def join_versions(post: Post, other: Post, *, by: AbstractBaseUser | None) -> None:
    """Make one piece of two posts, and of the versions that each of them has already."""
    group = _hold(post, other)
    require(by, WRITING[post.stage], post)
    require(by, WRITING[other.stage], other)
    if post.translation_key == other.translation_key:
        raise ValidationError(_("They are one piece already."))
    languages = [one.language for one in group]
    if len(set(languages)) < len(languages):
        message = _("The piece would have two versions in one language.")
        raise ValidationError(message)
    others = [one for one in group if one.translation_key != other.translation_key]
    Post.objects.filter(pk__in=[one.pk for one in others]).update(
        translation_key=other.translation_key
    )
    post.translation_key = other.translation_key
    _tell(post, "join", group, by=by, note=other.title)


@transaction.atomic
def part_version(post: Post, *, by: AbstractBaseUser | None) -> None:
    """Make a piece of its own of a post."""
    group = _hold(post)
    require(by, WRITING[post.stage], post)
    if len(group) == 1:
        raise ValidationError(_("It has no other versions."))
    post.translation_key = uuid.uuid4()
    post.save(update_fields=["translation_key"])
    numbers = [one.pk for one in group]
    # What one was translated from is of no use to another piece.
    Translated.objects.filter(post=post).delete()
    Translated.objects.filter(post__in=numbers, revision__post=post).delete()
    _tell(post, "part", group, by=by)


def _hold(*posts: Post) -> list[Post]:
    """All versions of some posts, held in one order, as `lock` does; the posts are read anew."""
    keys = Post.objects.filter(pk__in=[post.pk for post in posts]).values("translation_key")
    group = Post.objects.filter(translation_key__in=keys).order_by("pk")
    list(group.select_for_update().values_list("pk"))
    for post in posts:
        post.refresh_from_db()
    return list(group.select_related("publication", "section"))


def _tell(
    post: Post, action: str, group: list[Post], *, by: AbstractBaseUser | None, note: str = ""
) -> None:
    """Log it, and have every page and feed made anew that leads from one version to another."""
    log(post, action, by=by, came_from=post.stage, note=note, newer_draft=None)
    shown = [one for one in group if (seen := trace(one)).shown and seen.keys]
    if shown:
        keys = frozenset[str]().union(*(trace(one).keys for one in shown))
        announce(post, action, keys, frozenset(), [one.pk for one in shown])
