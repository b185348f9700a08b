"""Two editors in one post: what the faster one saved, what the other typed, and the choice."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict

from images.addresses import for_desk
from posts.clean import cleaned
from posts.content import CitationContent, PostContent
from posts.diff import FieldDiff, compare
from posts.diff.fields import changed_fields
from posts.models import Post, Revision
from posts.working import working_at
from taxonomy.slugs import slugify_term

from .field_names import FIELD_NAMES

# The choice for a field is sent as `keep-title`.
KEEP = "keep-"
_THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Overtaken:
    """`base` is the text that the editor began with, `theirs` what `revision` has made of it."""

    base: PostContent
    theirs: PostContent
    revision: Revision


@dataclass(frozen=True, slots=True)
class Choice:
    """A field in which the two texts differ. `is_both`: neither of them is as it was before."""

    field: FieldDiff
    label: Any
    is_both: bool
    keep: str

    @property
    def name(self) -> str:
        return f"{KEEP}{self.field.name}"


def choices(overtaken: Overtaken, typed: PostContent) -> list[Choice]:
    """What the editor has to choose between. What only one of the two changed is kept, at first.

    What was typed is not stored, so it is made clean here. Raises ValidationError where it cannot.
    """
    mine = cleaned(typed)
    base, theirs = cleaned(overtaken.base), cleaned(overtaken.theirs)
    by_them, by_me = changed_fields(base, theirs), changed_fields(base, mine)
    differing = changed_fields(theirs, mine)
    return [
        Choice(
            field=field,
            label=FIELD_NAMES[field.name],
            is_both=field.name in by_them & by_me,
            keep="mine" if field.name in by_me else _THEIRS,
        )
        for field in compare(theirs, mine)
        if field.name in differing
    ]


def choices_or_none(overtaken: Overtaken, typed: PostContent) -> list[Choice]:
    try:
        return choices(overtaken, typed)
    except ValidationError:
        return []


def as_chosen(data: QueryDict, post: Post) -> QueryDict:
    """What a form sends, with the other editor's text in the fields for which it was chosen."""
    chosen = [
        key.removeprefix(KEEP)
        for key, value in data.items()
        if key.startswith(KEEP) and value == _THEIRS
    ]
    seen = data.get("seen", "")
    if not chosen or not seen.isdecimal() or len(seen) > 9:
        return data
    theirs = working_at(post, int(seen))
    if theirs is None:
        return data
    data = data.copy()
    typed = _typed(theirs, post.publication_id)
    for name in chosen:
        if name == "citations":
            _type_citations(data, theirs.citations)
        elif name in typed:
            field, values = typed[name]
            data.setlist(field, values)
    for key in [key for key in data if key.startswith(KEEP)]:
        del data[key]
    return data


def _typed(content: PostContent, language: str) -> dict[str, tuple[str, list[str]]]:
    """The fields of the form and what it sends in them."""
    categories = dict.fromkeys(map(slugify_term, content.categories))
    return {
        "title": ("title", [content.title]),
        "summary": ("summary", [content.summary]),
        "body": ("body", [for_desk(content.body)]),
        "picture": ("picture", [content.picture]),
        "picture_caption": ("picture_caption", [content.picture_caption]),
        "tags": ("tag_list", [", ".join(content.tags)]),
        "section": ("section", [f"{language}/{content.section}" if content.section else ""]),
        "categories": ("category_list", [f"{language}/{slug}" for slug in categories]),
        "authors": ("author_list", [", ".join(content.authors)]),
        "slug": ("slug", [content.slug]),
    }


def _type_citations(data: QueryDict, citations: tuple[CitationContent, ...]) -> None:
    for key in [key for key in data if key.startswith("citations-") and "_FORMS" not in key]:
        del data[key]
    data["citations-TOTAL_FORMS"] = str(len(citations))
    for number, row in enumerate(citations):
        prefix = f"citations-{number}-"
        data[prefix + "label"] = row.label
        data[prefix + "url"] = row.url
        data[prefix + "headline"] = row.headline
        data[prefix + "date"] = row.date.isoformat() if row.date is not None else ""
        data[prefix + "role"] = row.role
