"""The desk of pictures. They change through `images.actions` alone."""

from typing import Any, ClassVar, cast, override

from django.contrib import admin, messages
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, re_path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.model_admin import DeskAdmin
from images.actions import DuplicateError, delete_picture, save_picture, upload_picture
from images.addresses import DESK_PREFIX, FILE
from images.models import Picture
from images.public import uses_of
from images.serving import answer
from posts.rights import may_write
from publication.known import known

from .picture_form import PictureForm, UploadForm

OFFERED = 48
# The file at an address never changes; only who has signed in may see it.
_CACHING = "private, max-age=86400"


@admin.register(Picture)
class PictureAdmin(DeskAdmin[Picture]):
    list_display = ["thumbnail", "__str__", "credit", "licence", "uploaded_at"]
    list_display_links = ["thumbnail", "__str__"]
    list_filter = ["is_decorative", "uploaded_at"]
    search_fields = ["alts", "credit", "licence", "name"]
    search_help_text = gettext_lazy("What it shows, credit or licence")
    # Each is deleted by itself, where one sees what holds it.
    actions = None

    class Media:
        css: ClassVar = {"all": ["desk/pictures.css"]}
        js: ClassVar = ["desk/focus.js"]

    @override
    def get_form(
        self, request: HttpRequest, obj: Picture | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        kwargs["form"] = PictureForm if obj is not None else UploadForm
        # The form names its own. Of one who may only see them Django asks which to leave out.
        kwargs["fields"] = None if self._may_write(request, obj) else []
        return super().get_form(request, obj, change, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Picture | None = None) -> Any:
        if not self._may_write(request, obj):
            rights = ["credit", "licence", "source_url"]
            return [(None, {"fields": ["preview", "said", *rights, "used_in"]})]
        shown = ["upload"] if obj is None else ["preview"]
        alts = [PictureForm.alt_field(row.code) for row in known()]
        return [
            (None, {"fields": [*shown, *alts, "is_decorative"]}),
            (_("Rights"), {"fields": ["credit", "licence", "source_url"]}),
            (
                _("Focal point"),
                {
                    "fields": [("focus_x", "focus_y")],
                    "description": _(
                        "What stays in sight where the picture is cut to fit. Click it above."
                    ),
                },
            ),
            *([(_("Use"), {"fields": ["used_in"]})] if obj is not None else []),
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Picture | None = None) -> list[Any]:
        return ["preview", "said", "used_in"] if obj is not None else []

    def _may_write(self, request: HttpRequest, obj: Picture | None) -> bool:
        if obj is None:
            return self.has_add_permission(request)
        return self.has_change_permission(request, obj)

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        file = DESK_PREFIX.partition("/picture/")[2]
        return [
            path("choose/", wrap(self.choose), name="images_picture_choose"),
            re_path(rf"^{file}(?P<file>{FILE})$", wrap(self.file), name="images_picture_file"),
            *super().get_urls(),
        ]

    @admin.display(description=gettext_lazy("picture"))
    def thumbnail(self, picture: Picture) -> str:
        return format_html(
            '<img class="picture-thumbnail" src="{}" alt="" loading="lazy">', picture.thumbnail
        )

    @admin.display(description=gettext_lazy("picture"))
    def preview(self, picture: Picture) -> str:
        state = "" if picture.widths else _("Its smaller copies are being made.")
        if picture.fault:
            state = _("Its smaller copies could not be made: %s") % picture.fault
        return format_html(
            '<span class="picture-preview"><img src="{}" alt=""></span><br>{} × {} {}',
            picture.desk_address,
            picture.width,
            picture.height,
            state,
        )

    @admin.display(description=gettext_lazy("alternative texts"))
    def said(self, picture: Picture) -> str:
        if picture.is_decorative:
            return _("decorative")
        return format_html_join("; ", "{}: {}", picture.alts.items())

    @admin.display(description=gettext_lazy("used in"))
    def used_in(self, picture: Picture) -> str:
        links = ((use.address, use.label) for use in uses_of(picture.name))
        return format_html_join(", ", '<a href="{}">{}</a>', links) or _("nothing yet")

    def view_on_site(self, obj: Picture) -> None:
        """It has no page of its own."""

    @override
    def save_model(self, request: HttpRequest, obj: Picture, form: Any, change: bool) -> None:
        by = cast(AbstractBaseUser, request.user)
        if change:
            save_picture(obj, by=by)
        else:
            upload_picture(form.cleaned_data["upload"], obj, by=by)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        try:
            return super().add_view(request, form_url, extra_context)
        except DuplicateError as error:  # somebody uploaded it while this one was decoded
            self.message_user(request, " ".join(error.messages), messages.WARNING)
            address = reverse("admin:images_picture_change", args=[error.picture.pk])
            return HttpResponseRedirect(address)

    def delete_model(self, request: HttpRequest, obj: Picture) -> None:
        delete_picture(obj, by=cast(AbstractBaseUser, request.user))

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        try:
            return super().delete_view(request, object_id, extra_context)
        except ValidationError as error:  # in use, perhaps since the question was on the screen
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            address = reverse("admin:images_picture_change", args=[object_id])
            return HttpResponseRedirect(address)

    def file(self, request: HttpRequest, file: str, name: str) -> HttpResponseBase:
        """A picture's file for those who work with it, published or not."""
        _require_writer(request)
        return answer(request, file, _CACHING)

    def choose(self, request: HttpRequest) -> JsonResponse:
        """The newest pictures of which `q` is said; alternative texts in `language`."""
        _require_writer(request)
        language = request.GET.get("language", "")
        found = _about(request.GET.get("q", "").strip()[:200])[:OFFERED]
        return JsonResponse({"pictures": [_offer(picture, language) for picture in found]})


def _require_writer(request: HttpRequest) -> None:
    if not (request.user.has_perm("images.view_picture") or may_write(request.user)):
        raise PermissionDenied


def _about(words: str) -> QuerySet[Picture]:
    said = Q(alts__icontains=words) | Q(credit__icontains=words) | Q(name__startswith=words)
    return Picture.objects.filter(said) if words else Picture.objects.all()


def _offer(picture: Picture, language: str) -> dict[str, Any]:
    return {
        "name": picture.name,
        "label": str(picture),
        "thumbnail": picture.thumbnail,
        "address": picture.desk_address,
        "page": reverse("admin:images_picture_change", args=[picture.pk]),
        "alt": picture.alt_in(language),
        "width": picture.width,
        "height": picture.height,
        "credit": " · ".join(filter(None, (picture.credit, picture.licence))),
    }
