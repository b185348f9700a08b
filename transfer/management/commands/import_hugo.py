import json
from argparse import ArgumentParser, ArgumentTypeError
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from transfer.hugo.program import find_hugo
from transfer.hugo.reader import hugo_reader
from transfer.hugo.refusal import HugoError
from transfer.move_report import MoveReport
from transfer.progress import Progress
from transfer.publications import UnknownLanguageError
from transfer.take_in import BLIND, SORTS, Choice, take_in


class Command(BaseCommand):
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
        parser.add_argument("--only", type=_sorts, default=(), metavar=",".join(SORTS))
        parser.add_argument(
            "--since", type=_day, metavar="DATE", help="only posts from or changed since 2026-04-26"
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
        parser.add_argument("--dry-run", action="store_true", help="report, but change nothing")
        parser.add_argument("--json", type=Path, metavar="FILE", help="the report for machines")

    def handle(self, *_args: Any, **options: Any) -> None:
        choice = Choice(options["only"], options["since"], options["dry_run"])
        try:
            report = self._take_in(options, choice)
        except (HugoError, UnknownLanguageError) as error:
            raise CommandError(str(error)) from error
        if choice.dry_run:
            self.stdout.write(BLIND)
        for line in report.lines():
            self.stdout.write(line)
        if options["json"]:
            _write(options["json"], report)
        if report.lost:
            number = len(report.lost)
            raise CommandError(f"{number:,} {'thing was' if number == 1 else 'things were'} lost.")

    def _take_in(self, options: dict[str, Any], choice: Choice) -> MoveReport:
        hugo = find_hugo(options["hugo"])
        with hugo_reader(
            hugo,
            options["directory"],
            now=timezone.now(),
            posts=options["posts"],
            section=options["section"],
            environment=options["environment"],
            base_url=options["base_url"],
            seconds=options["time_limit"],
            memory=options["memory_limit"] * 2**30,
        ) as reader:
            progress = Progress(self.stderr, reader.total())
            report = take_in(reader, choice, progress=progress.advance)
            progress.end()
        return report


def _write(file: Path, report: MoveReport) -> None:
    text = json.dumps(report.as_json(), ensure_ascii=False, indent=2)
    try:
        file.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        message = f"The report cannot be written to {file}: {error.strerror}. The import was made."
        raise CommandError(message) from error


def _sorts(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if unknown := [name for name in names if name not in SORTS]:
        raise ArgumentTypeError(f"“{unknown[0]}” is none of {', '.join(SORTS)}")
    return names


def _day(text: str) -> datetime:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"“{text}” is no date such as 2026-04-26") from error
    return datetime.combine(day, time.min, timezone.get_default_timezone())
