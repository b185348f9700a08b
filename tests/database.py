"""The database of the tests: where it is, and what Django does not empty in it."""

from urllib.parse import quote

from django.db import connection


def database_url() -> str:
    """Where it is, for processes that tests start."""
    given = connection.get_connection_params()
    user, password, host, name = (
        quote(str(given.get(key) or ""), safe="") for key in ("user", "password", "host", "dbname")
    )
    port = f":{given['port']}" if given.get("port") else ""
    return f"postgresql://{user}{password and ':'}{password}@{host}{port}/{name}"


def empty_queue() -> None:
    """Forget the jobs of the worker: its tables are not Django's, and stay full between tests."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")
