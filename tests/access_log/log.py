"""An access log to write to."""

from django.utils import timezone

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"


class Log:
    def __init__(self, path):
        self.path = path

    def write(self, *lines, end="\n"):
        with self.path.open("ab") as file:
            file.write(b"\n".join(one if isinstance(one, bytes) else one.encode() for one in lines))
            file.write(end.encode())


def line(target="/en/", status=200, agent=FIREFOX, purpose="-", **values):
    """A line as gunicorn writes it, of noon today (UTC) unless `at` says otherwise."""
    at = values.get("at") or timezone.now().replace(hour=12, minute=0, second=0)
    return (
        f'- - - [{at:%d/%b/%Y:%H:%M:%S} +0000] "{values.get("method", "GET")} {target} HTTP/1.1"'
        f' {status} 1000 "-" "{agent}" {values.get("micros", 1200)} "{purpose}"'
    )
