import pytest
from django.utils import timezone

from tests.factories import make_publication

FEED = "/en/index.xml"
POLLS = "Polls of feeds"
FEEDLY = "Feedly/1.0 (+http://www.feedly.com/fetcher.html; {} subscribers; like FeedFetcher-Google)"


@pytest.fixture
def publication(db):
    return make_publication()


@pytest.fixture
def log(tmp_path):
    """An access log to write to."""
    return Log(tmp_path / "access.log")


class Log:
    def __init__(self, path):
        self.path = path

    def write(self, *lines, end="\n"):
        with self.path.open("a") as file:
            file.write("\n".join(lines) + end)


def line(target=FEED, status=200, agent="newsboat/2.32 (Linux x86_64)", sent=1000, **values):
    """A line as gunicorn writes it, of noon today unless a `day` says otherwise."""
    day = values.get("day") or timezone.now().date()
    who = values.get("who", "-")
    method = values.get("method", "GET")
    return (
        f'{who} - - [{day:%d/%b/%Y}:12:00:00 +0000] "{method} {target} HTTP/1.1" {status} {sent}'
        f' "-" "{agent}" {values.get("micros", 1200)}'
    )
