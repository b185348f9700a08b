"""What leads to posts that were taken in: the addresses that they had, here and over there."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from posts.actions.bulk import Traces
from posts.actions.redirects import hold_redirects
from posts.actions.trace import UNSEEN
from posts.in_use import in_use_among
from posts.models import MissedPath, Post, Redirect
from posts.redirect_paths import fits, targets_to

from .plan import Plan


def keep_addresses(plans: Iterable[Plan], before: Traces) -> None:
    """Lead the addresses that posts had `before` to where they are now.

    An address that is in use again leads nowhere else.
    """
    posts = [plan.the_post for plan in plans if plan.the_post.was_public]
    now = {post.path for post in posts}
    if not now:
        return
    Redirect.objects.filter(path__in=now).delete()
    MissedPath.objects.filter(path__in=now).delete()
    had = {before.get(post.pk, UNSEEN).path: post for post in posts}
    _lead({path: post for path, post in had.items() if path and path not in now})


def lead_old_paths(plans: Sequence[Plan]) -> None:
    """Lead the paths that posts had over there to them, and say of each plan which do not.

    A path at which something is stays as it is, and so does one that leads elsewhere. What no
    reader saw yet has no address to lead to: its old paths come with it when it is published.
    """
    asked = [
        (path, plan)
        for plan in plans
        if plan.the_post.was_public
        for path in dict.fromkeys(plan.arrival.old_paths)
    ]
    if not asked:
        return
    hold_redirects()
    paths = {path for path, _plan in asked if fits(path)}
    in_use = in_use_among(paths)
    leading = dict(Redirect.objects.filter(path__in=paths).values_list("path", "post"))
    new: dict[str, Post] = {}
    for path, plan in asked:
        post = plan.the_post
        if path not in paths:
            plan.notes.append(_("“%s” is no path of this site.") % path[:200])
        elif path in in_use:
            message = _("Something is there: “%s”. Only what is not found can lead elsewhere.")
            plan.notes.append(message % path)
        elif (leading[path] if path in leading else new.get(path, post).pk) != post.pk:
            plan.notes.append(_("“%s” leads elsewhere already.") % path)
        elif path not in leading:
            new[path] = post
            plan.has_new_paths = True
    _lead(new)


def _lead(new: Mapping[str, Post]) -> None:
    if not new:
        return
    rows = [Redirect(path=path, post=new[path]) for path in sorted(new)]
    Redirect.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["path"], update_fields=["post", "target"]
    )
    MissedPath.objects.filter(path__in=new).delete()
    # What led to one of them leads where it leads now: no chains.
    targets = {target: post for path, post in new.items() for target in targets_to(path)}
    led = list(Redirect.objects.filter(post=None, target__in=targets))
    for row in led:
        row.post, row.target = targets[row.target], ""
    if led:
        Redirect.objects.bulk_update(led, ["post", "target"])
