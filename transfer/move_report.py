"""What moving in did: a table for people, JSON for machines."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from .moving import Skipped

KINDS: Final = ("publication", "post", "page", "file", "redirect", "term")
COLUMNS: Final = ("created", "updated", "unchanged", "edited here", "skipped", "lost")


@dataclass(slots=True)
class MoveReport:
    """Counts by kind and outcome; each loss by name, what nobody misses by reason."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    lost: list[Skipped] = field(default_factory=list)
    not_missed: Counter[tuple[str, str]] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    dry_run: bool = False

    def count(self, kind: str, outcome: str) -> None:
        """Count one of a kind: `created`, `updated`, `unchanged`, `edited here`."""
        self.counts.setdefault(kind, Counter())[outcome] += 1

    def skip(self, skipped: Skipped) -> None:
        """Note what was left out."""
        self.count(skipped.kind, "lost" if skipped.lost else "skipped")
        if skipped.lost:
            self.lost.append(skipped)
        else:
            self.not_missed[skipped.kind, skipped.why] += 1

    def lines(self) -> Iterator[str]:
        """The table, then each loss, then the rest."""
        kinds = [*KINDS, *sorted(set(self.counts) - set(KINDS))]
        shown = [kind for kind in kinds if self.counts.get(kind)]
        width = max(map(len, shown), default=0)
        yield "  ".join([" " * width, *(f"{name:>11}" for name in COLUMNS)])
        for kind in shown:
            row = self.counts[kind]
            yield "  ".join([f"{kind:<{width}}", *(f"{row[name]:>11,}" for name in COLUMNS)])
        for one in self.lost:
            yield f"lost: {one.kind} “{one.name}”: {one.why}"
        for (kind, why), number in sorted(self.not_missed.items()):
            yield f"skipped: {number:,} × {kind}: {why}"
        yield from (f"note: {note}" for note in self.notes)

    def as_json(self) -> dict[str, Any]:
        """The same for machines."""
        return {
            "dry_run": self.dry_run,
            "counts": {kind: dict(row) for kind, row in self.counts.items()},
            "lost": [{"kind": it.kind, "name": it.name, "why": it.why} for it in self.lost],
            "skipped": [
                {"kind": kind, "why": why, "number": number}
                for (kind, why), number in sorted(self.not_missed.items())
            ],
            "notes": self.notes,
        }
