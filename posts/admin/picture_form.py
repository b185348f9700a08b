from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from images.models import Picture
from images.raster import Master, prepare
from posts.clean import one_line
from publication.known import known
from publication.naming import language_name

LONGEST_ALT = 500


class PictureForm(forms.ModelForm[Picture]):
    """What is said of a picture: an alternative text for each language, or that it needs none."""

    class Meta:
        model = Picture
        fields = ["is_decorative", "credit", "licence", "source_url", "focus_x", "focus_y"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for publication in known():
            name = self.alt_field(publication.code)
            self.fields[name] = forms.CharField(
                label=_("What it shows, in %s") % language_name(publication),
                required=False,
                max_length=LONGEST_ALT,
                widget=forms.Textarea(
                    attrs={"lang": publication.locale, "rows": 2, "class": "vLargeTextField"}
                ),
                help_text=_("For those who do not see it, in a sentence."),
            )
            self.initial[name] = self.instance.alts.get(publication.code, "")

    @staticmethod
    def alt_field(language: str) -> str:
        """The name of the field for the alternative text in a language."""
        return f"alt_{language}"

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for name in ("credit", "licence"):
            cleaned[name] = one_line(cleaned.get(name, ""))
        codes = {row.code: self.alt_field(row.code) for row in known()}
        alts = {code: one_line(cleaned.get(field, "")) for code, field in codes.items()}
        # What is said in a language that is gone stays.
        kept = {code: alt for code, alt in self.instance.alts.items() if code not in codes}
        said = {code: alt for code, alt in alts.items() if alt}
        if cleaned.get("is_decorative"):
            if said:
                self.add_error("is_decorative", _("What is described is not decorative."))
            kept = {}
        elif not said:
            first = next(iter(codes.values()), None)
            self.add_error(first, _("Say what the picture shows, or mark it as decorative."))
        self.instance.alts = {**kept, **said}
        return cleaned


class UploadForm(PictureForm):
    """A new picture. `upload` comes out as the Master of `images.raster`."""

    upload = forms.FileField(
        label=gettext_lazy("File"),
        widget=forms.ClearableFileInput(attrs={"accept": "image/*"}),
        help_text=gettext_lazy("JPEG, PNG, WebP, AVIF or GIF. Where it was taken is not kept."),
    )

    def clean_upload(self) -> Master:
        file = self.cleaned_data["upload"]
        master = prepare(
            file, most_bytes=settings.PICTURE_MAX_BYTES, most_pixels=settings.PICTURE_MAX_PIXELS
        )
        same = Picture.objects.filter(digest=master.digest).first()
        if same is not None:
            address = reverse("admin:images_picture_change", args=[same.pk])
            link = format_html('<a href="{}">{}</a>', address, same)
            raise ValidationError(format_html(_("This file is here already: {}."), link))
        return master
