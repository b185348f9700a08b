"""An address is for ever: what is left where something once was. No chains, and no loops."""

from dataclasses import dataclass
from typing import Final

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils.translation import gettext as _

from posts.in_use import is_in_use, post_at
from posts.models import MissedPath, Post, Redirect
from posts.old_addresses import written_of
from posts.redirect_paths import (
    INDEX,
    new_address,
    old_path,
    path_in,
    rest_of,
    same,
    spellings,
    stored,
    targets_to,
)
from posts.rights import require_permission

_LOCK: Final = 4_040_002
_FARTHEST: Final = 20  # no chain of ours is longer than two; those from elsewhere may be


@dataclass(frozen=True, slots=True)
class Plan:
    """What a redirect is to be. `post` and `target` are where it leads at last; neither: gone.

    `notes` are sentences on what became of what was asked for.
    """

    path: str
    post: Post | None = None
    target: str = ""
    notes: tuple[str, ...] = ()


def plan_redirect(path: str, *, post: Post | None = None, target: str = "") -> Plan:
    """Decide what a redirect from `path` to a post, an address or nowhere has to be.

    Raises ValidationError, by field, for one that cannot be: over something that is there, in a
    circle, or to what is gone.
    """
    old = old_path(path)
    if not old:
        raise ValidationError({"path": _("Write a path of this site, such as “/en/old/”.")})
    if is_in_use(old):
        message = _("Something is there: “%s”. Only what is not found can lead elsewhere.")
        raise ValidationError({"path": message % old})
    if post is not None and target.strip():
        raise ValidationError({"target": _("Choose a post or write an address, not both.")})
    if post is not None:
        if not post.was_public:
            raise ValidationError({"post": _("No reader ever saw this post: it has no address.")})
        return Plan(old, post)
    if not target.strip():
        return Plan(old)
    new = new_address(target)
    if not new:
        raise ValidationError({"target": _("Write a path or an http(s) address.")})
    return _followed(old, new)


@transaction.atomic
def save_redirect(
    path: str,
    *,
    post: Post | None = None,
    target: str = "",
    by: AbstractBaseUser | None,
) -> tuple[Redirect, Plan]:
    """Lead a path to a post, to an address, or (with neither) say that it is gone.

    What led to `path` leads where it leads now. Raises what `plan_redirect` raises.
    """
    is_there = Redirect.objects.filter(path=old_path(path)).exists()
    require_permission(by, "change_redirect" if is_there else "add_redirect")
    hold_redirects()
    plan = plan_redirect(path, post=post, target=target)
    values = {"post": plan.post, "target": plan.target}
    redirect, _created = Redirect.objects.update_or_create(path=plan.path, defaults=values)
    Redirect.objects.filter(post=None, target__in=targets_to(plan.path)).update(**values)
    MissedPath.objects.filter(path=plan.path).delete()
    return redirect, plan


@transaction.atomic
def delete_redirect(redirect: Redirect, *, by: AbstractBaseUser | None) -> None:
    """Let a path be not found again."""
    require_permission(by, "delete_redirect")
    redirect.delete()


def keep_address(post: Post, before: str) -> None:
    """Lead the address that a post had `before` ("" for none) to where it is now."""
    if not post.was_public:
        return
    now = post.path
    # The address is in use again: whatever it led to, a post stands there now.
    Redirect.objects.filter(path=now).delete()
    MissedPath.objects.filter(path=now).delete()
    if before not in ("", now):
        Redirect.objects.update_or_create(path=before, defaults={"post": post, "target": ""})
        led_there = Redirect.objects.filter(post=None, target__in=targets_to(before))
        led_there.update(post=post, target="")


def _followed(old: str, new: str) -> Plan:
    """The plan of a redirect to an address, with every redirect on the way followed."""
    way = [old]
    target = new
    for _step in range(_FARTHEST):
        path = path_in(target)
        if not path:  # another site
            return _planned(way, target)
        way.append(path)
        if any(same(path, seen) for seen in way[:-1]):
            message = _("That would lead in a circle: %s")
            raise ValidationError({"target": message % " → ".join(way)})
        if (post := post_at(path)) is not None:
            return _planned(way, "", post)
        if is_in_use(path.removesuffix(INDEX)):
            return _planned(way, target)
        ways_on = (written_of(one) for one in sorted(spellings(path), key=path.__ne__))
        moved = next((it for it in ways_on if it is not None), None)
        if moved is None:
            return _planned(way, target, note=_("Nothing is at “%s” yet.") % path)
        if not moved.address:
            message = _("“%s” is gone. Leave the address empty to say the same of this path.")
            raise ValidationError({"target": message % path})
        target = _onwards(moved.address, rest_of(target))
    raise ValidationError({"target": _("The way from there is too long: %s") % " → ".join(way)})


def _planned(way: list[str], target: str, post: Post | None = None, note: str = "") -> Plan:
    notes = []
    if len(way) > 2 and (at_last := post.path if post is not None else target) != way[1]:
        said = _("“%(path)s” leads on already: to “%(last)s”, and so does this.")
        notes.append(said % {"path": way[1], "last": at_last})
    return Plan(way[0], post, target, (*notes, *([note] if note else [])))


def _onwards(address: str, rest: str) -> str:
    """A percent-encoded address as a target, with its own query and fragment or else `rest`."""
    path = path_in(address)
    own = rest_of(address)
    return f"{stored(path)}{own or rest}" if path else address


def hold_redirects() -> None:
    """Wait for others who write redirects: two at once could lead to each other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
