from argparse import ArgumentParser
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from django.utils import timezone

from transfer.hugo.program import find_hugo
from transfer.hugo.reader import hugo_reader
from transfer.hugo.refusal import HugoError
from transfer.move_command import MoveCommand
from transfer.moving import Reader


class Command(MoveCommand):
    refusals = (HugoError,)
    help = (
        "Take in a Hugo site: its posts, pages, files and addresses. Nothing is written into DIR;"
        " run again, it takes in what has changed. Ends with status 1 if anything was lost."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("directory", metavar="DIR", type=Path, help="where hugo.toml is")
        parser.add_argument("--hugo", metavar="PATH", help="the program Hugo, if not the one here")
        parser.add_argument(
            "--posts",
            nargs="+",
            default=[],
            metavar="SECTION",
            help="the folders whose pages are posts (posts, or else Hugo's mainSections)",
        )
        parser.add_argument(
            "--section",
            default="",
            help="the section of posts that are in no folder and no category (news)",
        )
        parser.add_argument("--environment", default="", help="Hugo's, if not “production”")
        parser.add_argument(
            "--base-url", default="", metavar="URL", help="where the site is, if it does not say so"
        )
        parser.add_argument(
            "--time-limit", type=float, default=1800, metavar="SECONDS", help="for Hugo (1800)"
        )
        parser.add_argument(
            "--memory-limit",
            type=int,
            default=8,
            metavar="GIB",
            help="for Hugo (8, enough for some 50,000 posts)",
        )
        super().add_arguments(parser)

    def reader(self, options: dict[str, Any]) -> AbstractContextManager[Reader]:
        return hugo_reader(
            find_hugo(options["hugo"]),
            options["directory"],
            now=timezone.now(),
            posts=options["posts"],
            section=options["section"],
            environment=options["environment"],
            base_url=options["base_url"],
            seconds=options["time_limit"],
            memory=options["memory_limit"] * 2**30,
        )
