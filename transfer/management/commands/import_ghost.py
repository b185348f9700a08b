from argparse import ArgumentParser
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from transfer.downloads import downloads
from transfer.ghost.reader import GhostReader
from transfer.ghost.refusal import GhostError
from transfer.move_command import MoveCommand
from transfer.moving import Reader


class Command(MoveCommand):
    refusals = (GhostError,)
    help = (
        "Take in the export of a Ghost site (Settings → Import/Export): posts, pages, tags,"
        " authors, pictures and addresses. Run again, it takes in what has changed. Ends with"
        " status 1 if anything was lost."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path, help="the .json file")
        parser.add_argument(
            "--site", default="", metavar="URL", help="where it is served, to fetch its files"
        )
        parser.add_argument("--language", default="", help="the code of all posts: en, zh")
        parser.add_argument("--section", default="news", help="the section of posts (news)")
        parser.add_argument(
            "--no-files", action="store_true", help="fetch no pictures and other files"
        )
        parser.add_argument(
            "--allow-private",
            action="store_true",
            help="fetch from private and local addresses too",
        )
        super().add_arguments(parser)

    def reader(self, options: dict[str, Any]) -> AbstractContextManager[Reader]:
        private = options["allow_private"]
        fetched = None if options["no_files"] else downloads(allow_private=private)
        return nullcontext(
            GhostReader(
                options["file"],
                site=options["site"],
                language=options["language"],
                section=options["section"],
                downloads=fetched,
            )
        )
