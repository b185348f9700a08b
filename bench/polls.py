"""What a poll of a feed costs.

    make bench

1,000 polls of an unchanged feed of 50 posts, over the site's own gunicorn: their statuses, their
rate beside that of a gunicorn that says the same bytes without thinking, and the queries that they
make. The database is a new one in a temporary folder, or that of DATABASE_URL.
"""

import json
import os
import re
from collections import Counter

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.environment import FOLDER
from bench.load import Answer, ask, get, rate
from bench.servers import gunicorn
from posts.models import Post
from tests.factories import make_many, make_publication

POLLS = 1_000
SECONDS = 3
ROUNDS = 3
FEED = "/en/index.xml"
PACKED = {"Accept-Encoding": "gzip"}
ROW = "{:<34}{:>9}{:>9}{:>9}"
# What a server adds by itself.
HOP = {"connection", "date", "server", "transfer-encoding"}


def main() -> None:
    """Prints everything."""
    fill()
    print(f"A feed of 50 posts; {os.cpu_count()} cores; gunicorn with 2 processes of 4 threads\n")
    count_queries()
    with gunicorn("newsroom.wsgi:application") as site:
        whole = get(site + FEED, PACKED)
        unchanged = {**PACKED, "If-None-Match": whole.headers["ETag"]}
        statuses = ask(site + FEED, unchanged, POLLS).statuses
        print(f"{POLLS:,} polls over HTTP: statuses {dict(statuses)}\n")
        assert statuses == {304: POLLS}, "an unchanged feed is 304"
        print(ROW.format("requests a second", "site", "hello", "ratio"))
        compare("poll of an unchanged feed (304)", site, unchanged)
        compare("whole feed, made anew (200)", site, PACKED)


def fill() -> None:
    """Publishes 50 posts of the length of a news story."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    make_publication()
    if not Post.objects.exists():
        make_many(50, body="<p>" + "A sentence of a story. " * 150 + "</p>", tags=["Trade", "AI"])


def count_queries() -> None:
    """Polls in this process, where queries can be counted."""
    client = Client(headers={"Host": "127.0.0.1", **PACKED})
    etag = client.get(FEED).headers["ETag"]
    tables: Counter[str] = Counter()
    look_up = ""
    for _poll in range(POLLS):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(FEED, headers={"If-None-Match": etag}).status_code == 304
        for query in asked.captured_queries:
            table = re.search(r'\bFROM "?(\w+)', query["sql"])[1]
            tables[table] += 1
            look_up = query["sql"] if table == "edge_stamp" else look_up
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {look_up}")
        [plan] = cursor.fetchone()[0]
    print(f"{POLLS:,} polls in one process: queries {dict(tables)}")
    print(f"the look-up of stamps: {plan['Execution Time']:.3f} ms in PostgreSQL;")
    print("publications are kept, and asked for once a second at most\n")


def compare(name: str, site: str, headers: dict[str, str]) -> None:
    """Takes the best of some rounds, in turns: what else runs here slows both."""
    file = FOLDER / "hello.json"
    file.write_text(json.dumps(as_said(get(site + FEED, headers))))
    with gunicorn("bench.hello:application", HELLO=str(file)) as hello:
        rounds = [
            (rate(site + FEED, headers, SECONDS), rate(hello + FEED, headers, SECONDS))
            for _round in range(ROUNDS)
        ]
    ours, bare = (max(rates) for rates in zip(*rounds, strict=True))
    print(ROW.format(name, f"{ours:,.0f}", f"{bare:,.0f}", f"{ours / bare:.2f}"))


def as_said(answer: Answer) -> dict[str, object]:
    """An answer for `bench.hello` to repeat."""
    headers = [header for header in answer.headers.items() if header[0].lower() not in HOP]
    status = f"{answer.status} {answer.reason}"
    return {"status": status, "headers": headers, "body": answer.body.decode("latin-1")}


if __name__ == "__main__":
    main()
