"""When links are looked at."""

import logging
from typing import Any, Final

from .tasks import check_links

logger = logging.getLogger(__name__)

# Not for an import: nobody waits for the links of ten thousand old posts.
_ACTIONS: Final = frozenset({"publish", "save"})


def check_links_later(sender: object, *, post_id: int, action: str, **_arguments: Any) -> None:
    """Have the worker look at the links of a post that readers see. Hears `post_changed`."""
    if action in _ACTIONS:
        check_links_in_time(sender, post_id=post_id)


def check_links_in_time(sender: object, *, post_id: int, **_arguments: Any) -> None:
    """Have the worker look at the links of a text that is to go out. Hears `post_handed_in`."""
    try:
        check_links.defer(post_id=post_id)
    except Exception:
        # What was done is done: whoever did it is not to see an error.
        logger.exception("The links of post %s will not be checked.", post_id)
