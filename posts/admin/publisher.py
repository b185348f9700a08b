"""The desk of publishers: their names and domains, and making two of them one."""

from typing import Any, cast, override

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import ForeignKeyRawIdWidget
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.model_admin import DeskAdmin
from posts.actions import merge_publishers
from posts.actions.merge_publishers import PERMISSIONS
from posts.models import Citation
from sources.actions import save_publisher, touch_publisher
from sources.likely_same import Known, likely_same
from sources.models import Publisher

from .publisher_form import DomainInline, PublisherForm

GROUPS_SHOWN = 100


class IntoForm(forms.Form):
    """Into which publisher another one is to be merged."""

    into = forms.ModelChoiceField(
        label=gettext_lazy("Publisher that stays"), queryset=Publisher.objects.none()
    )

    def __init__(self, site: admin.AdminSite, merged: Publisher, *args: Any) -> None:
        super().__init__(*args)
        field = cast(forms.ModelChoiceField[Publisher], self.fields["into"])
        field.queryset = Publisher.objects.standing().exclude(pk=merged.pk)
        relation = Citation._meta.get_field("publisher").remote_field
        field.widget = ForeignKeyRawIdWidget(cast(Any, relation), site)


@admin.register(Publisher)
class PublisherAdmin(DeskAdmin[Publisher]):
    form = PublisherForm
    fields = ["name", "slug", "labels", "homepage"]
    lasting = ["slug"]
    inlines = [DomainInline]
    list_display = ["name", "cited", "domain_list", "homepage"]
    search_fields = ["name", "slug", "domains__domain", "labels"]
    search_help_text = gettext_lazy("Name, other name or domain")
    change_form_template = "admin/sources/publisher/change_form.html"
    change_list_template = "admin/sources/publisher/change_list.html"

    @override
    def get_queryset(self, request: HttpRequest) -> QuerySet[Publisher]:
        """Those that stand."""
        rows = super().get_queryset(request).filter(merged_into=None)
        return rows.prefetch_related("domains")

    @override
    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """The list, with how often each that is shown is cited; all would take long to count."""
        listed = super().get_changelist_instance(request)
        rows: list[Any] = list(listed.result_list)
        cited = _citations({row.pk for row in rows})
        for row in rows:
            row.citation_count = cited.get(row.pk, 0)
        listed.result_list = cast(Any, rows)
        return listed

    @admin.display(description=gettext_lazy("citations"))
    def cited(self, publisher: Any) -> str:
        return str(publisher.citation_count)

    @admin.display(description=gettext_lazy("domains"))
    def domain_list(self, publisher: Publisher) -> str:
        return ", ".join(row.domain for row in publisher.domains.all())

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("alike/", wrap(self.alike_view), name="sources_publisher_alike"),
            path("<int:pk>/merge/", wrap(self.merge_view), name="sources_publisher_merge"),
            *super().get_urls(),
        ]

    def alike_view(self, request: HttpRequest) -> HttpResponse:
        """Publishers that are likely to be one."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        rows = {row.pk: row for row in Publisher.objects.standing().prefetch_related("domains")}
        known = [
            Known(row.pk, (row.name, *row.labels), tuple(it.domain for it in row.domains.all()))
            for row in rows.values()
        ]
        groups = likely_same(known)
        shown = groups[:GROUPS_SHOWN]
        cited = _citations({pk for group in shown for pk in group.pks})
        context = {
            "groups": [
                (group, _most_cited_first([rows[pk] for pk in group.pks], cited)) for group in shown
            ],
            "left_out": len(groups) - len(shown),
        }
        return self._page(request, "alike", _("Publishers that may be one"), context)

    def merge_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Say what merging does, and do it once that is confirmed."""
        if not request.user.has_perms(PERMISSIONS):
            raise PermissionDenied
        merged = get_object_or_404(Publisher.objects.standing(), pk=pk)
        data = request.POST if request.method == "POST" else request.GET
        form = IntoForm(self.admin_site, merged, data if "into" in data else None)
        into: Publisher | None = form.cleaned_data["into"] if form.is_valid() else None
        if into is not None and request.method == "POST":
            try:
                merge_publishers(merged, into, by=cast(AbstractBaseUser, request.user))
            except ValidationError as error:
                form.add_error(None, error)
            else:
                message = _("“%(old)s” is “%(new)s” from now on.")
                values = {"old": merged.name, "new": into.name}
                self.message_user(request, message % values, messages.SUCCESS)
                address = reverse("admin:sources_publisher_change", args=[into.pk])
                return HttpResponseRedirect(address)
        cited = _citations({merged.pk, *([into.pk] if into else [])})
        context = {
            "form": form,
            "merged": merged,
            "into": into,
            "citations": cited.get(merged.pk, 0),
            "citations_of_into": cited.get(into.pk, 0) if into else 0,
            "moving": list(merged.domains.all()),
        }
        return self._page(request, "merge", _("Merge “%s”") % merged.name, context)

    @override
    def save_model(
        self, _request: HttpRequest, obj: Publisher, _form: Any, _change: object
    ) -> None:
        save_publisher(obj)

    @override
    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        touch_publisher(form.instance)

    def get_fields(self, request: HttpRequest, obj: Publisher | None = None) -> list[Any]:
        """Without the address as long as there is none."""
        return [name for name in self.fields or [] if obj is not None or name != "slug"]

    def formfield_for_dbfield(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        if db_field.name == "homepage":
            kwargs["assume_scheme"] = "https"
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def _page(
        self, request: HttpRequest, name: str, title: str, context: dict[str, Any]
    ) -> HttpResponse:
        each: dict[str, Any] = cast(Any, self.admin_site).each_context(request)
        values = {
            **each,
            **context,
            "opts": self.opts,
            "title": title,
            "may_merge": request.user.has_perms(PERMISSIONS),
        }
        return TemplateResponse(request, f"admin/sources/publisher/{name}.html", values)


def _citations(pks: set[int]) -> dict[int, int]:
    rows = Citation.objects.filter(publisher__in=pks).order_by()
    return dict(rows.values_list("publisher").annotate(Count("pk")))


def _most_cited_first(
    publishers: list[Publisher], cited: dict[int, int]
) -> list[tuple[Publisher, int]]:
    rows = [(row, cited.get(row.pk, 0)) for row in publishers]
    return sorted(rows, key=lambda row: (-row[1], row[0].name))
