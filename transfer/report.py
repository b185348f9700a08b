"""What an import did, for people to read."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

PLURALS = {
    "post": "posts",
    "tag": "tags",
    "category": "categories",
    "citation": "citations",
    "author": "authors",
    "publisher": "publishers",
    "publication": "publications",
}
MAIN = ("post", "tag", "category", "citation")


@dataclass(slots=True)
class Report:
    """Counts by kind, and each skipped entry with its reason."""

    created: Counter[str] = field(default_factory=Counter)
    updated: int = 0
    unchanged: int = 0
    skipped: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def skip(self, what: str, why: str) -> None:
        """Note that an entry was left out."""
        self.skipped.append((what, why))

    def lines(self) -> Iterator[str]:
        """The report: what was created, what was not, and why."""
        shown = [kind for kind in MAIN if self.created[kind] or kind == "post"]
        yield f"{self._listed(shown)} created"
        if also := [kind for kind in PLURALS if kind not in MAIN and self.created[kind]]:
            yield f"{self._listed(also)} created along with that"
        yield f"{self.updated} updated, {self.unchanged} unchanged, {len(self.skipped)} skipped"
        for what, why in self.skipped:
            yield f"  skipped: {what}: {why}"
        yield from (f"  note: {note}" for note in self.notes)

    def _listed(self, kinds: list[str]) -> str:
        return ", ".join(counted(self.created[kind], kind) for kind in kinds)


def counted(number: int, kind: str) -> str:
    """`1 category`, `5 tags`."""
    return f"{number} {kind if number == 1 else PLURALS[kind]}"
