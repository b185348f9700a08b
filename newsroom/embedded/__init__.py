"""PostgreSQL from a wheel, started by whoever needs it first and stopped when the last one leaves.

users.lock   a shared lock of every process that uses the server
keeper       a small process that starts the server, waits until it can have `users.lock` alone,
             and then stops the server; it outlives a `kill -9` of everybody else
start.lock   so that two processes that come together start one server
"""

from .errors import EmbeddedPostgresError
from .use import connection_settings, ensure_running, is_running, leave

__all__ = [
    "EmbeddedPostgresError",
    "connection_settings",
    "ensure_running",
    "is_running",
    "leave",
]
