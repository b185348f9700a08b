"""The verb that takes posts in from other systems, many at once."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from django.contrib.auth.models import AbstractBaseUser
from django.db import DatabaseError, DataError, IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from psycopg.errors import ProgramLimitExceeded

from edge.stamps import together
from posts.arrivals import Arrival, Outcome, Taken
from posts.models import Provenance, Revision
from posts.rights import require_permission
from posts.search.entries import index_posts
from posts.taking.check import (
    clean,
    decide_stages,
    find_pictures,
    require_identities,
    resolve_terms,
)
from posts.taking.compare import compare, find_authors
from posts.taking.find import IMPORT, find
from posts.taking.old_paths import keep_addresses, lead_old_paths
from posts.taking.place import begin, find_places
from posts.taking.plan import BY_GUID, Plan, digest_of_body, plans_of, still_open
from posts.taking.store import store
from publication.models import Publication
from safeguards.text import xml_safe

from .bulk import Done, Log, Traces, tell, traces
from .trace import UNSEEN

_LOCK: Final = 4_040_003
_REMEMBERED: Final = ["key", "digest", "revision", "translation", "markdown", "body_digest"]


@transaction.atomic
def import_posts(arrivals: Sequence[Arrival], *, by: AbstractBaseUser | None) -> list[Taken]:
    """Take posts in from elsewhere, or what became of them there since they were taken in.

    One batch, of some hundred, in a fixed number of queries; what becomes of each, in their order.
    One that is refused stops no other and leaves nothing. A post is known again by its key, or by
    its guid where it came in a feed. One that was changed here since it came is left alone unless
    it is unchanged there. Without a name that they share over there, the post of the same section
    and slug in another language is the translation of a new one.

    A draft that comes again as published is published, with the guid it has there; what readers saw
    and what is a draft there now, or withdrawn, is withdrawn. What is dated in the future is
    scheduled.
    """
    require_permission(by, "publish_post")
    taken: dict[int, Taken] = {}
    with together():
        _wait_for_other_imports()
        for places in _rounds(arrivals):
            found = _taken([arrivals[place] for place in places], by)
            taken |= zip(places, found, strict=True)
    return [taken[place] for place in range(len(arrivals))]


def _wait_for_other_imports() -> None:
    """Two at once would both take in what neither finds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _rounds(arrivals: Sequence[Arrival]) -> Iterator[list[int]]:
    """Places in the batch, so grouped that what comes twice comes one after the other."""
    following: Counter[str] = Counter()
    rounds: defaultdict[int, list[int]] = defaultdict(list)
    for place, arrival in enumerate(arrivals):
        names = {arrival.key} | ({f"{BY_GUID}{arrival.guid}"} if arrival.guid else set())
        number = max(following[name] for name in names)
        rounds[number].append(place)
        following |= dict.fromkeys(names, number + 1)
    yield from rounds.values()


def _taken(arrivals: Sequence[Arrival], by: AbstractBaseUser | None) -> list[Taken]:
    """Take arrivals in together; where the database refuses them, halve by halve."""
    try:
        with transaction.atomic():
            return _taken_together(arrivals, by)
    except DatabaseError as error:
        if not _is_refusal(error):
            raise
        if len(arrivals) == 1:
            return [Taken(arrivals[0], None, Outcome.REFUSED, _said(error))]
    middle = len(arrivals) // 2
    return [*_taken(arrivals[:middle], by), *_taken(arrivals[middle:], by)]


def _taken_together(arrivals: Sequence[Arrival], by: AbstractBaseUser | None) -> list[Taken]:
    now = timezone.now()
    plans = plans_of(arrivals)
    publications = {row.code: row for row in Publication.objects.all()}
    require_identities(plans)
    find(plans, publications)
    clean(plans)
    for plan in still_open(plans):
        begin(plan, by.pk if by else None)
    if still_open(plans):
        resolve_terms(plans)
        pictures = find_pictures(plans)
        decide_stages(plans, now)
        find_places(plans, publications)
        find_authors(plans)
        compare(plans)
        written = [plan for plan in still_open(plans) if not plan.is_same]
        before = traces(plan.the_post for plan in written if plan.is_known)
        outcomes = [Outcome.UPDATED if plan.is_known else Outcome.CREATED for plan in written]
        if written:
            store(written, pictures, now)
            keep_addresses(written, before)
            _record(written, before, by)
        lead_old_paths(still_open(plans))
        _remember(still_open(plans))
        for plan, outcome in zip(written, outcomes, strict=True):
            plan.outcome = outcome
        for plan in still_open(plans):
            plan.outcome = Outcome.UPDATED if plan.has_new_paths else Outcome.UNCHANGED
    return [plan.taken() for plan in plans]


def _record(plans: Sequence[Plan], before: Traces, by: AbstractBaseUser | None) -> None:
    """Write what every action does at its end, for many posts: see `record`."""
    posts = [plan.the_post for plan in plans]
    log = Log(posts, Done(IMPORT, by, redraft=lambda content: content))
    for plan in plans:
        came_from = before.get(plan.the_post.pk, UNSEEN).stage
        plan.revision = log.revision(plan.the_post, plan.stored, came_from=came_from)
    Revision.objects.bulk_create(plan.revision for plan in plans if plan.revision is not None)
    index_posts(posts, {plan.the_post.pk: plan.stored_tags for plan in plans})
    tell(posts, IMPORT, before, traces(posts))


def _remember(plans: Sequence[Plan]) -> None:
    """Store where posts are from, for the next time."""
    rows, others = [], []
    for plan in plans:
        kept, arrival, post = plan.provenance, plan.arrival, plan.the_post
        if kept is not None and kept.key != arrival.key and arrival.key.startswith(BY_GUID):
            # What a feed says takes the place of the text, and not of what the site behind it said.
            others.extend([] if plan.is_same else [post.pk])
        elif plan.revision is not None:
            rows.append(
                Provenance(
                    post=post,
                    key=arrival.key,
                    digest=plan.digest,
                    revision=plan.revision.number,
                    translation=arrival.translation,
                    markdown=xml_safe(arrival.markdown),
                    body_digest=digest_of_body(post.body),
                )
            )
    Provenance.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["post"], update_fields=_REMEMBERED
    )
    if others:
        Provenance.objects.filter(post__in=others).update(digest="")


def _is_refusal(error: DatabaseError) -> bool:
    """Whether it is about what was to be stored, and not about the database."""
    return isinstance(error, IntegrityError | DataError) or isinstance(
        error.__cause__, ProgramLimitExceeded
    )


def _said(error: DatabaseError) -> str:
    diagnosis = getattr(error.__cause__, "diag", None)
    if getattr(diagnosis, "constraint_name", None) == "post_unique_address":
        return _("Another post has this address.")
    return _("The database does not take it: %s") % str(error).partition("\n")[0]
