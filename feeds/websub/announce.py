"""WebSub, the publisher's part: hubs hear of every feed that has changed (W3C WebSub §6).

Feeds of a month and of a query name no hub, so nobody subscribes to them through one.
"""

import logging
from typing import Any, Final

from django.conf import settings
from procrastinate.types import JSONDict

from .tasks import ping

logger = logging.getLogger(__name__)

# News is told at once. Editing comes in bursts: what is told a little later is told once.
AT_ONCE: Final = frozenset({"publish", "withdraw"})
SETTLED: Final = 20


def announce(sender: object, *, action: str, keys: frozenset[str], **_arguments: Any) -> None:
    """Have the worker tell the hubs what a change of a post changed. Hears `post_changed`."""
    # A month's key has a space in it (`posts.keys`).
    lists = sorted(key for key in keys if " " not in key)
    if not lists or not settings.WEBSUB_HUBS:
        return
    delay = 0 if action in AT_ONCE else SETTLED
    job = ping.configure(schedule_in={"seconds": delay}) if delay else ping.configure()
    jobs: list[JSONDict] = [{"hub": hub, "keys": [*lists]} for hub in settings.WEBSUB_HUBS]
    try:
        job.batch_defer(*jobs)
    except Exception:
        # The change itself is committed: whoever made it is not to see an error.
        logger.exception("The hubs will not be told of changes to %s.", ", ".join(lists))
