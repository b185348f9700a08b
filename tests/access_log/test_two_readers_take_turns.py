"""Two that read the same log at the same moment count each line once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connections

from edge.access_log.counters import register
from edge.access_log.follow import read_log

from .log import line


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("was_read_before", [False, True])
def test_the_second_waits(log, counting, was_read_before):
    log.write(line())
    if was_read_before:
        read_log(log.path)
    log.write(line(micros=2))
    begun, go_on = Event(), Event()

    def slow(requests):
        begun.set()
        assert go_on.wait(20)
        return len(requests)

    def read():
        try:
            return read_log(log.path).counted["Slow"]
        finally:
            connections.close_all()

    register("Slow", slow)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(read)
        assert begun.wait(20)
        second = pool.submit(read)
        assert not second.done()
        go_on.set()
        counted = [first.result(30), second.result(30)]
    assert counted == [1 if was_read_before else 2, 0]
