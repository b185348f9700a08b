"""What was measured of one page, and what of it is beyond the budgets."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")

LARGEST_PAINT = 1.2
REQUESTS = 4
SENT, UNPACKED, STYLE = 25 * 1024, 60 * 1024, 20 * 1024


@dataclass(frozen=True)
class Measured:
    """The figures of one run: scores of 100, seconds, bytes."""

    scores: dict[str, int]
    failing: dict[str, list[str]]
    largest_paint: float
    shift: float
    requests: int
    sent: int
    unpacked: int
    style: int
    scripts: list[str]
    elsewhere: list[str]

    def faults(self) -> Iterator[str]:
        """What is wrong, a sentence each."""
        for name, score in self.scores.items():
            if score < 100:
                yield f"{name} {score}: {', '.join(self.failing[name])}"
        if self.largest_paint > LARGEST_PAINT:
            yield f"the largest paint comes after {self.largest_paint:.2f} s of {LARGEST_PAINT}"
        if self.shift:
            yield f"the layout shifts by {self.shift:.3f}"
        if self.requests > REQUESTS:
            yield f"{self.requests} requests of {REQUESTS}"
        for name in ("sent", "unpacked", "style"):
            if (size := getattr(self, name)) > (most := globals()[name.upper()]):
                yield f"{size:,} bytes {name} of {most:,}"
        if self.scripts:
            yield f"scripts: {', '.join(self.scripts)}"
        if self.elsewhere:
            yield f"asks elsewhere: {', '.join(self.elsewhere)}"

    def is_slow(self) -> bool:
        """Whether what hangs on the machine's other load, too, is beyond the budget."""
        return self.scores["performance"] < 100 or self.largest_paint > LARGEST_PAINT


def read(result: dict[str, Any]) -> Measured:
    """The figures of a result of Lighthouse. A page with `noindex` has no score for SEO."""
    audits = result["audits"]
    asked = audits["network-requests"]["details"]["items"]
    own = urlsplit(result["finalDisplayedUrl"]).netloc
    ours = [it for it in asked if urlsplit(it["url"]).netloc == own]
    # Budgets are those of a page without pictures; what the cache has is not asked for.
    counted = [it for it in ours if it["resourceType"] != "Image" and it["transferSize"]]
    names = [name for name in CATEGORIES if name != "seo" or audits["is-crawlable"]["score"]]
    return Measured(
        scores={name: round(result["categories"][name]["score"] * 100) for name in names},
        failing={name: _failing(result, name) for name in names},
        largest_paint=audits["largest-contentful-paint"]["numericValue"] / 1000,
        shift=audits["cumulative-layout-shift"]["numericValue"],
        requests=len(counted),
        sent=sum(it["transferSize"] for it in counted),
        unpacked=sum(it["resourceSize"] for it in counted),
        style=sum(it["resourceSize"] for it in counted if it["resourceType"] == "Stylesheet"),
        scripts=[it["url"] for it in asked if it["resourceType"] == "Script"],
        # What an author shows of somebody else's is not the site's.
        elsewhere=[it["url"] for it in asked if it not in ours and it["resourceType"] != "Image"],
    )


def _failing(result: dict[str, Any], category: str) -> list[str]:
    found = []
    for reference in result["categories"][category]["auditRefs"]:
        audit = result["audits"][reference["id"]]
        if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
            found.append(f"{audit['id']} {audit.get('displayValue', '')}".strip())
    return found
