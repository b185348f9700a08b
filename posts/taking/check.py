"""From what arrived to what may be stored. Asks the database only for pictures and synonyms."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from images.addresses import names_in
from images.models import Picture
from posts.actions.complete import require_complete
from posts.checked import check_citation, unsaved_author
from posts.clean import cleaned
from posts.labels import Kind, grouped, relabelled, require_section, slug_of
from posts.models import Citation, Post
from posts.workflow import Status
from safeguards.text import xml_safe
from taxonomy.models import Category, Tag

from .plan import Plan, each, still_open

# Of a row: what is found out later, or is no text that came, is not looked at.
_TEXTS = frozenset({"title", "summary", "body", "picture_caption", "guid"})
_OTHERS = [field.name for field in Post._meta.fields if field.name not in _TEXTS]
_LONGEST = {"key": 2000, "translation": 1000, "guid": 2000, "language": 20}


def require_identities(plans: Sequence[Plan]) -> None:
    """Refuse what has no key, or one by which nothing can be looked for."""
    each(plans, _require_identity)


def clean(plans: Sequence[Plan]) -> None:
    """Make the content of arrivals clean; refuse what cannot be stored."""
    each(plans, _clean)


def resolve_terms(plans: Sequence[Plan]) -> None:
    """Put terms in the place of their synonyms. Until the transaction ends, none is merged."""
    by_language: defaultdict[str, list[Plan]] = defaultdict(list)
    for plan in still_open(plans):
        by_language[plan.language].append(plan)
    for language, own in sorted(by_language.items()):
        asked: dict[Kind, set[str]] = {Tag: set(), Category: set()}
        for plan in own:
            asked[Tag].update(map(slug_of, plan.content.tags))
            asked[Category].update(map(slug_of, plan.content.categories), [plan.content.section])
        for kind, slugs in asked.items():
            held = kind.objects.synonyms_held(language, slugs - {""})
            spellings = {slug: term.spelling for slug, term in held.items()}
            for plan in own if spellings else ():
                plan.content = relabelled(plan.content, kind, spellings)
    each(plans, _group)


def find_pictures(plans: Sequence[Plan]) -> dict[str, Picture]:
    """The pictures that arrivals show, by name. An arrival led by one that is gone is refused."""
    names = {name for plan in still_open(plans) for name in names_in(plan.content.body)}
    names |= {plan.content.picture for plan in still_open(plans)} - {""}
    found = {row.name: row for row in Picture.objects.filter(name__in=names)} if names else {}

    def require(plan: Plan) -> None:
        if plan.content.picture and plan.content.picture not in found:
            raise ValidationError({"picture": _("There is no such picture any more.")})

    each(plans, require)
    return found


def decide_stages(plans: Sequence[Plan], now: datetime) -> None:
    """Decide in which status each post is to be."""

    def decide(plan: Plan) -> None:
        plan.status = _status(plan, now)
        if plan.status == Status.DRAFT:
            return
        if not plan.content.section or not plan.content.body:
            # In the words of those who publish by hand.
            require_complete(Post(section=_any(plan.content.section), body=plan.content.body))

    each(plans, decide)


def _any(section: str) -> Category | None:
    return Category(slug=section) if section else None


def _require_identity(plan: Plan) -> None:
    arrival = plan.arrival
    for name, longest in _LONGEST.items():
        value = getattr(arrival, name)
        if len(value) > longest or value != xml_safe(value):
            raise ValidationError(_("Its %s is too long, or no text.") % name)
    if not arrival.key:
        raise ValidationError(_("It has no key by which it would be known again."))


def _clean(plan: Plan) -> None:
    arrival = plan.arrival
    dates = (arrival.published_at, arrival.updated_at, arrival.withdraw_at)
    if any(date is not None and date.tzinfo is None for date in dates):
        raise ValidationError(_("One of its dates names no time zone."))
    if arrival.stage not in (Status.DRAFT, Status.PUBLISHED, Status.WITHDRAWN):
        raise ValidationError(_("Nothing can arrive as “%s”.") % arrival.stage)
    plan.content = content = cleaned(arrival.content)
    row = Post(
        title=content.title,
        summary=content.summary,
        body=content.body,
        picture_caption=content.picture_caption,
        guid=arrival.guid or None,
    )
    row.clean_fields(exclude=_OTHERS)
    if content.slug:
        Post._meta.get_field("slug").clean(content.slug, None)
    if content.section:
        require_section(content.section)
    for citation in content.citations:
        check_citation(
            Citation(
                label=citation.label,
                url=citation.url,
                headline=citation.headline,
                date=citation.date,
                role=citation.role,
            )
        )
    for name in content.authors:
        unsaved_author(name)


def _group(plan: Plan) -> None:
    plan.tags = grouped("tags", plan.content.tags)
    plan.categories = grouped("categories", plan.content.categories)
    if plan.content.section:
        require_section(plan.content.section)


def _status(plan: Plan, now: datetime) -> Status:
    arrival, post = plan.arrival, plan.the_post
    if arrival.stage == Status.DRAFT:
        # What readers saw is never a draft again.
        return Status.WITHDRAWN if post.was_public else Status.DRAFT
    if arrival.stage == Status.WITHDRAWN:
        return Status.WITHDRAWN
    if arrival.withdraw_at is not None and arrival.withdraw_at <= now:
        return Status.WITHDRAWN
    date = arrival.published_at or post.published_at or now
    return Status.SCHEDULED if date > now else Status.PUBLISHED
