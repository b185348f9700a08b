"""The verb that puts one tag or category in the place of another, in all its posts."""

from functools import partial

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from posts.labels import relabelled
from posts.merging import clashes, posts_of
from posts.models import FiledPost, Post, TaggedPost
from posts.rights import require_permission
from taxonomy.models import Category, Tag
from taxonomy.models.term import Term
from taxonomy.synonyms import check_mergeable, hold_terms, make_synonym

from .bulk import Done, hold_posts, keep_addresses, read_posts, record_posts, traces

MERGE = "merge"
STEP = 200
"""How many posts are moved in one transaction. What is larger takes several."""

type Row = TaggedPost | FiledPost


def require_merger(by: AbstractBaseUser | None, kind: type[Term]) -> None:
    """Refuse who may not change the terms themselves, or what readers see of their posts."""
    permission = f"taxonomy.change_{kind._meta.model_name}"
    if by is not None and not by.has_perm(permission):  # type: ignore[attr-defined]
        raise PermissionDenied(permission)
    require_permission(by, "publish_post")


def merge_terms(merged: Term, survivor: Term, *, by: AbstractBaseUser | None) -> int:
    """Merge a term into another one of its language; how many posts were moved.

    Each step is whole in itself: until the last one, both are there and share the posts.
    """
    moved, is_done = 0, False
    while not is_done:
        number, is_done = merge_some(merged, survivor, by=by)
        moved += number
    return moved


@transaction.atomic
def merge_some(
    merged: Term, survivor: Term, *, by: AbstractBaseUser | None, most: int = STEP
) -> tuple[int, bool]:
    """Move up to `most` posts from a term to another; how many, and whether that was the end.

    At the end the merged one has become a synonym. Raises ValidationError where posts of two
    sections would have the same address, and changes nothing.
    """
    require_merger(by, type(merged))
    asked = list(posts_of(merged).order_by("pk").values_list("pk", flat=True)[:most])
    # In the order of every other action: posts, then terms, then stamps.
    posts = hold_posts(asked)
    hold_terms(merged, survivor)
    check_mergeable(merged, survivor)
    if isinstance(merged, Category) and isinstance(survivor, Category):
        _check_addresses(merged, survivor)
    if posts:
        before = traces(posts)
        _move(posts, merged, survivor)
        ids = [post.pk for post in posts]
        posts = read_posts(ids)
        keep_addresses(posts, before)
        note = f"{merged.title} → {survivor.title}"
        spellings = {merged.slug: survivor.spelling}
        kind = Tag if isinstance(merged, Tag) else Category
        redraft = partial(relabelled, kind=kind, spellings=spellings)
        record_posts(posts, Done(MERGE, by, redraft, note), before)
    if posts_of(merged).exists():
        return len(posts), False
    make_synonym(merged, survivor)
    return len(posts), True


def _check_addresses(merged: Category, survivor: Category) -> None:
    if "/" in survivor.slug and merged.posts_in_section.exists():
        raise ValidationError(_("“%s” cannot stand in an address.") % survivor.slug)
    if found := clashes(merged, survivor):
        message = _("Two posts would have one address: %(slugs)s. Change the slug of one first.")
        raise ValidationError(message % {"slugs": ", ".join(post.slug for post in found[:5])})


def _move(posts: list[Post], merged: Term, survivor: Term) -> None:
    ids = [post.pk for post in posts]
    if isinstance(survivor, Tag):
        tagged = TaggedPost.objects.filter(content_object__in=ids)
        own = {row.content_object_id: row for row in tagged.filter(tag=survivor)}
        old = {row.content_object_id: row for row in tagged.filter(tag_id=merged.pk)}
        alone = _give_way(old, own)
        TaggedPost.objects.filter(pk__in=alone).update(tag=survivor, labels=[survivor.spelling])
    elif isinstance(survivor, Category):
        filed = FiledPost.objects.filter(post__in=ids)
        chosen = {row.post_id: row for row in filed.filter(category=survivor)}
        former = {row.post_id: row for row in filed.filter(category_id=merged.pk)}
        alone = _give_way(former, chosen)
        FiledPost.objects.filter(pk__in=alone).update(category=survivor, label=survivor.spelling)
        in_section = Post.objects.filter(pk__in=ids, section_id=merged.pk)
        in_section.update(section=survivor)


def _give_way[R: (TaggedPost, FiledPost)](old: dict[int, R], own: dict[int, R]) -> list[int]:
    """Delete the rows of posts that have the survivor's too, which takes the place of the first.

    The keys of the other rows.
    """
    doubled = [row for post, row in old.items() if post in own]
    moved = []
    for post, row in old.items():
        if post in own and row.position < own[post].position:
            own[post].position = row.position
            moved.append(own[post])
    if doubled:
        model = type(doubled[0])
        model._default_manager.filter(pk__in=[row.pk for row in doubled]).delete()
        model._default_manager.bulk_update(moved, ["position"])
    return [row.pk for post, row in old.items() if post not in own]
