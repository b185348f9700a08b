"""A merge of two terms as a batch. Which posts are left is what the rows themselves say."""

from typing import Any, Final

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from posts.actions.merge_terms import merge_some
from posts.models import Batch
from taxonomy.models import Category, Tag
from taxonomy.models.term import Term

_MODELS: Final[dict[str, type[Tag] | type[Category]]] = {"tag": Tag, "category": Category}


def order_of(merged: Term, survivor: Term) -> dict[str, Any]:
    """What a batch is told of a merge: keys to find the terms by, titles to name them."""
    return {
        "model": merged._meta.model_name,
        "merged": merged.pk,
        "survivor": survivor.pk,
        "titles": [merged.title, survivor.title],
        "slugs": [merged.slug, survivor.slug],
    }


def merge(batch: Batch) -> bool:
    """Merge some of the posts, and say whether that was the end."""
    if batch.by is None:
        batch.error = _("Who ordered this is not there any more.")
        return True
    every = _MODELS[batch.order["model"]].every
    keys = (batch.order["merged"], batch.order["survivor"])
    rows = every.in_bulk(keys)
    if len(rows) < len(keys):
        batch.error = _("One of the two is not there any more.")
        return True
    merged, survivor = (rows[key] for key in keys)
    if merged.merged_into_id == survivor.pk:
        return True
    try:
        moved, is_done = merge_some(merged, survivor, by=batch.by)
    except PermissionDenied:
        batch.error = _("You are not allowed to do this.")
        return True
    except ValidationError as error:
        batch.error = " ".join(error.messages)
        return True
    batch.done += moved
    batch.total = max(batch.total, batch.done)
    return is_done
