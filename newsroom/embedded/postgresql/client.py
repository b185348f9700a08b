"""`manage.py dbshell` on the embedded server."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db.backends.postgresql import client

from newsroom.embedded import ensure_running, program


class DatabaseClient(client.DatabaseClient):
    """Runs the psql that came with the server; the system may have none."""

    @classmethod
    def settings_to_cmd_args_env(
        cls, settings_dict: dict[str, Any], parameters: Iterable[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        ensure_running(Path(settings_dict["NEWSROOM_VAR"]))
        arguments, environment = super().settings_to_cmd_args_env(settings_dict, parameters)
        return [str(program.installed() / "psql"), *arguments[1:]], environment
