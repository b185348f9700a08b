"""`manage.py run`: the whole site on this machine, until it is told to stop."""

import time
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.db.backends.postgresql.base import DatabaseWrapper

from newsroom import embedded, environment, listening, static_files
from newsroom.embedded import locks
from newsroom.stop_request import StopRequest
from newsroom.supervisor import PYTHON, Program, Supervisor

_READY_SECONDS = 180


class Command(BaseCommand):
    """Prepares the database, the static files and the demo content, then serves and works."""

    help = "Run the site: database, web server and worker. Ctrl-C stops them all."

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        stop = StopRequest()
        _check_port()
        self._prepare()
        supervisor = Supervisor(_programs(), self._say)
        stop.exits = False
        try:
            supervisor.start()
            self._watch(supervisor, stop)
        finally:
            supervisor.stop(at_once=stop.insists)
            embedded.leave(environment.var_folder())

    def _prepare(self) -> None:
        """Brings everything up to date. Two starts on one `NEWSROOM_VAR` take turns."""
        var = environment.var_folder()
        var.mkdir(mode=0o700, parents=True, exist_ok=True)
        with locks.alone(var / "prepare.lock"):
            call_command("migrate", interactive=False, verbosity=0)
            static_files.collect()
            if environment.demo():
                call_command("load_demo", stdout=self.stdout)
            call_command("create_editor", stdout=self.stdout)
            self.stdout.flush()
        _disconnect()

    def _watch(self, supervisor: Supervisor, stop: StopRequest) -> None:
        port = environment.port()
        host = environment.probe_host()
        ready = False
        deadline = time.monotonic() + _READY_SECONDS
        while not stop.received():
            if not supervisor.revive():
                raise SystemExit(1)
            self._keep_database()
            if not ready and listening.answers(port, host):
                ready = True
                self._say(f"Ready: http://127.0.0.1:{port}/")
            if not ready and time.monotonic() > deadline:
                raise CommandError(f"No answer on port {port} after {_READY_SECONDS} seconds.")
            time.sleep(0.2)

    def _keep_database(self) -> None:
        """Starts the embedded server, or what watches over it, again if somebody has killed it."""
        var = environment.var_folder()
        if not _database_is_embedded():
            return
        if not embedded.is_running(var):
            self._say("PostgreSQL has ended: starting it again.")
        try:
            embedded.ensure_running(var)
        except embedded.EmbeddedPostgresError as error:
            raise CommandError(str(error)) from error

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def _check_port() -> None:
    port = environment.port()
    try:
        free = listening.port_is_free(port)
    except OSError as error:
        raise CommandError(f"Port {port} cannot be used: {error.strerror}.") from error
    if not free:
        raise CommandError(
            f"Port {port} is taken. Stop what listens there, or choose another: "
            f"make run PORT={port + 1}"
        )


def _programs() -> list[Program]:
    config = settings.BASE_DIR / "deploy" / "gunicorn.conf.py"
    manage = settings.BASE_DIR / "manage.py"
    return [
        Program("The web server", [PYTHON, "-m", "gunicorn", "--config", str(config)]),
        Program("The worker", [PYTHON, str(manage), "procrastinate", "worker"]),
    ]


def _database_is_embedded() -> bool:
    return "NEWSROOM_VAR" in settings.DATABASES["default"]


def _disconnect() -> None:
    """Closes what the preparation has opened: from here on others ask the database."""
    for connection in connections.all():
        connection.close()
        if isinstance(connection, DatabaseWrapper):
            connection.close_pool()
