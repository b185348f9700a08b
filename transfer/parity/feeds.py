"""Whether each entry of each feed of the site that was still comes, and says the same."""

from collections.abc import Iterable, Iterator
from functools import partial
from urllib.parse import urljoin, urlsplit

from taxonomy.slugs import NoAddressError, slugify_term
from transfer.feed.address import is_list_address
from transfer.feed.entry import Entry
from transfer.feed.refusal import NotAFeedError

from .bodies import differences
from .finding import Finding, Kind
from .old import OldSite, path_of
from .ours import OurSite


class Feeds:
    """Compares feeds. A post stands in many: what two entries say is compared once."""

    def __init__(self, old: OldSite, ours: OurSite) -> None:
        self.old = old
        self.ours = ours
        self._compared: dict[tuple[Entry, Entry], list[str]] = {}

    def compare(self, path: str) -> Iterator[Finding]:
        """What became of the entries of the feed at a decoded path."""
        try:
            entries = self.old.feed(path).entries
        except (NotAFeedError, OSError) as error:
            yield Finding(Kind.KNOWN, "entry", path, f"the old feed cannot be read: {error}")
            return
        answer = self.ours.ends_at(path)
        if not answer:
            return  # told as an address
        try:
            found = self.ours.posts_of(answer)
        except NotAFeedError as error:
            yield Finding(Kind.LOST, "feed", path, f"it is no feed any more: {error}")
            return
        for entry in entries:
            yield self._entry(path, entry, found)

    def _entry(self, path: str, entry: Entry, found: dict[str, Entry]) -> Finding:
        name = f"{path} {entry.link or entry.guid}"
        if is_list_address(entry.link):
            return Finding(Kind.KNOWN, "entry", name, "an entry for a list, which is no post")
        same = found.get(entry.guid)
        if same is None and self.ours.is_page(path_of(entry.link)):
            return Finding(Kind.KNOWN, "entry", name, "an entry for a page, which is no post")
        if same is None and _is_of_a_longer_term(path, entry):
            why = "Hugo lists what is under “a/b” under “a” as well"
            return Finding(Kind.KNOWN, "entry", name, why)
        if same is None:
            return Finding(Kind.LOST, "entry", name, "no entry has its guid")
        key = (entry, same)
        if key not in self._compared:
            self._compared[key] = list(self._differences(entry, same))
        wrong = self._compared[key]
        if wrong:
            return Finding(Kind.LOST, "entry", name, "; ".join(wrong))
        return Finding(Kind.SAME, "entry", name)

    def _differences(self, old: Entry, new: Entry) -> Iterator[str]:
        if old.guid_is_permalink != new.guid_is_permalink:
            yield f"isPermaLink was {old.guid_is_permalink}"
        own = {urlsplit(link).netloc for link in (old.link, new.link)} | {self.ours.host}
        ends = partial(self._ends, own=own)
        if ends(old.link, old.base) != ends(new.link, new.base):
            yield f"it leads to {new.link}"
        if old.title != new.title:
            yield f"its title is “{new.title}”"
        if old.published != new.published:
            yield f"its date is {new.published}"
        for field, before, after in (
            ("categories", old.categories, new.categories),
            ("tags", old.tags, new.tags),
        ):
            # More of them lead to it than before: another taxonomy's terms are tags here.
            if not _slugs(before) <= _slugs(after):
                yield f"its {field} are {', '.join(after) or 'none'}"
        changes = differences(
            old.content,
            new.content,
            old_ends=partial(ends, base=old.link or old.base),
            new_ends=partial(ends, base=new.link or new.base),
        )
        if changes:
            yield "its text: " + " / ".join(changes[:5])

    def _ends(self, address: str, base: str, own: set[str]) -> str:
        """Where an address in an entry leads: on either site the path at which ours answers."""
        whole = urljoin(base, address)
        parts = urlsplit(whole)
        if parts.scheme not in ("http", "https"):
            return whole
        if parts.netloc not in own:
            return whole
        path = path_of(whole)
        end = f"#{parts.fragment}" if parts.fragment else ""
        query = f"?{parts.query}" if parts.query else ""
        return f"{self.ours.ends_at(path) or path}{query}{end}"


def _is_of_a_longer_term(path: str, entry: Entry) -> bool:
    """Whether the feed of a term lists a post that has not that term, but one that goes on."""
    parts = path.strip("/").split("/")
    for place, kind in enumerate(parts[:2]):
        if kind in ("tags", "categories"):
            term = "/".join(parts[place + 1 : -1])
            slugs = _slugs(entry.tags if kind == "tags" else entry.categories)
            return term not in slugs and any(slug.startswith(f"{term}/") for slug in slugs)
    return False


def _slugs(labels: Iterable[str]) -> set[str]:
    return {slug for label in labels if (slug := _slug(label))}


def _slug(label: str) -> str:
    try:
        return slugify_term(label)
    except NoAddressError:
        return ""
