import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from transfer.parity.check import check
from transfer.parity.live import Live, LiveError
from transfer.parity.old import Folder, OldSite


class Command(BaseCommand):
    help = (
        "Ask this site for every address and every feed entry of another one: the folder that Hugo "
        "wrote (“public”), or a site that is served. Exit status 1 where anything is lost."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("site", metavar="DIR_OR_URL")
        parser.add_argument("--json", metavar="FILE", type=Path, help="write the findings there")
        parser.add_argument(
            "--allow-private",
            action="store_true",
            help="fetch from private and local addresses too",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            findings = check(self._old(options), progress=self._progress)
        except (OSError, LiveError) as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            text = json.dumps(findings.as_json(), ensure_ascii=False, indent=1)
            options["json"].write_text(text + "\n", encoding="utf-8")
        for line in findings.lines():
            self.stdout.write(line)
        if findings.lost:
            raise CommandError(f"{findings.lost:,} lost.", returncode=1)

    def _old(self, options: dict[str, Any]) -> OldSite:
        site = options["site"]
        if "://" in site:
            return Live(site, allow_private=options["allow_private"])
        return Folder(Path(site))

    def _progress(self, done: int) -> None:
        if self.stderr.isatty() and done % 20 == 0:
            self.stderr.write(f"\r{done:,}", ending="")
