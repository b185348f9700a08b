"""What readers can see of a post: before and after an action, it tells what the action changed."""

from dataclasses import dataclass

from django.utils import timezone

from posts.keys import keys_of
from posts.models import Post


@dataclass(frozen=True, slots=True)
class Trace:
    """`path` is its address if it was ever public, `shown` whether readers see it there now.

    `keys` are those of the lists that it is on, or was on before it was withdrawn. `stage` is where
    its newest text stands, "" before there is one.
    """

    path: str = ""
    shown: bool = False
    keys: frozenset[str] = frozenset()
    stage: str = ""


UNSEEN = Trace()


def trace(post: Post) -> Trace:
    """What readers can see of a post as it is stored."""
    if not post.was_public or post.published_at is None:
        return Trace(stage=post.stage)
    return Trace(post.path, post.is_public(timezone.now()), keys_of(post), post.stage)
