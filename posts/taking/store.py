"""Writes what arrived into the rows of posts, for many posts in a few queries."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from images.addresses import names_in
from images.models import Picture
from posts.models import (
    Author,
    Authorship,
    Citation,
    FiledPost,
    Post,
    ShownPicture,
    TaggedPost,
)
from posts.workflow import ONCE_PUBLIC, Status
from sources.actions import ensure_publishers
from sources.models import Publisher
from taxonomy.models import Category, Tag
from taxonomy.models.term import Term

from .plan import Plan

type Terms = Mapping[tuple[str, str], Any]

_CHANGED: Final = [
    "translation_key",
    "section",
    "slug",
    "title",
    "summary",
    "body",
    "picture",
    "picture_caption",
    "status",
    "guid",
    "guid_is_permalink",
    "published_at",
    "updated_at",
    "withdraw_at",
    "modified_at",
]


def store(plans: Sequence[Plan], pictures: Mapping[str, Picture], now: datetime) -> None:
    """Write the posts of plans and their rows. What was there of them before is replaced."""
    categories = _ensure(plans, Category, _category_labels)
    tags = _ensure(plans, Tag, lambda plan: [group[0] for group in plan.tags.values()])
    _find_publishers(plans)
    for plan in plans:
        _set(plan, categories, pictures, now)
    _store_posts(plans)
    _store_new_authors(plans)
    rows: dict[type[Any], list[Any]] = {
        TaggedPost: [row for plan in plans for row in _tagged(plan, tags)],
        FiledPost: [row for plan in plans for row in _filed(plan, categories)],
        Citation: [row for plan in plans for row in _cited(plan)],
        Authorship: [row for plan in plans for row in _signed(plan)],
        ShownPicture: [row for plan in plans for row in _shown(plan, pictures)],
    }
    for model, made in rows.items():
        model._default_manager.bulk_create(made)


def _category_labels(plan: Plan) -> Iterable[str]:
    section = plan.content.section
    return [*([section] if section else []), *(group[0] for group in plan.categories.values())]


def _ensure(
    plans: Iterable[Plan], kind: type[Term], labels: Callable[[Plan], Iterable[str]]
) -> Terms:
    """The terms of each language by their labels, made where they are not there yet."""
    wanted: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for plan in plans:
        wanted[plan.language].update(dict.fromkeys(labels(plan)))
    return {
        (language, label): term
        for language, own in sorted(wanted.items())
        for label, term in kind.objects.ensure(language, own).items()
    }


def _find_publishers(plans: Iterable[Plan]) -> None:
    """Give each citation its publisher, which is made where it is cited for the first time."""
    cited = [row for plan in plans for row in plan.content.citations]
    standing = Publisher.objects.standing_for(row.publisher for row in cited)
    others = [(row.url, row.label) for row in cited if row.publisher not in standing]
    found = ensure_publishers(others) if others else {}
    for plan in plans:
        citations = tuple(
            replace(row, publisher=standing.get(row.publisher) or found[row.url, row.label])
            for row in plan.content.citations
        )
        plan.content = replace(plan.content, citations=citations)


def _set(plan: Plan, categories: Terms, pictures: Mapping[str, Picture], now: datetime) -> None:
    post, arrival, content = plan.the_post, plan.arrival, plan.content
    post.title, post.summary, post.body = content.title, content.summary, content.body
    post.slug = plan.slug
    post.section = categories[plan.language, content.section] if content.section else None
    post.picture = pictures[content.picture] if content.picture else None
    post.picture_caption = content.picture_caption
    post.translation_key = plan.translation_key or post.translation_key
    post.status = plan.status
    if plan.status != Status.DRAFT and post.guid is None:
        post.guid = arrival.guid or uuid4().urn
        post.guid_is_permalink = bool(arrival.guid) and arrival.guid_is_permalink
    post.published_at = arrival.published_at or post.published_at
    if post.published_at is None and plan.status in ONCE_PUBLIC:
        post.published_at = now
    post.updated_at = arrival.updated_at
    # As when it is withdrawn by hand: published again, it is not to vanish at once.
    post.withdraw_at = arrival.withdraw_at if plan.status != Status.WITHDRAWN else None


def _store_posts(plans: Sequence[Plan]) -> None:
    known = [plan.the_post for plan in plans if plan.is_known]
    if known:
        begun = {post.pk: post.created_at for post in known}
        # In one statement for all, which `bulk_update` would write out case by case.
        Post.objects.bulk_create(
            known, update_conflicts=True, unique_fields=["pk"], update_fields=_CHANGED
        )
        for post in known:
            post.created_at = begun[post.pk]
        for model, field in (
            (TaggedPost, "content_object"),
            (FiledPost, "post"),
            (Citation, "post"),
            (Authorship, "post"),
            (ShownPicture, "post"),
        ):
            model._default_manager.filter(**{f"{field}__in": known}).delete()
    # Afterwards: what was at an address may have made room for what is new.
    Post.objects.bulk_create(plan.the_post for plan in plans if not plan.is_known)


def _store_new_authors(plans: Iterable[Plan]) -> None:
    signed = (author for plan in plans for author in plan.authors)
    new = {author.slug: author for author in signed if author._state.adding}
    if not new:
        return
    Author.objects.bulk_create((new[slug] for slug in sorted(new)), ignore_conflicts=True)
    found = {row.slug: row for row in Author.objects.filter(slug__in=new)}
    for plan in plans:
        plan.authors = [found.get(author.slug, author) for author in plan.authors]


# Rows are made by keys: to name the objects takes Django twice the time.


def _tagged(plan: Plan, tags: Terms) -> Iterable[TaggedPost]:
    post = plan.the_post.pk
    for position, group in enumerate(plan.tags.values()):
        tag = tags[plan.language, group[0]].pk
        yield TaggedPost(content_object_id=post, tag_id=tag, labels=group, position=position)


def _filed(plan: Plan, categories: Terms) -> Iterable[FiledPost]:
    post = plan.the_post.pk
    for position, group in enumerate(plan.categories.values()):
        category = categories[plan.language, group[0]].pk
        yield FiledPost(post_id=post, category_id=category, label=group[0], position=position)


def _cited(plan: Plan) -> Iterable[Citation]:
    for position, row in enumerate(plan.content.citations):
        yield Citation(
            post_id=plan.the_post.pk,
            publisher_id=row.publisher or 0,
            label=row.label,
            url=row.url,
            headline=row.headline,
            date=row.date,
            role=row.role,
            position=position,
        )


def _signed(plan: Plan) -> Iterable[Authorship]:
    for position, author in enumerate(plan.authors):
        yield Authorship(post_id=plan.the_post.pk, author_id=author.pk, position=position)


def _shown(plan: Plan, pictures: Mapping[str, Picture]) -> Iterable[ShownPicture]:
    names = {*names_in(plan.content.body), plan.content.picture} & pictures.keys()
    for picture in sorted(pictures[name].pk for name in names):
        yield ShownPicture(post_id=plan.the_post.pk, picture_id=picture)
