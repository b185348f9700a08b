"""What every command that takes another system in has in common."""

import json
from abc import abstractmethod
from argparse import ArgumentParser, ArgumentTypeError
from contextlib import AbstractContextManager
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from .move_report import MoveReport
from .moving import Reader
from .progress import Progress
from .publications import UnknownLanguageError
from .take_in import BLIND, SORTS, Choice, take_in


class MoveCommand(BaseCommand):
    """Takes in what `reader` reads. `refusals` are its errors whose message is one line."""

    refusals: ClassVar[tuple[type[Exception], ...]]

    @abstractmethod
    def reader(self, options: dict[str, Any]) -> AbstractContextManager[Reader]:
        """What is to be taken in, by the command's own options."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--only", type=_sorts, default=(), metavar=",".join(SORTS))
        parser.add_argument(
            "--since", type=_day, metavar="DATE", help="only posts from or changed since 2026-04-26"
        )
        parser.add_argument("--dry-run", action="store_true", help="report, but change nothing")
        parser.add_argument("--json", type=Path, metavar="FILE", help="the report for machines")

    def handle(self, *_args: Any, **options: Any) -> None:
        choice = Choice(options["only"], options["since"], options["dry_run"])
        try:
            with self.reader(options) as reader:
                progress = Progress(self.stderr, reader.total())
                report = take_in(reader, choice, progress=progress.advance)
                progress.end()
        except UnknownLanguageError as error:
            raise CommandError(str(error)) from error
        except self.refusals as error:
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
