"""Is the port free, and does the web server answer on it?"""

import errno
import http.client
import socket


def port_is_free(port: int) -> bool:
    """Whether one may listen on 127.0.0.1:port. Raises `OSError` when that is not for this user."""
    with socket.socket() as probe:
        # As gunicorn does: connections that have just been closed do not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            return False
    return True


def answers(port: int, host: str) -> bool:
    """Whether the site on this port, asked under one of its names, says that it is well."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/healthz", headers={"Host": host})
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
