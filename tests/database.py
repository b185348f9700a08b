"""Where the database of the tests is, for processes that tests start."""

from urllib.parse import quote

from django.db import connection


def database_url() -> str:
    given = connection.get_connection_params()
    user, password, host, name = (
        quote(str(given.get(key) or ""), safe="") for key in ("user", "password", "host", "dbname")
    )
    port = f":{given['port']}" if given.get("port") else ""
    return f"postgresql://{user}{password and ':'}{password}@{host}{port}/{name}"
