import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from posts.clean import cleaned
from posts.content import PostContent
from posts.models import Post, Revision
from posts.rights import require_permission
from posts.workflow import Status
from publication.models import Publication

from .apply import apply_content
from .complete import require_complete
from .lock import lock
from .record import record
from .redirects import keep_address
from .trace import UNSEEN, trace

ACTION = "import"


class Outcome(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    EDITED_HERE = "edited here"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What another system published: the identity and the dates that are kept as they were.

    `published_at` is aware; None where the other system says none.
    """

    guid: str
    guid_is_permalink: bool
    published_at: datetime | None
    updated_at: datetime | None = None


@transaction.atomic
def import_post(
    publication: Publication,
    content: PostContent,
    origin: Origin,
    *,
    by: AbstractBaseUser | None,
) -> tuple[Post, Outcome]:
    """Take in a post from elsewhere, or what became of it there since it was taken in.

    The guid tells whether it is here already. A post whose text was changed here since it came is
    left alone (`EDITED_HERE`) unless it is unchanged there too. The post of the same section and
    slug in another language is its translation. One dated in the future is scheduled.
    """
    require_permission(by, "publish_post")
    content = cleaned(content)
    post = Post.objects.filter(guid=origin.guid).first()
    if post is None:
        return _take_in(publication, content, origin, by=by), Outcome.CREATED
    lock(post)
    imported = post.revisions.filter(action=ACTION).first()
    if imported is not None and _same(imported, content) and _same_dates(post, origin):
        return post, Outcome.UNCHANGED
    if imported is None or imported != post.revisions.first():
        return post, Outcome.EDITED_HERE
    _write(post, content, origin, by=by)
    return post, Outcome.UPDATED


def _take_in(
    publication: Publication,
    content: PostContent,
    origin: Origin,
    *,
    by: AbstractBaseUser | None,
) -> Post:
    post = Post(
        publication=publication,
        guid=origin.guid,
        guid_is_permalink=origin.guid_is_permalink,
        translation_key=_translation_key(publication, content),
        created_by_id=by.pk if by else None,
    )
    _write(post, content, origin, by=by)
    return post


def _write(
    post: Post, content: PostContent, origin: Origin, *, by: AbstractBaseUser | None
) -> None:
    before = trace(post) if post.pk else UNSEEN
    now = timezone.now()
    post.published_at = origin.published_at or post.published_at or now
    post.updated_at = origin.updated_at
    apply_content(post, content)
    require_complete(post)
    if post.status != Status.WITHDRAWN:
        post.status = Status.SCHEDULED if post.published_at > now else Status.PUBLISHED
        post.save(update_fields=["status"])
    keep_address(post, before.path)
    record(post, ACTION, by=by, before=before)


def _translation_key(publication: Publication, content: PostContent) -> uuid.UUID:
    """The key of the post at the same address in another language, else a new one."""
    sibling = (
        Post.objects.filter(section__slug=content.section, slug=content.slug)
        .exclude(publication=publication)
        .order_by("pk")
        .first()
    )
    if sibling is None:
        return uuid.uuid4()
    key = sibling.translation_key
    taken = Post.objects.filter(publication=publication, translation_key=key).exists()
    return uuid.uuid4() if taken else key


def _same(imported: Revision, content: PostContent) -> bool:
    """Whether what came the last time is what comes now. Publishers were found here."""
    stored = PostContent.from_json(imported.snapshot)
    citations = tuple(replace(row, publisher=None) for row in stored.citations)
    return replace(stored, citations=citations) == replace(
        content, slug=content.slug or stored.slug
    )


def _same_dates(post: Post, origin: Origin) -> bool:
    same_date = origin.published_at is None or origin.published_at == post.published_at
    return same_date and origin.updated_at in (None, post.updated_at)
