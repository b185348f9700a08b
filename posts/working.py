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
