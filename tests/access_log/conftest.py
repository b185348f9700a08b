import pytest

from edge.access_log import counters

from .log import Log


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path / "access.log")


@pytest.fixture
def counting(monkeypatch):
    """Counters of one's own, instead of those of the site, by what they count."""
    own = {}
    monkeypatch.setattr("edge.access_log.follow.counters", own)
    monkeypatch.setattr(counters, "_counters", own)
    return own
