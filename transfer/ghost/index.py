"""What is to be known of a whole Ghost export before its first post."""

from dataclasses import dataclass, field
from pathlib import Path

from .document import Row, is_export, key, rows, text
from .refusal import GhostError


@dataclass(frozen=True, slots=True)
class Tag:
    """`slug` is the end of its address. One whose name begins with `#` readers never see."""

    name: str
    slug: str

    @property
    def is_internal(self) -> bool:
        return self.name.startswith("#")


@dataclass(slots=True)
class Index:
    """`tags_of` and `authors_of` are those of a post, by its key, in their order."""

    settings: dict[str, str] = field(default_factory=dict)
    tags: dict[str, Tag] = field(default_factory=dict)
    users: dict[str, tuple[str, str]] = field(default_factory=dict)
    tags_of: dict[str, list[str]] = field(default_factory=dict)
    authors_of: dict[str, list[str]] = field(default_factory=dict)
    meta: dict[str, tuple[str, str]] = field(default_factory=dict)
    total: int = 0


def index_of(file: Path) -> Index:
    """Read the tables beside the posts. Raises GhostError for what is no whole export."""
    if not is_export(file):
        raise GhostError("This is no export of Ghost: choose Settings → Import/Export there.")
    index = Index()
    for row in rows(file, "settings"):
        if (name := text(row, "key")) in ("title", "description", "lang", "locale", "timezone"):
            index.settings[name] = text(row, "value")
    for row in rows(file, "tags"):
        if text(row, "name").strip():
            index.tags[key(row, "id")] = Tag(text(row, "name").strip(), text(row, "slug"))
    for row in rows(file, "users"):
        index.users[key(row, "id")] = (text(row, "name").strip(), text(row, "slug"))
    index.tags_of = _ordered(file, "posts_tags", "tag_id")
    index.authors_of = _ordered(file, "posts_authors", "author_id")
    for row in rows(file, "posts_meta"):
        said = (text(row, "feature_image_alt"), text(row, "feature_image_caption"))
        index.meta[key(row, "post_id")] = said
    return index


def _ordered(file: Path, table: str, name: str) -> dict[str, list[str]]:
    found: dict[str, list[tuple[int, str]]] = {}
    for row in rows(file, table):
        found.setdefault(key(row, "post_id"), []).append((_place(row), key(row, name)))
    # Rows of one place stay in the order of the table.
    return {
        post: [one for _place, one in sorted(pairs, key=lambda pair: pair[0])]
        for post, pairs in found.items()
    }


def _place(row: Row) -> int:
    value = row.get("sort_order")
    return int(value) if isinstance(value, int | float) else 0
