"""The verb that changes what many posts are filed under, and nothing else of them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from posts.content import PostContent
from posts.labels import Kind, resolved, slug_of, with_labels, without_labels
from posts.models import FiledPost, Post, TaggedPost
from posts.rights import may
from posts.workflow import ONCE_PUBLIC, WRITING, Right
from taxonomy.models import Tag
from taxonomy.models.term import Term

from .bulk import Done, hold_posts, read_posts, record_posts, traces


@dataclass(frozen=True, slots=True, kw_only=True)
class Relabelling:
    """Terms that posts are to have behind their own ones, and those they are to lose, as written.

    What they have already stays as they spell it.
    """

    kind: Kind
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@transaction.atomic
def retag_posts(
    ids: Collection[int], what: Relabelling, *, by: AbstractBaseUser | None
) -> dict[int, str]:
    """Change the tags or the categories of posts, in a few queries; why some were refused, by pk.

    It takes what `save_post` takes of each. One that has all this already gets no Revision.
    """
    if by is not None and not may(by, Right.CHANGE):
        raise PermissionDenied(Right.CHANGE)
    posts = hold_posts(ids)
    there = {post.pk: post for post in posts}
    refused = {pk: _("A post was deleted meanwhile.") for pk in ids if pk not in there}
    for post in posts:
        if not _may_change(by, post):
            refused[post.pk] = _("You are not allowed to change this post.")
    mine = [post for post in posts if post.pk not in refused]
    before = traces(mine)
    changed: set[int] = set()
    for language in sorted({post.language for post in mine}):
        own = [post for post in mine if post.language == language]
        changed |= _add(own, what, language) | _remove(own, what, language)
    if changed:
        record_posts(read_posts(changed), Done("save", by, partial(_redrafted, what)), before)
    return refused


def _may_change(by: AbstractBaseUser | None, post: Post) -> bool:
    """What is public, or will be by itself, is changed by those who may publish."""
    right = Right.PUBLISH if post.status in ONCE_PUBLIC else WRITING[post.status]
    return by is None or may(by, right, post)


def _redrafted(what: Relabelling, content: PostContent) -> PostContent:
    content = with_labels(content, what.kind, what.add)
    return without_labels(content, what.kind, what.remove)


def _held(what: Relabelling, labels: tuple[str, ...], language: str) -> dict[str, str]:
    """Labels as posts get them, by their addresses; no term of theirs can be merged meanwhile."""
    content = resolved(with_labels(PostContent(title=""), what.kind, labels), language)
    return {slug_of(label): label for label in reversed(content.tags or content.categories)}


def _add(posts: Sequence[Post], what: Relabelling, language: str) -> set[int]:
    held = _held(what, what.add, language)
    # In the order in which they were written.
    labels = list(reversed(held.values()))
    terms = what.kind.objects.ensure(language, labels)
    tagged: list[TaggedPost] = []
    filed: list[FiledPost] = []
    for post in posts:
        own = list(post.tagged.all()) if what.kind is Tag else list(post.filed.all())
        had = {row.tag_id if isinstance(row, TaggedPost) else row.category_id for row in own}
        place = max((row.position for row in own), default=-1) + 1
        new = [label for label in labels if terms[label].pk not in had]
        for position, label in enumerate(new, start=place):
            if what.kind is Tag:
                tagged.append(
                    TaggedPost(
                        content_object=post,
                        tag_id=terms[label].pk,
                        labels=[label],
                        position=position,
                    )
                )
            else:
                filed.append(
                    FiledPost(
                        post=post, category_id=terms[label].pk, label=label, position=position
                    )
                )
    TaggedPost.objects.bulk_create(tagged)
    FiledPost.objects.bulk_create(filed)
    return {row.content_object_id for row in tagged} | {row.post_id for row in filed}


def _remove(posts: Sequence[Post], what: Relabelling, language: str) -> set[int]:
    slugs = _held(what, what.remove, language)
    terms: Iterable[Term] = what.kind.objects.filter(language=language, slug__in=slugs)
    keys = [term.pk for term in terms]
    if what.kind is Tag:
        tagged = TaggedPost.objects.filter(content_object__in=posts, tag__in=keys)
        changed = set(tagged.values_list("content_object", flat=True))
        tagged.delete()
    else:
        filed = FiledPost.objects.filter(post__in=posts, category__in=keys)
        changed = set(filed.values_list("post", flat=True))
        filed.delete()
    return changed
