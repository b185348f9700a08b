"""What came back from review: who sent it, and what they said."""

from collections.abc import Iterable
from typing import Final

from .models import Revision
from .workflow import NAMES, Status

# After one of these a post has moved on from where it was sent back.
_MOVES: Final = (*NAMES, "discard", "import")


def sent_back(posts: Iterable[int]) -> dict[int, Revision]:
    """By the key of a post, the revision by which it came back, if that is its last move.

    Of posts whose newest text is a draft. One query, or none for no posts.
    """
    keys = list(posts)
    if not keys:
        return {}
    moves = Revision.objects.filter(post__in=keys, action__in=_MOVES).defer("snapshot")
    last = moves.order_by("post_id", "-number").distinct("post_id")
    return {
        move.post_id: move
        for move in last
        if move.action == "return" and move.came_from == Status.IN_REVIEW
    }
