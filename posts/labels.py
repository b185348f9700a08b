"""What a PostContent is filed under, changed: each function takes one and gives another.

Labels of one address (`AI`, `ai`) belong together, as `posts.models.filing` keeps them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from taxonomy.models import Category, Tag
from taxonomy.slugs import NoAddressError, slugify_term

from .content import PostContent

type Kind = type[Tag] | type[Category]

LONGEST_LABEL: Final = 200


def slug_of(label: str) -> str:
    """The address of a label; of one that has none, the label itself."""
    try:
        return slugify_term(label)
    except NoAddressError:
        return label


def grouped(field: str, labels: Iterable[str]) -> dict[str, list[str]]:
    """Labels by the address they share, in the order of the first: `{"ai": ["AI", "ai"]}`.

    Raises ValidationError, of `field`, for one that is too long or has no address.
    """
    groups: dict[str, list[str]] = {}
    for label in labels:
        if len(label) > LONGEST_LABEL:
            message = _("“%(label)s…” is longer than %(limit)s characters.")
            values = {"label": label[:40], "limit": LONGEST_LABEL}
            raise ValidationError({field: message % values})
        try:
            groups.setdefault(slugify_term(label), []).append(label)
        except NoAddressError as error:
            raise ValidationError({field: str(error)}) from error
    return groups


def require_section(slug: str) -> None:
    """Refuse a section that cannot stand in an address. Raises ValidationError."""
    [group] = grouped("section", (slug,))
    if group != slug or "/" in slug:
        raise ValidationError({"section": _("“%s” cannot stand in an address.") % slug})


def relabelled(content: PostContent, kind: Kind, spellings: Mapping[str, str]) -> PostContent:
    """The content with some terms in the place of others: {slug: how the other one is spelt}.

    Where it has the other one too, that one stays as it is spelt, at the place of the first.
    """
    if not spellings:
        return content
    labels: dict[str, list[str]] = {}
    spelt: dict[str, str] = {}
    for label in _labels(content, kind):
        slug = slug_of(label)
        if slug in spellings:
            target = slug_of(spellings[slug])
            spelt[target] = spellings[slug]
            labels.setdefault(target, [])
        else:
            labels.setdefault(slug, []).append(label)
    new = tuple(label for slug, own in labels.items() for label in own or [spelt[slug]])
    content = _filed(content, kind, new)
    if kind is Category and content.section in spellings:
        content = replace(content, section=spellings[content.section])
    return content


def with_labels(content: PostContent, kind: Kind, labels: Iterable[str]) -> PostContent:
    """The content with labels behind those that it has. What it has already stays as it is."""
    own = _labels(content, kind)
    slugs = set(map(slug_of, own))
    new: dict[str, str] = {}
    for label in labels:
        if slug_of(label) not in slugs:
            new.setdefault(slug_of(label), label)
    return _filed(content, kind, (*own, *new.values()))


def without_labels(content: PostContent, kind: Kind, labels: Iterable[str]) -> PostContent:
    """The content without some labels, however it spells them."""
    gone = set(map(slug_of, labels))
    kept = tuple(label for label in _labels(content, kind) if slug_of(label) not in gone)
    return _filed(content, kind, kept)


def resolved(content: PostContent, language: str) -> PostContent:
    """The content with the terms themselves in the place of their synonyms.

    The caller holds a transaction: until it ends, none of these terms is merged.
    """
    asked: dict[Kind, list[str]] = {
        Tag: [slug_of(label) for label in content.tags],
        Category: [*map(slug_of, content.categories), content.section],
    }
    for kind, slugs in asked.items():
        held = kind.objects.synonyms_held(language, slugs)
        spellings = {slug: term.spelling for slug, term in held.items()}
        content = relabelled(content, kind, spellings)
    return content


def _labels(content: PostContent, kind: Kind) -> tuple[str, ...]:
    return content.tags if kind is Tag else content.categories


def _filed(content: PostContent, kind: Kind, labels: tuple[str, ...]) -> PostContent:
    return replace(content, tags=labels) if kind is Tag else replace(content, categories=labels)
