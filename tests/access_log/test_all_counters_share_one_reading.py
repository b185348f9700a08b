"""Every counter is given every request once; if one fails, none has counted."""

import pytest

from edge.access_log.counters import register
from edge.access_log.follow import read_log
from edge.models import LogPosition
from publication.models import Publication
from tests.factories import make_publication

from .log import line

pytestmark = pytest.mark.django_db


def test_each_is_given_all(log, counting):
    given = {"a": [], "b": []}
    register("A", lambda requests: len(given["a"].extend(requests) or requests))
    register("B", lambda requests: given["b"].extend(requests) or 0)
    log.write(line("/one"), "nonsense", line("/two"))
    read = read_log(log.path)
    assert [request.target for request in given["a"]] == ["/one", "/two"]
    assert given["a"] == given["b"]
    assert (read.lines, read.understood, dict(read.counted)) == (3, 2, {"A": 2, "B": 0})


def test_one_that_is_registered_twice_counts_once(log, counting):
    for _time in range(2):
        register("A", len)
    log.write(line())
    assert dict(read_log(log.path).counted) == {"A": 1}


def test_a_failure_undoes_what_others_stored(log, counting):
    def store(requests):
        make_publication("en")
        return len(requests)

    def fail(requests):
        raise ArithmeticError

    register("A", store)
    register("B", fail)
    log.write(line())
    with pytest.raises(ArithmeticError):
        read_log(log.path)
    assert not Publication.objects.exists()
    assert not LogPosition.objects.exists()
    register("B", len)
    assert dict(read_log(log.path).counted) == {"A": 1, "B": 1}
