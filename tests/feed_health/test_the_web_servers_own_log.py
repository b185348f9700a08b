"""What gunicorn writes: no addresses, two files at most, from several processes at once."""

import logging
import os
import re
import runpy
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from edge.access_log.follow import read_log
from edge.access_log.lines import parse_line
from edge.tasks import read_access_log
from feeds.health.tasks import forget_old_polls
from feeds.models import DailyPolls
from newsroom.access_log import BoundedFileHandler, logging_to
from tests.runtime import processes

from .conftest import POLLS, line

PROJECT = Path(__file__).resolve().parent.parent.parent

# gunicorn with our own log settings before an application that needs no database.
CONFIG = """
from pathlib import Path
from newsroom import access_log
wsgi_app = "tests.feed_health.hello:application"
bind = "127.0.0.1:{port}"
workers = 2
worker_class = "gthread"
control_socket_disable = True
access_log_format = access_log.FORMAT
logconfig_dict = access_log.logging_to(Path({log!r}))
"""


def record(text):
    return logging.LogRecord("gunicorn.access", logging.INFO, "", 0, text, None, None)


def test_a_full_file_makes_way(tmp_path):
    path = tmp_path / "access.log"
    handlers = [BoundedFileHandler(str(path), max_bytes=1000) for _ in range(3)]
    for number in range(120):
        handlers[number % 3].emit(record(f"{number:03} {'x' * 46}"))
    for handler in handlers:
        handler.close()
    assert sorted(os.listdir(tmp_path)) == ["access.log", "access.log.1"]
    lines = [*(tmp_path / "access.log.1").read_text().splitlines(), *path.read_text().splitlines()]
    assert all(len(line) == 50 for line in lines)
    assert sorted(int(line[:3]) for line in lines) == list(range(120 - len(lines), 120))
    assert path.stat().st_size <= 1100


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path, capfd):
    (tmp_path / "file").touch()
    assert logging_to(tmp_path / "file" / "access.log") == {}
    handler = BoundedFileHandler(str(tmp_path / "gone" / "access.log"))
    handler.handle(record("x"))
    handler.close()
    assert capfd.readouterr() == ("", "")


def test_gunicorn_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv("NEWSROOM_VAR", str(tmp_path))
    config = runpy.run_path(str(PROJECT / "deploy" / "gunicorn.conf.py"))
    [handler] = config["logconfig_dict"]["handlers"].values()
    assert handler["filename"] == str(tmp_path / "log" / "access.log")
    for address in ("%(h)s", "%(f)s", "{x-forwarded-for}"):
        assert address not in config["access_log_format"]
    # Of what a request brings along, the one header that tells a prefetch.
    assert re.findall(r"{[^}]*}", config["access_log_format"]) == ["{sec-purpose}"]


@pytest.mark.django_db
@pytest.mark.usefixtures("publication")
def test_from_gunicorn_to_the_table(tmp_path):
    log, port = tmp_path / "access.log", processes.free_port()
    config = tmp_path / "gunicorn.conf.py"
    config.write_text(CONFIG.format(port=port, log=str(log)))
    said = tmp_path / "said"
    with said.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--config", str(config), "--chdir", str(PROJECT)],
            cwd=PROJECT,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            assert processes.wait_for(lambda: _asked(port, "/healthz", "probe") == 200)
            for _ in range(20):
                _asked(port, "/en/index.xml?x", 'Feedly/1.0 (42 subscribers) "quoted"')
            _asked(port, "/en/", "Mozilla/5.0 (X11)", **{"Sec-Purpose": "prefetch;prerender"})
            _asked(port, "/zh/", "Mozilla/5.0 (X11)")
            assert processes.wait_for(lambda: log.read_text().count("Mozilla") == 2)
        finally:
            server.terminate()
            server.wait(timeout=30)
    assert "127.0.0.1" not in log.read_text()
    requests = [parse_line(line) for line in log.read_text().splitlines()]
    assert [request.target for request in requests if request.is_prefetch] == ["/en/"]
    assert "GET" not in said.read_text()
    assert read_log(log).counted[POLLS] == 20
    row = DailyPolls.objects.get()
    assert (row.client, row.subscribers, row.full, row.sent) == ("Feedly", 42, 20, 100)


def _asked(port, path, agent, **headers):
    try:
        return httpx.get(
            f"http://127.0.0.1:{port}{path}", headers={"User-Agent": agent, **headers}
        ).status_code
    except httpx.TransportError:
        time.sleep(0.1)
        return None


@pytest.mark.django_db
@pytest.mark.usefixtures("publication")
def test_the_worker_reads_it(settings, tmp_path, caplog):
    settings.VAR = tmp_path
    settings.ACCESS_LOG = tmp_path / "log" / "access.log"
    read_access_log(timestamp=0)
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "access.log").write_text(line() + "\n")
    read_access_log(timestamp=0)
    forget_old_polls(timestamp=0)
    assert DailyPolls.objects.get().polls == 1
    assert not caplog.records
