"""The report of what readers ask for and do not find, each with one click to mend it."""

from typing import Any, Final, cast

from django.contrib import admin, messages
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from posts.actions import heed_miss, ignore_miss, save_redirect
from posts.misses.figures import hits_of_week, open_misses, scanners
from posts.misses.miss import NOISE
from posts.misses.store import KEPT_DAYS, MOST_PATHS
from posts.misses.suggest import suggest
from posts.models import MissedPath

PATHS_A_PAGE: Final = 50


@admin.register(MissedPath)
class MissedPathAdmin(admin.ModelAdmin[MissedPath]):
    """A page to read and to act on. Those may who may write redirects."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.report_view)
        return [path("", view, name="posts_missedpath_changelist")]

    def report_view(self, request: HttpRequest) -> HttpResponse:
        """The paths that are asked for most, and what to do with each."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            self._act(request)
            return HttpResponseRedirect(request.get_full_path())
        is_ignored = "ignored" in request.GET
        words = request.GET.get("q", "").strip().replace("\0", "")[:200]
        page = Paginator(_paths(words, is_ignored=is_ignored), PATHS_A_PAGE).get_page(
            request.GET.get("page")
        )
        rows = list(page.object_list)
        weeks, found = hits_of_week(rows), suggest([row.path for row in rows])
        context = {
            "page": page,
            "rows": [
                (row, weeks.get(row.pk, 0), _referrers(row), found.get(row.path)) for row in rows
            ],
            "is_ignored": is_ignored,
            "words": words,
            "open": open_misses(),
            "scanners": scanners(),
            "kept_days": KEPT_DAYS,
            "most_paths": MOST_PATHS,
            "may_mend": request.user.has_perm("posts.add_redirect"),
            "opts": self.opts,
            "title": _("Missing pages"),
        }
        each: dict[str, Any] = cast(Any, self.admin_site).each_context(request)
        return TemplateResponse(request, "admin/posts/missedpath/report.html", {**each, **context})

    def _act(self, request: HttpRequest) -> None:
        """Do what the button says, and tell what came of it."""
        by = cast(AbstractBaseUser, request.user)
        try:
            missed = get_object_or_404(MissedPath, pk=int(request.POST.get("missed", "")))
        except ValueError as error:
            raise BadRequest from error
        verb = request.POST.get("verb", "")
        try:
            said, notes = self._carried_out(verb, missed, request.POST.get("target", ""), by)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return
        self.message_user(request, said, messages.SUCCESS)
        for note in notes:
            self.message_user(request, note, messages.WARNING)

    def _carried_out(
        self, verb: str, missed: MissedPath, target: str, by: AbstractBaseUser
    ) -> tuple[str, tuple[str, ...]]:
        values = {"path": missed.path}
        if verb == "lead":
            if not target.strip():
                raise ValidationError(_("Write where it is to lead."))
            redirect, plan = save_redirect(missed.path, target=target, by=by)
            values["to"] = redirect.destination
            return _("“%(path)s” leads to %(to)s from now on.") % values, plan.notes
        if verb == "gone":
            save_redirect(missed.path, by=by)
            return _("“%(path)s” says that it is gone from now on.") % values, ()
        if verb == "ignore":
            ignore_miss(missed, by=by)
            return _("“%(path)s” is ignored from now on.") % values, ()
        if verb == "heed":
            heed_miss(missed, by=by)
            return _("“%(path)s” is in the report again.") % values, ()
        raise BadRequest

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: MissedPath | None = None) -> bool:
        return request.user.has_perm("posts.view_redirect") or request.user.has_perm(
            "posts.add_redirect"
        )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: MissedPath | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: MissedPath | None = None) -> bool:
        return False


def _paths(words: str, *, is_ignored: bool) -> QuerySet[MissedPath]:
    paths = MissedPath.objects.filter(is_ignored=is_ignored).exclude(path=NOISE)
    if words:
        paths = paths.filter(path__icontains=words)
    return paths.order_by("-hits", "-last_seen", "path")


def _referrers(row: MissedPath) -> list[tuple[str, int, bool]]:
    """(page, how often, whether it is one of ours), the most first."""
    pages = sorted(row.referrers.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(page, hits, page.startswith("/")) for page, hits in pages]
