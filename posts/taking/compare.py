"""Whether what arrives is what is here already, though something else of it changed."""

from collections.abc import Sequence
from dataclasses import replace

from posts.checked import unsaved_author
from posts.content import CitationContent, PostContent
from posts.models import Author
from posts.workflow import Status

from .plan import Plan, still_open


def find_authors(plans: Sequence[Plan]) -> None:
    """The authors who sign what arrives: those that are here, or unsaved ones."""
    signed = {plan.arrival.key: _by_slug(plan) for plan in still_open(plans)}
    slugs = {slug for own in signed.values() for slug in own}
    found = {row.slug: row for row in Author.objects.filter(slug__in=slugs)} if slugs else {}
    for plan in still_open(plans):
        own = signed[plan.arrival.key]
        plan.authors = [found.get(slug, author) for slug, author in own.items()]


def compare(plans: Sequence[Plan]) -> None:
    """Note of each post that is here whether it is as it arrives."""
    for plan in still_open(plans):
        if plan.is_known and plan.last_content is not None:
            stored = replace(plan.stored, citations=_as_cited(plan.stored))
            last = replace(plan.last_content, citations=_as_cited(plan.last_content))
            plan.is_same = stored == last and _is_as_it_stands(plan)


def _by_slug(plan: Plan) -> dict[str, Author]:
    authors: dict[str, Author] = {}
    for author in map(unsaved_author, plan.content.authors):
        authors.setdefault(author.slug, author)
    return authors


def _as_cited(content: PostContent) -> tuple[CitationContent, ...]:
    """Citations as they came: publishers were found here."""
    return tuple(replace(row, publisher=None) for row in content.citations)


def _is_as_it_stands(plan: Plan) -> bool:
    """Whether status, dates and translations stay. What says no date keeps that which it has."""
    post, arrival = plan.the_post, plan.arrival
    withdraw_at = arrival.withdraw_at if plan.status != Status.WITHDRAWN else None
    return (
        plan.status == post.status
        and plan.translation_key == post.translation_key
        and arrival.published_at in (None, post.published_at)
        and arrival.updated_at in (None, post.updated_at)
        and withdraw_at == post.withdraw_at
    )
