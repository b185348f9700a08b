"""The worker reads the log that ACCESS_LOG names, and says when that is not there."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from edge.models import LogPosition
from edge.tasks import read_access_log
from newsroom import environment

from .log import line

pytestmark = pytest.mark.django_db


def test_the_web_servers_own_unless_one_is_named(monkeypatch):
    monkeypatch.delenv("ACCESS_LOG", raising=False)
    assert environment.access_log() == environment.var_folder() / "log" / "access.log"
    monkeypatch.setenv("ACCESS_LOG", "/var/log/varnish/access.log")
    assert str(environment.access_log()) == "/var/log/varnish/access.log"
    monkeypatch.setenv("ACCESS_LOG", "off")
    assert environment.access_log() is None


@pytest.mark.parametrize("value", ["access.log", "./access.log", "on", "https://x.example/"])
def test_a_bad_value_stops_the_start(monkeypatch, value):
    monkeypatch.setenv("ACCESS_LOG", value)
    with pytest.raises(ImproperlyConfigured, match="write an absolute path such as"):
        environment.access_log()


def test_off(settings, log, caplog):
    settings.ACCESS_LOG = None
    read_access_log(timestamp=0)
    assert not caplog.records


def test_another_ones(settings, log, tmp_path, caplog):
    settings.VAR = tmp_path / "var"
    settings.ACCESS_LOG = log.path
    read_access_log(timestamp=0)
    [warning] = caplog.records
    assert f"no access log at {log.path}" in warning.getMessage()
    log.write(line())
    read_access_log(timestamp=0)
    assert len(caplog.records) == 1
    assert LogPosition.objects.count() == 1


def test_one_that_cannot_be_read(settings, tmp_path, caplog):
    settings.ACCESS_LOG = tmp_path
    read_access_log(timestamp=0)
    [warning] = caplog.records
    assert "cannot be read" in warning.getMessage()
