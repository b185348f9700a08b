from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _

from desk.editor.field import BodyField, as_edited
from desk.editor.policy import editor_policy
from desk.model_admin import DeskAdmin
from desk.plain_text import PlainTextForm

from .actions import delete_file, save_publication
from .models import File, Page, Publication
from .zones import known_zones


class PublicationForm(PlainTextForm[Publication]):
    time_zone = forms.ChoiceField(
        label=_("time zone"),
        choices=lambda: [(name, name) for name in sorted(known_zones())],
        initial="UTC",
        help_text=_("In which its dates are shown and its posts are scheduled."),
    )


@admin.register(Publication)
class PublicationAdmin(DeskAdmin[Publication]):
    form = PublicationForm
    fields = [
        "code",
        "locale",
        "name",
        "tagline",
        "description",
        "byline",
        "contact",
        "time_zone",
        "position",
    ]
    lasting = ["code"]
    list_display = ["name", "code", "locale", "time_zone", "position"]
    search_fields = ["name", "code"]

    def save_model(
        self, _request: HttpRequest, obj: Publication, _form: Any, _change: object
    ) -> None:
        save_publication(obj)


class PageForm(PlainTextForm[Page]):
    body = BodyField(label=_("body"), required=False)

    def clean_body(self) -> str:
        return as_edited(self.cleaned_data["body"], self.instance.body)


@admin.register(Page)
@method_decorator(editor_policy, name="add_view")
@method_decorator(editor_policy, name="change_view")
class PageAdmin(DeskAdmin[Page]):
    form = PageForm
    fields = ["publication", "path", "title", "summary", "body", "position"]
    lasting = ["publication", "path"]
    list_display = ["title", "publication", "path", "position", "modified_at"]
    list_filter = ["publication"]
    list_select_related = ["publication"]
    search_fields = ["title", "path"]


@admin.register(File)
class FileAdmin(DeskAdmin[File]):
    """Files come by imports alone; here they are looked at and deleted."""

    fields = ("path", "media_type", "size", "digest", "kept_at")
    readonly_fields = ("path", "media_type", "size", "digest", "kept_at")
    list_display = ["path", "media_type", "size", "kept_at"]
    search_fields = ["path"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: File | None = None) -> bool:
        return False

    def delete_model(self, request: HttpRequest, obj: File) -> None:
        delete_file(obj, by=_user(request))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[File]) -> None:
        for file in queryset:
            delete_file(file, by=_user(request))


def _user(request: HttpRequest) -> AbstractBaseUser:
    user = request.user
    if not isinstance(user, AbstractBaseUser):
        raise PermissionDenied
    return user
