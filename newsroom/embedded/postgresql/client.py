"""`manage.py dbshell` on the embedded server."""

from collections.abc import Iterable
from pathlib import Path

from django.db.backends.postgresql import client

from newsroom.embedded import ensure_running, program


class DatabaseClient(client.DatabaseClient):
    """Runs the psql that came with the server; the system may have none."""

    def runshell(self, parameters: Iterable[str]) -> None:
        ensure_running(Path(self.connection.settings_dict["NEWSROOM_VAR"]))
        self.executable_name = str(program.installed() / "psql")
        super().runshell(parameters)
