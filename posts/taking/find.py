"""Which posts that are here some arrivals are, and what became of them here since they came."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.core.exceptions import ValidationError
from django.db.models import F, Max, Q, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext as _

from posts.actions.bulk import wait_for_posts
from posts.actions.merge_terms import MERGE
from posts.arrivals import Outcome
from posts.content import PostContent
from posts.models import Post, Provenance, Revision
from publication.models import Publication

from .plan import BY_GUID, Plan, each, still_open

IMPORT: Final = "import"

_READ: Final = ("section", "publication", "picture", "newer_draft")

# What the clock does at a time that came along with a post is no work on it here.
_BY_THE_CLOCK: Final = Q(action__in=["publish", "withdraw"], by=None, who="")


@dataclass(frozen=True, slots=True)
class _Here:
    """What is here of what arrives: by key, by guid, by post."""

    by_key: dict[str, Provenance]
    by_guid: dict[str, tuple[int, tuple[str, str, str]]]
    by_post: dict[int, Provenance]


def find(plans: Sequence[Plan], publications: Mapping[str, Publication]) -> None:
    """Find the posts that arrivals are already, and hold those that something new came of.

    What is as it was the last time is UNCHANGED; what was edited here is left alone.
    """
    here = _here(still_open(plans))

    def recognise(plan: Plan) -> None:
        plan.publication = publications.get(plan.language)
        if plan.publication is None:
            raise ValidationError(_("There is no publication in “%s”.") % plan.language)
        _recognise(plan, here)

    numbers: dict[int, Plan] = {}
    each(plans, recognise)
    for plan in still_open(plans):
        if plan.post is not None:
            numbers[plan.post.pk] = plan
    news = [pk for pk, plan in numbers.items() if not _is_unchanged(plan)]
    if news:
        # From here on nobody else changes them.
        wait_for_posts(news)
    posts = _posts(numbers)
    for pk, plan in numbers.items():
        plan.post = posts[pk]
        if _is_unchanged(plan):
            plan.end(Outcome.UNCHANGED)
    _look_for_edits({pk: numbers[pk] for pk in news})


def _here(plans: Sequence[Plan]) -> _Here:
    keys = [plan.arrival.key for plan in plans]
    guids = {plan.arrival.guid for plan in plans} - {""}
    found = Post.objects.filter(guid__in=guids).order_by()
    by_guid = {
        str(guid): (pk, (str(language), section or "", slug))
        for guid, pk, language, section, slug in found.values_list(
            "guid", "pk", "publication_id", "section__slug", "slug"
        )
    }
    numbers = [pk for pk, _place in by_guid.values()]
    known = Provenance.objects.filter(Q(key__in=keys) | Q(post__in=numbers)).defer("markdown")
    rows = list(known)
    return _Here(
        by_key={row.key: row for row in rows},
        by_guid=by_guid,
        by_post={row.post_id: row for row in rows},
    )


def _recognise(plan: Plan, here: _Here) -> None:
    arrival = plan.arrival
    number, place = here.by_guid.get(arrival.guid, (None, None))
    plan.provenance = here.by_key.get(arrival.key)
    if plan.provenance is not None:
        if number not in (None, plan.provenance.post_id):
            raise _guid_taken(arrival.guid)
        number = plan.provenance.post_id
    elif number is not None:
        plan.provenance = here.by_post.get(number)
        is_same_place = place == (arrival.language, arrival.content.section, arrival.content.slug)
        if not (_may_be(plan.provenance, arrival.key) or is_same_place):
            raise _guid_taken(arrival.guid)
    if number is not None:
        plan.post = Post(pk=number)


def _guid_taken(guid: str) -> ValidationError:
    return ValidationError(_("Another post has the guid “%s”.") % guid)


def _may_be(provenance: Provenance | None, key: str) -> bool:
    """Whether a post with a guid may be known by a key from now on.

    It may if it came in a feed, or comes in one now: guids are all that feeds know. What had
    another key of the same kind is another post, or the same one renamed over there: then it is
    still at the same address.
    """
    return provenance is None or BY_GUID in (provenance.key[:5], key[:5])


def _is_unchanged(plan: Plan) -> bool:
    return plan.provenance is not None and plan.provenance.digest == plan.digest


def _posts(numbers: Collection[int]) -> dict[int, Post]:
    rows = Post.objects.filter(pk__in=numbers).select_related(*_READ)
    return {post.pk: post for post in rows} if numbers else {}


def _look_for_edits(plans: dict[int, Plan]) -> None:
    """End what was edited here since the last import; note what that one stored of the others."""
    if not plans:
        return
    revisions = Revision.objects.filter(post__in=plans).order_by()
    ours = ~(Q(action__in=[IMPORT, MERGE]) | _BY_THE_CLOCK)
    last_edit = dict(revisions.filter(ours).values_list("post").annotate(Max("number")))
    latest = Window(RowNumber(), partition_by=F("post"), order_by=F("number").desc())
    imports = revisions.filter(action=IMPORT).annotate(place=latest).filter(place=1)
    last_import = {row.post_id: row for row in imports}
    for pk, plan in plans.items():
        imported = last_import.get(pk)
        if imported is None or last_edit.get(pk, 0) > imported.number:
            plan.end(Outcome.EDITED_HERE, _("It was edited here since it was imported."))
        elif plan.publication != plan.the_post.publication:
            plan.refuse(_("It came in another language before: “%s”.") % plan.the_post.language)
        else:
            plan.revision = imported
            plan.last_content = PostContent.from_json(imported.snapshot)
