"""The text that editors work on: of a live post its newer draft, if there is one."""

from .content import CitationContent, PostContent
from .models import Post, Revision
from .snapshot import citations_of, content_of


def working_content(post: Post) -> PostContent:
    """What the form of a post shows."""
    draft = post.draft
    if draft is None:
        return content_of(post)
    return PostContent.from_json(draft.revision.snapshot)


def working_citations(post: Post) -> tuple[CitationContent, ...]:
    """The sources alone, which take fewer queries."""
    return citations_of(post) if post.draft is None else working_content(post).citations


def working_revision(post: Post) -> Revision | None:
    """The revision that holds what the form of a post shows."""
    draft = post.draft
    return draft.revision if draft is not None else post.revisions.first()


def content_at(revision: Revision) -> PostContent:
    """The whole post as a revision keeps it."""
    return PostContent.from_json(revision.snapshot)


def working_at(post: Post, number: int) -> PostContent | None:
    """What the form showed when the revision of a number was the last one."""
    revision = post.revisions.filter(number=number).first()
    if revision is not None and revision.stage and not revision.is_newer_draft:
        # Something was done with what readers get while there was a newer draft.
        drafts = post.revisions.filter(number__lt=number, is_newer_draft=True)
        revision = drafts.first() or revision
    return content_at(revision) if revision is not None else None
