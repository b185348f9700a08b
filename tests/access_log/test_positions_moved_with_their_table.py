"""What was read before the table of positions moved here is not read again."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from edge.access_log.follow import read_log
from edge.models import LogPosition

from .log import line

BEFORE = [("feeds", "0001_health")]


def migrate(targets):
    executor = MigrationExecutor(connection)
    executor.loader.build_graph()
    executor.migrate(targets)


@pytest.mark.django_db(transaction=True)
def test_there_and_back(log):
    log.write(line(), line(micros=2))
    read_log(log.path)
    known = LogPosition.objects.get()
    newest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    try:
        migrate(BEFORE)
        with connection.cursor() as cursor:
            cursor.execute('SELECT first_line, "offset" FROM feeds_logposition')
            assert cursor.fetchall() == [(known.first_line, known.offset)]
        LogPosition.objects.all().delete()
    finally:
        migrate(newest)
    assert LogPosition.objects.get().offset == known.offset
    log.write(line(micros=3))
    assert read_log(log.path).lines == 1
