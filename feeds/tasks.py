"""What the worker does for feeds: procrastinate looks for it here."""

from .health.tasks import forget_old_polls, read_own_access_log

__all__ = ["forget_old_polls", "read_own_access_log"]
