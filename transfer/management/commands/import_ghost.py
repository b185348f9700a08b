from argparse import ArgumentParser
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from transfer.export_command import ExportCommand
from transfer.ghost.reader import GhostReader
from transfer.ghost.refusal import GhostError
from transfer.moving import Reader


class Command(ExportCommand):
    refusals = (GhostError,)
    help = (
        "Take in the export of a Ghost site (Settings → Import/Export): posts, pages, tags,"
        " authors, pictures and addresses. Run again, it takes in what has changed. Ends with"
        " status 1 if anything was lost."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--site", default="", metavar="URL", help="where it is served, to fetch its files"
        )
        super().add_arguments(parser)

    def reader(self, options: dict[str, Any]) -> AbstractContextManager[Reader]:
        return nullcontext(
            GhostReader(
                options["file"],
                site=options["site"],
                language=options["language"],
                section=options["section"],
                downloads=self.downloads(options),
            )
        )
