"""What the worker does for feeds: procrastinate looks for it here."""

from .health.tasks import forget_old_polls
from .lint.tasks import check_link, check_links, forget_old_link_checks

__all__ = [
    "check_link",
    "check_links",
    "forget_old_link_checks",
    "forget_old_polls",
]
