"""Makes two publishers one: what cited either cites the one that stays."""

from collections.abc import Iterator

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from edge.keys import EVERYTHING, name_key
from edge.stamps import keys_under, touch
from posts.models import Citation
from publication.known import known
from sources.models import Publisher

PERMISSIONS = ("sources.change_publisher", "sources.delete_publisher")


@transaction.atomic
def merge_publishers(
    merged: Publisher, into: Publisher, *, by: AbstractBaseUser | None
) -> Publisher:
    """Merge a publisher into another one; return that, as it is then.

    Citations and domains move, its names become other names of the one that stays, and its
    addresses lead there for ever. Labels in posts and feeds stay as they were written.
    """
    if by is not None and not by.has_perms(PERMISSIONS):  # type: ignore[attr-defined]
        raise PermissionDenied(PERMISSIONS[0])
    if merged.pk == into.pk:
        raise ValidationError(_("A publisher cannot be merged into itself."))
    # In one order, so that two merges cannot wait for each other.
    both = Publisher.objects.select_for_update().filter(pk__in=(merged.pk, into.pk))
    rows = {row.pk: row for row in both.order_by("pk")}
    old, new = rows[merged.pk], rows[into.pk]
    for row in (old, new):
        if row.merged_into_id is not None:
            raise ValidationError(_("“%(name)s” was merged already."), params={"name": row.name})
    Citation.objects.filter(publisher=old).update(publisher=new)
    old.domains.update(publisher=new)
    old.merged.update(merged_into=new)
    names = dict.fromkeys([*new.labels, old.name, *old.labels])
    new.labels = [name for name in names if name.casefold() != new.name.casefold()]
    new.homepage = new.homepage or old.homepage
    new.save()
    old.merged_into = new
    old.save()
    # With the names, so that feeds are sent whole also to those who want only what is new.
    touch(frozenset(_keys(old, new)))
    return new


def _keys(old: Publisher, new: Publisher) -> Iterator[str]:
    """Of both lists, their names, the months in which something moved; and of the sitemaps."""
    yield EVERYTHING
    for publisher in (old, new):
        yield name_key(f"sources/{publisher.slug}")
    for publication in known():
        before, after = (f"{publication.code}/sources/{row.slug}" for row in (old, new))
        yield from (before, after)
        for part in keys_under(before):
            yield part
            yield f"{after}{part.removeprefix(before)}"
