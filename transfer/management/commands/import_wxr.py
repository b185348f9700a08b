from argparse import ArgumentParser
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from transfer.export_command import ExportCommand
from transfer.moving import Reader
from transfer.wxr.reader import WxrReader
from transfer.wxr.refusal import WxrError


class Command(ExportCommand):
    refusals = (WxrError,)
    help = (
        "Take in the export of a WordPress site (Tools → Export, all content): posts, pages,"
        " categories, tags, authors, pictures and addresses. Run again, it takes in what has"
        " changed. Ends with status 1 if anything was lost."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--types",
            nargs="+",
            default=["post"],
            metavar="TYPE",
            help="WordPress's types that are posts here (post)",
        )
        super().add_arguments(parser)

    def reader(self, options: dict[str, Any]) -> AbstractContextManager[Reader]:
        return nullcontext(
            WxrReader(
                options["file"],
                language=options["language"],
                section=options["section"],
                types=options["types"],
                downloads=self.downloads(options),
            )
        )
