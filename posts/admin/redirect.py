"""The desk of redirects. They change through `posts.actions` alone."""

from typing import Any, cast, override

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.model_admin import DeskAdmin
from desk.plain_text import PlainTextForm
from posts.actions import delete_redirect, import_redirects, save_redirect
from posts.actions.redirect_import import MOST_LINES, read_lines, totals
from posts.actions.redirects import Plan, plan_redirect
from posts.models import Redirect

_LARGEST = 1_000_000  # bytes


class RedirectForm(PlainTextForm[Redirect]):
    """What an editor types; `plan` is what it comes to."""

    plan: Plan | None = None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        typed = cleaned.get("path") or self.instance.path
        post, target = cleaned.get("post"), cleaned.get("target", "")
        try:
            self.plan = plan_redirect(typed, post=post, target=target)
        except ValidationError as error:
            for name, errors in error.error_dict.items():
                self.add_error(name if name in self.fields else None, cast(Any, errors))
            return cleaned
        planned = {"post": self.plan.post, "target": self.plan.target}
        return {**cleaned, **planned, **({"path": self.plan.path} if "path" in cleaned else {})}


class LinesForm(forms.Form):
    """Lines of `old,new`, typed or from a file."""

    lines = forms.CharField(
        label=gettext_lazy("Lines"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 12, "cols": 80, "spellcheck": "false"}),
        help_text=gettext_lazy("Old path, comma, new path or address. Without a new one: gone."),
    )
    file = forms.FileField(label=gettext_lazy("or a CSV file"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if (file := cleaned.get("file")) is not None:
            data: bytes = file.read(_LARGEST + 1)
            if len(data) > _LARGEST:
                raise ValidationError(_("The file is too large."))
            cleaned["lines"] = data.decode("utf-8-sig", errors="replace").replace("\0", "")
        cleaned["rows"] = list(read_lines(cleaned.get("lines", "")))
        if not cleaned["rows"]:
            raise ValidationError(_("There is no line to read."))
        return cleaned


@admin.register(Redirect)
class RedirectAdmin(DeskAdmin[Redirect]):
    form = RedirectForm
    fields = ["path", "post", "target"]
    lasting = ["path"]
    raw_id_fields = ["post"]
    list_display = ["path", "leads_to", "created_at"]
    list_select_related = ["post__section"]
    search_fields = ["path", "target"]
    change_list_template = "admin/posts/redirect/change_list.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Redirect]:
        """Without the texts of the posts."""
        return super().get_queryset(request).defer("post__body", "post__summary")

    @admin.display(description=gettext_lazy("leads to"))
    def leads_to(self, redirect: Redirect) -> str:
        return redirect.destination or _("nowhere: it is gone")

    def view_on_site(self, redirect: Redirect) -> str:
        return redirect.path

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("import/", wrap(self.import_view), name="posts_redirect_import"),
            *super().get_urls(),
        ]

    @override
    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().changeform_view(request, *args, **kwargs)
        except ValidationError as error:  # somebody was faster: what was planned cannot be any more
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())

    @override
    def save_model(self, request: HttpRequest, obj: Redirect, form: Any, change: bool) -> None:
        by = cast(AbstractBaseUser, request.user)
        saved, plan = save_redirect(obj.path, post=obj.post, target=obj.target, by=by)
        obj.pk = saved.pk
        for note in dict.fromkeys((*(form.plan.notes if form.plan else ()), *plan.notes)):
            self.message_user(request, note, messages.WARNING)

    def delete_model(self, request: HttpRequest, obj: Redirect) -> None:
        delete_redirect(obj, by=cast(AbstractBaseUser, request.user))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Redirect]) -> None:
        for redirect in queryset:
            self.delete_model(request, redirect)

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """Read lines, say what each would do, and do it once that is confirmed."""
        if not (self.has_add_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied
        form = LinesForm(request.POST or None, request.FILES or None)
        context: dict[str, Any] = {"form": form, "most": MOST_LINES}
        if form.is_valid():
            is_confirmed = "confirm" in request.POST
            by = cast(AbstractBaseUser, request.user)
            outcomes = import_redirects(form.cleaned_data["rows"], by=by, dry_run=not is_confirmed)
            context |= {
                "outcomes": outcomes,
                "totals": totals(outcomes),
                "is_done": is_confirmed,
                "writes": any(outcome.kind in ("added", "changed") for outcome in outcomes),
                "lines": form.cleaned_data["lines"],
            }
        each: dict[str, Any] = cast(Any, self.admin_site).each_context(request)
        values = {**each, **context, "opts": self.opts, "title": _("Import redirects")}
        return TemplateResponse(request, "admin/posts/redirect/import.html", values)
