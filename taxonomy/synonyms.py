"""The verbs that make a term stand for another one. Posts are moved by `posts.actions`."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from edge.keys import name_key
from edge.stamps import forget, touch

from .keys import list_keys, terms_key
from .models.term import Term
from .slugs import slugify_term

INHERITED = ("concept", "description")


def hold_terms(*terms: Term) -> None:
    """Wait for others who change these terms, then read them anew. The caller holds a transaction.

    Until it ends, nobody gives a post one of them.
    """
    held = type(terms[0]).every.order_by("pk").select_for_update(no_key=True)
    rows = {row.pk: row for row in held.filter(pk__in=[term.pk for term in terms])}
    for term in terms:
        if term.pk not in rows:
            raise ValidationError(_("“%s” is not there any more.") % term.title)
        term.refresh_from_db()


def check_mergeable(merged: Term, survivor: Term) -> None:
    """Refuse what cannot be merged. Raises ValidationError."""
    if merged == survivor:
        raise ValidationError(_("Nothing can be merged into itself."))
    if merged.language != survivor.language:
        raise ValidationError(_("“%s” belongs to another language.") % survivor.title)
    for term in (merged, survivor):
        if term.merged_into is not None:
            values = {"title": term.title, "other": term.merged_into.title}
            message = _("“%(title)s” was merged into “%(other)s” already.")
            raise ValidationError(message % values)


@transaction.atomic
def make_synonym(merged: Term, survivor: Term) -> None:
    """Let a term that no post has stand for another: its synonyms do so too.

    What the survivor does not say of itself, it takes over.
    """
    hold_terms(merged, survivor)
    check_mergeable(merged, survivor)
    kind = type(merged).every
    kind.filter(merged_into=merged).update(merged_into=survivor)
    said = {name: getattr(merged, name) for name in INHERITED}
    merged.merged_into, merged.concept = survivor, ""
    merged.save()
    for name, value in said.items():
        setattr(survivor, name, getattr(survivor, name) or value)
    survivor.save()
    # Who subscribed to the one gets all of the other: what is new of it would not be enough.
    keys = list_keys(survivor)
    names = {*map(name_key, keys), terms_key(type(merged), merged.language)}
    touch(keys | names, lambda _at: forget(list_keys(merged)))


@transaction.atomic
def set_synonyms(term: Term, labels: Iterable[str]) -> None:
    """Make these labels the other spellings of a term, and forget those that are not among them.

    Raises ValidationError for a label that has no address, or that of another term.
    """
    hold_terms(term)
    wanted = check_synonyms(term, labels)
    kind = type(term).every
    kept = set(kind.filter(merged_into=term, slug__in=wanted).values_list("slug", flat=True))
    for gone in kind.filter(merged_into=term).exclude(slug__in=wanted):
        gone.delete()
        forget(list_keys(gone))
    for slug, label in wanted.items():
        if slug not in kept:
            row = type(term).written(term.language, label, slug)
            row.merged_into = term
            row.full_clean()
            row.save()
            forget(list_keys(row))


def check_synonyms(term: Term, labels: Iterable[str]) -> dict[str, str]:
    """The labels that can be synonyms of a term, by their addresses; its own says nothing new.

    Raises ValidationError for one that another term has, and NoAddressError.
    """
    wanted = {slugify_term(label): label for label in reversed(list(labels))}
    wanted.pop(term.slug, None)
    others = type(term).every.filter(language=term.language, slug__in=wanted)
    for other in others.exclude(merged_into=term).select_related("merged_into"):
        raise ValidationError(_taken(other))
    return wanted


@transaction.atomic
def begin_successor(term: Term, label: str) -> Term:
    """The term under another spelling, with another address: `term` is to be merged into it.

    A synonym of the term that has this address becomes one of its own. Raises ValidationError where
    another term has it.
    """
    hold_terms(term)
    slug = slugify_term(label)
    before = check_free(term, slug)
    heir = type(term).written(term.language, label, slug)
    if before is not None:
        heir.pk = before.pk
    heir.succeed(term)
    heir.full_clean(validate_unique=False, validate_constraints=False)
    heir.save(force_update=before is not None, force_insert=before is None)
    touch({terms_key(type(term), term.language), *list_keys(heir)})
    return heir


def check_free(term: Term, slug: str) -> Term | None:
    """Refuse an address that another term has; the synonym of this one that has it, if any."""
    every = type(term).every.select_related("merged_into")
    found: Term | None = every.filter(language=term.language, slug=slug).first()
    if found is not None and (found == term or found.merged_into_id != term.pk):
        raise ValidationError(_taken(found))
    return found


def _taken(other: Term) -> str:
    if other.merged_into is not None:
        values = {"title": other.title, "other": other.merged_into.title}
        return _("“%(title)s” is another spelling of “%(other)s”.") % values
    return _("“%s” exists already: merge the two.") % other.title
