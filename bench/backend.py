"""What the database works on this connection, whatever else the machine does meanwhile."""

import time
from collections.abc import Callable
from pathlib import Path

from django.db import connection


def processor_time() -> Callable[[], float]:
    """The milliseconds for which the server's process of this connection has had a processor.

    `nan` where the server is on another machine, or not on Linux.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid(), inet_server_addr() IS NULL")
        pid, here = cursor.fetchone()
    file = Path(f"/proc/{pid}/schedstat")
    if not here or not file.exists():
        return lambda: float("nan")

    def read() -> float:
        # It is brought up to date when the process goes to sleep.
        time.sleep(0.0005)
        return int(file.read_text().split()[0]) / 1e6

    return read
