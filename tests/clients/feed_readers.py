"""Real feed readers, each with a folder of its own, and what they keep."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import feedparser
import pytest
import reader


@dataclass(frozen=True)
class Kept:
    """An entry as a reader keeps it."""

    guid: str
    title: str
    link: str
    content: str


class FeedReader:
    """Subscribes when it is made; `poll` brings it up to date."""

    program: ClassVar[str] = ""
    formats: ClassVar[set[str]] = {"index.xml", "atom.xml"}
    takes_deltas: ClassVar[bool] = True
    first_polls: ClassVar[int] = 1
    """After how many polls it sends validators."""
    keeps_every_etag: ClassVar[bool] = True
    """Whether it takes the ETag also of an answer in which it found nothing new."""

    def __init__(self, address: str, folder: Path) -> None:
        self.address = address
        self.folder = folder
        if self.program and not shutil.which(self.program):
            missing = f"no {self.program} (scripts/install_clients.py)"
            if os.environ.get("CI", "").lower() == "true":
                pytest.fail(missing)
            pytest.skip(missing)
        self.subscribe()

    def subscribe(self) -> None:
        """Set up what is needed before the first poll."""

    def poll(self) -> None:
        """Ask the server once."""
        raise NotImplementedError

    def kept(self) -> list[Kept]:
        """All entries, also those that are no longer in the feed."""
        raise NotImplementedError

    def run(self, *command: str) -> None:
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LC_ALL": "C.UTF-8"}
        subprocess.run(
            command, env=environment, check=True, timeout=20, capture_output=True, text=True
        )


class Feedparser(FeedReader):
    """A program on feedparser, which keeps entries by their id."""

    def subscribe(self) -> None:
        self.etag = self.modified = None
        self.entries: dict[str, Kept] = {}

    def poll(self) -> None:
        feed = feedparser.parse(self.address, etag=self.etag, modified=self.modified)
        assert not feed.bozo, feed.bozo_exception
        self.etag = feed.get("etag", self.etag)
        self.modified = feed.get("modified", self.modified)
        for entry in feed.entries:
            content = entry.content[-1].value
            self.entries[entry.id] = Kept(entry.id, entry.title, entry.link, content)

    def kept(self) -> list[Kept]:
        return list(self.entries.values())


class Reader(FeedReader):
    """https://reader.readthedocs.io"""

    formats = {"index.xml", "atom.xml", "feed.json"}
    keeps_every_etag = False

    def subscribe(self) -> None:
        self.database = str(self.folder / "reader.sqlite")
        with closing(reader.make_reader(self.database)) as opened:
            opened.add_feed(self.address)

    def poll(self) -> None:
        with closing(reader.make_reader(self.database)) as opened:
            opened.update_feed(self.address)

    def kept(self) -> list[Kept]:
        with closing(reader.make_reader(self.database)) as opened:
            return [
                Kept(entry.id, entry.title, entry.link, entry.content[-1].value)
                for entry in opened.get_entries()
            ]


class Newsboat(FeedReader):
    """https://newsboat.org"""

    program = "newsboat"
    # It has nowhere to keep them before it has stored the feed once.
    first_polls = 2

    def subscribe(self) -> None:
        (self.folder / "urls").write_text(f"{self.address}\n")
        (self.folder / "config").write_text("")

    def poll(self) -> None:
        files = [f"--{name}-file={self.folder / name}" for name in ("url", "cache", "config")]
        files[0] += "s"
        self.run(self.program, *files, "--execute=reload")

    def kept(self) -> list[Kept]:
        rows = "SELECT guid, title, url, content FROM rss_item WHERE deleted = 0"
        with closing(sqlite3.connect(self.folder / "cache")) as database:
            return [Kept(*row) for row in database.execute(rows)]


class Sfeed(FeedReader):
    """https://codemadness.org/sfeed.html, asking as its README says; RSS and Atom alone.

    By default it keeps a row for each id, title and link together, so that a new title makes a new
    row in any feed; here, as its manual allows, one for each id.
    """

    program = "sfeed_update"
    takes_deltas = False
    merge = """merge() { sort -t "$(printf '\\t')" -s -u -k6,6 "$3" "$2" 2>/dev/null; }"""

    def subscribe(self) -> None:
        (self.folder / "etags").mkdir()
        (self.folder / "sfeedrc").write_text(
            f"""sfeedpath="{self.folder}/feeds"
feeds() {{ feed daily "{self.address}"; }}
fetch() {{
    etag="{self.folder}/etags/$(basename "$3")"
    curl -L --max-redirs 0 -H "User-Agent: sfeed" -f -s -m 15 --compressed \\
        --etag-save "$etag" --etag-compare "$etag" -z "$etag" "$2" 2>/dev/null
}}
{self.merge}
"""
        )

    def poll(self) -> None:
        self.run(self.program, str(self.folder / "sfeedrc"))

    def kept(self) -> list[Kept]:
        # timestamp, title, link, content, content type, id, …
        rows = (self.folder / "feeds" / "daily").read_text().splitlines()
        fields = [row.split("\t") for row in rows]
        return [Kept(row[5], row[1], row[2], row[3]) for row in fields]


class SfeedAsItComes(Sfeed):
    """With its own way to tell entries apart."""

    merge = ""


READERS = [Feedparser, Reader, Newsboat, Sfeed]
