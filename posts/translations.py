"""A piece in its languages, as editors see it: what there is, what is missing, what is stale."""

from dataclasses import dataclass
from typing import Final

from publication.models import Publication

from .diff.fields import changed_fields
from .models import Post, Revision, Translated
from .working import content_at, working_content

# What a translation has to follow.
_FOLLOWED: Final = frozenset({"title", "summary", "body", "citations", "picture"})


@dataclass(frozen=True, slots=True)
class Original:
    """What a post was translated from. `is_stale`: it says something else by now."""

    post: Post
    revision: Revision
    is_stale: bool


def versions_of(post: Post) -> list[Post]:
    """The piece in the other languages, whatever their status."""
    others = Post.objects.filter(translation_key=post.translation_key).exclude(pk=post.pk)
    return list(others.select_related("publication").defer("body", "summary"))


def missing_languages(post: Post, versions: list[Post]) -> list[Publication]:
    """The publications in which the piece is not written yet."""
    there = {post.language, *(version.language for version in versions)}
    return [row for row in Publication.objects.all() if row.code not in there]


def original_of(post: Post) -> Original | None:
    """What a post was translated from, if it was begun as a translation."""
    known = (
        Translated.objects.filter(post=post)
        .select_related("revision__post__publication", "revision__post__section")
        .first()
    )
    if known is None:
        return None
    original = known.revision.post
    changed = changed_fields(content_at(known.revision), working_content(original))
    return Original(original, known.revision, is_stale=bool(changed & _FOLLOWED))
