"""Hubs on the loopback: one that writes down what it is told, and a real one."""

import itertools
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qsl

from flask import Flask
from flask_websub.hub import Hub, SQLite3HubStorage
from werkzeug.serving import make_server


class Scribe(ThreadingHTTPServer):
    """Writes down the forms it is sent; answers with `statuses` in turn, the last one for ever."""

    daemon_threads = True

    def __init__(self) -> None:
        self.forms: list[list[tuple[str, str]]] = []
        self.connections: set[object] = set()
        self.statuses = [204]
        self.headers: dict[str, str] = {}
        self.body = b""
        self.cut_off = threading.Event()
        scribe = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                assert self.headers["Content-Type"] == "application/x-www-form-urlencoded"
                scribe.forms.append(parse_qsl(body.decode(), strict_parsing=True))
                scribe.connections.add(self.client_address)
                status = scribe.statuses.pop(0) if scribe.statuses[1:] else scribe.statuses[0]
                self.send_response(status)
                for name, value in scribe.headers.items():
                    self.send_header(name, value)
                if status == 204:
                    self.end_headers()
                    return
                self.send_header("Content-Length", str(len(scribe.body)))
                self.end_headers()
                self.wfile.write(scribe.body)

            def log_message(self, *_: object) -> None:
                pass

        super().__init__(("127.0.0.1", 0), Handler)

    def handle_error(self, *_: object) -> None:
        """The client has hung up in the middle of the answer."""
        self.cut_off.set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"

    @property
    def topics(self) -> list[str]:
        """What it was told, in order."""
        return [dict(form)["hub.url"] for form in self.forms]


@contextmanager
def scribe() -> Iterator[Scribe]:
    with serving(Scribe()) as server:
        yield server


@contextmanager
def flask_hub(folder: Path, port: int) -> Iterator[str]:
    """Flask-WebSub's hub; its address. What it knows of subscribers stays in the folder."""
    app = Flask("hub")
    app.config["PUBLISH_SUPPORTED"] = True
    hub = Hub(SQLite3HubStorage(str(folder / "hub.sqlite3")), _Threads())
    app.register_blueprint(hub.build_blueprint(url_prefix="/hub"))
    with serving(make_server("127.0.0.1", port, app, threaded=True)):
        yield f"http://127.0.0.1:{port}/hub"


@contextmanager
def serving[S: ThreadingHTTPServer](server: S) -> Iterator[S]:
    """Have a server answer in a thread."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Threads:
    """Stands in for Celery, which the hub hands its work to: a thread a task."""

    def task(self, function=None, *, bind=False, max_retries=0):
        def made(function):
            def delay(*args):
                threading.Thread(target=run, args=args, daemon=True).start()

            def run(*args):
                for attempt in itertools.count():
                    try:
                        function(*([_Attempt(attempt)] if bind else []), *args)
                    except _Again:
                        if attempt == max_retries:
                            raise
                        time.sleep(0.1)
                    else:
                        return

            return SimpleNamespace(delay=delay)

        return made if function is None else made(function)


class _Again(Exception):  # noqa: N818
    pass


class _Attempt:
    def __init__(self, number: int) -> None:
        self.request = SimpleNamespace(retries=number)

    def retry(self, countdown: float) -> None:
        raise _Again
