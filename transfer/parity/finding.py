from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What became of an address or an entry. Only what is lost is a loss.

    `KNOWN` is another than before, and meant to be: `why` says in which way.
    """

    SAME = "same"
    MOVED = "moved"
    KNOWN = "known"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Finding:
    """`what` is an address, decoded, or a feed and an entry of it. `about` groups: `page`."""

    kind: Kind
    about: str
    what: str
    why: str = ""


@dataclass(slots=True)
class Findings:
    """All of them, counted; those that say why are kept."""

    counts: Counter[tuple[str, Kind]] = field(default_factory=Counter)
    told: list[Finding] = field(default_factory=list)

    def add(self, finding: Finding) -> None:
        self.counts[finding.about, finding.kind] += 1
        if finding.why:
            self.told.append(finding)

    def extend(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            self.add(finding)

    @property
    def lost(self) -> int:
        return sum(count for (_about, kind), count in self.counts.items() if kind is Kind.LOST)

    def lines(self) -> Iterator[str]:
        """A table of counts; then each loss; then what is another way on purpose, by its reason."""
        yield "{:<28}{:>9}{:>9}{:>9}{:>9}".format("", *Kind)
        for about in dict.fromkeys(about for about, _kind in self.counts):
            yield f"{about:<28}" + "".join(f"{self.counts[about, kind]:>9,}" for kind in Kind)
        for finding in self.told:
            if finding.kind is Kind.LOST:
                yield f"lost: {finding.about}: {finding.what}: {finding.why}"
        reasons = Counter(one.why for one in self.told if one.kind is Kind.KNOWN)
        for why, count in reasons.most_common():
            example = next(one.what for one in self.told if one.why == why)
            yield f"known: {why}: {count:,}, such as {example}"
        yield f"{self.lost:,} lost."

    def as_json(self) -> dict[str, Any]:
        """The same for machines; here what moved is told one by one as well."""
        counts: dict[str, dict[str, int]] = {}
        for (about, kind), count in self.counts.items():
            counts.setdefault(about, {})[kind] = count
        return {"lost": self.lost, "counts": counts, "findings": [asdict(one) for one in self.told]}
