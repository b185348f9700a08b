"""What the commands that read one exported file, and fetch what it names, have in common."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from .downloads import Downloads, downloads
from .move_command import MoveCommand


class ExportCommand(MoveCommand):
    """A MoveCommand with the file, the language and the section of all posts."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path, help="the exported file")
        parser.add_argument("--language", default="", help="the code of all posts: en, zh")
        parser.add_argument(
            "--section", default="news", help="the section of posts without a category (news)"
        )
        parser.add_argument(
            "--no-files", action="store_true", help="fetch no pictures and other files"
        )
        parser.add_argument(
            "--allow-private",
            action="store_true",
            help="fetch from private and local addresses too",
        )
        super().add_arguments(parser)

    def downloads(self, options: dict[str, Any]) -> Downloads | None:
        """Where files come from; None where none are to be fetched."""
        if options["no_files"]:
            return None
        return downloads(allow_private=options["allow_private"])
