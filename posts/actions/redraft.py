"""The verbs on a newer draft: the text of a post that readers have seen, and not this one yet."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from posts.checks import require_checked
from posts.content import PostContent
from posts.models import NewerDraft, Post
from posts.rights import require
from posts.snapshot import content_of
from posts.workflow import WRITING, Right, Status

from .apply import apply_content
from .complete import require_complete
from .dates import KEPT, UNLIMITED, Limits, NewDate, require_in_reach, set_limits
from .lock import lock
from .record import log
from .trial import tried


@transaction.atomic
def redraft_post(
    post: Post,
    content: PostContent,
    *,
    by: AbstractBaseUser | None,
    significant: bool = False,
    published_at: NewDate = KEPT,
    limits: Limits = UNLIMITED,
    note: str = "",
    action: str = "save",
) -> Post:
    """Write a newer text of a post that was public. Readers keep what they have.

    `significant` and `published_at` are kept with it, for when it is published. Raises
    ValidationError where it could not be published as it is.
    """
    lock(post)
    if not post.was_public:
        raise ValidationError(_("What was never published has no newer draft: it is one."))
    came_from = post.stage
    require(by, WRITING[came_from], post)
    if limits.change(post):
        require(by, Right.PUBLISH, post)
        set_limits(post, limits)
        post.save(update_fields=["embargo_until", "withdraw_at"])
    draft = post.draft or NewerDraft(post=post, stage=Status.DRAFT)
    _set_date(post, draft, published_at)
    draft.is_significant = significant
    stored = _as_it_would_be(post, content)
    draft.revision = log(
        post,
        action,
        by=by,
        came_from=came_from,
        note=note,
        newer_draft=stored,
        stage=draft.stage,
    )
    draft.save()
    post.newer_draft = draft  # type: ignore[attr-defined, unused-ignore]
    return post


@transaction.atomic
def discard_draft(post: Post, *, by: AbstractBaseUser | None, note: str = "") -> Post:
    """Throw the newer draft of a post away; its revisions stay, and can be restored."""
    lock(post)
    draft = post.draft
    if draft is None:
        raise ValidationError(_("There is no newer draft."))
    require(by, WRITING[draft.stage], post)
    came_from = post.stage
    draft.delete()
    log(post, "discard", by=by, came_from=came_from, note=note, stage="")
    post.refresh_from_db()
    return post


def move_draft(
    post: Post,
    draft: NewerDraft,
    stage: str,
    action: str,
    *,
    by: AbstractBaseUser | None,
    at: datetime | None,
    note: str,
) -> None:
    """Move a newer draft to a stage; the caller holds the post and has asked for the right."""
    content = PostContent.from_json(draft.revision.snapshot)
    if stage == Status.SCHEDULED:
        with tried(post, content) as shown:
            require_checked(shown)
    came_from = draft.stage
    draft.stage = stage
    draft.publish_at = at if stage == Status.SCHEDULED else None
    draft.revision = log(
        post, action, by=by, came_from=came_from, note=note, newer_draft=content, stage=stage
    )
    draft.save()


def take_over(post: Post, draft: NewerDraft) -> None:
    """Put a newer draft in the place of what readers get; the caller saves and records."""
    if draft.published_at is not None:
        post.published_at = draft.published_at
    if draft.is_significant:
        post.updated_at = timezone.now()
    content = PostContent.from_json(draft.revision.snapshot)
    draft.delete()
    post._state.fields_cache.pop("newer_draft", None)
    apply_content(post, content)


def _set_date(post: Post, draft: NewerDraft, at: NewDate) -> None:
    if at is KEPT:
        return
    require_in_reach(published_at=at)
    if at is None or at > timezone.now():
        raise ValidationError({"published_at": _("A published post has a date in the past.")})
    draft.published_at = at if at != post.published_at else None


def _as_it_would_be(post: Post, content: PostContent) -> PostContent:
    """What would be stored of a text: found out by storing it and taking that back."""
    with tried(post, content) as shown:
        require_complete(shown)
        return content_of(shown)
