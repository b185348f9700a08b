"""Django's PostgreSQL engine on the embedded server, started when a connection is wanted.

So every entry point (web worker, management command, test, queue worker) finds the database by
itself, and what needs none (`--help`, `compilemessages`) starts none.
"""

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.backends.postgresql import base

from newsroom.embedded import EmbeddedPostgresError, ensure_running

from .client import DatabaseClient


class DatabaseWrapper(base.DatabaseWrapper):
    """Asks for the server wherever connection parameters are asked for.

    That is before each of Django's own connections, and when procrastinate opens connections of its
    own.
    """

    client_class = DatabaseClient

    def get_connection_params(self) -> dict[str, Any]:
        try:
            ensure_running(Path(self.settings_dict["NEWSROOM_VAR"]))
        except EmbeddedPostgresError as error:
            raise ImproperlyConfigured(str(error)) from error
        return super().get_connection_params()
