"""`manage.py read_access_log FILE`."""

import gzip
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from .conftest import line

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("publication")]


def run(path):
    out = StringIO()
    call_command("read_access_log", str(path), stdout=out)
    return out.getvalue()


def test_what_it_says(log):
    log.write(line(who="203.0.113.9"), line("/en/"), "nonsense")
    told = "New lines: 3, of them not understood: 1. Polls of feeds: 1. Views of posts: 0. "
    assert run(log.path) == f"{told}Pages not found: 0.\n"
    told = "New lines: 0, of them not understood: 0. Polls of feeds: 0. Views of posts: 0. "
    assert run(log.path) == f"{told}Pages not found: 0.\n"


def test_what_it_cannot_read(log, tmp_path):
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        run(tmp_path / "missing.log")
    with pytest.raises(CommandError, match="cannot be read: Is a directory"):
        run(tmp_path)
    log.path.write_bytes(gzip.compress(f"{line()}\n".encode() * 90) + b"\n")
    with pytest.raises(CommandError, match="No line of"):
        run(log.path)
