from collections.abc import Callable

from .feeds import Feeds
from .finding import Finding, Findings, Kind
from .old import OldSite
from .ours import OurSite
from .pages import compare

type Progress = Callable[[int], None]


def check(old: OldSite, *, progress: Progress = lambda done: None) -> Findings:
    """Ask this site for all that another one published. `progress` is told of each address."""
    findings = Findings()
    ours = OurSite()
    feeds = Feeds(old, ours)
    for done, published in enumerate(old.addresses(), start=1):
        findings.add(compare(published, ours))
        if published.kind == "feed":
            findings.extend(feeds.compare(published.path))
        progress(done)
    if not findings.counts:
        findings.add(Finding(Kind.LOST, "page", "/", "the old site has no address at all"))
    return findings
