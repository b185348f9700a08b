from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from images.models import Picture


class PictureInput(forms.TextInput):
    """The name of a picture; where scripts run, the picture itself and a way to choose another."""

    template_name = "admin/posts/post/picture_input.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        context["picture"] = Picture.objects.filter(name=value).first() if value else None
        return context


class PictureField(forms.CharField):
    """A Picture, or None. Editors may also give its address."""

    widget = PictureInput

    def clean(self, value: Any) -> Any:
        typed = str(super().clean(value) or "")
        if not typed:
            return None
        name = typed.rstrip("/").rpartition("/")[2].partition(".")[0].partition("-")[0]
        picture = Picture.objects.filter(name=name).first()
        if picture is None:
            raise ValidationError(_("There is no such picture. Choose one, or upload it first."))
        return picture

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or "") != (data or "")
