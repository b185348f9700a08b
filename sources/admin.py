from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.text import slugify
from django.utils.translation import gettext as _

from desk.model_admin import DeskAdmin
from desk.plain_text import PlainTextForm

from .actions import save_publisher
from .domains import domain_of
from .models import Publisher, PublisherDomain


class PublisherForm(PlainTextForm[Publisher]):
    """A publisher is given its address when it is made."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.instance.pk is None and "name" in cleaned:
            self.instance.slug = slugify(cleaned["name"], allow_unicode=True)
            if not self.instance.slug:
                self.add_error("name", _("An address needs a letter or a digit in the name."))
            elif taken := Publisher.objects.filter(slug=self.instance.slug).first():
                message = _("“%(name)s” has the address that this would have.")
                self.add_error("name", ValidationError(message, params={"name": taken.name}))
        return cleaned


class DomainForm(PlainTextForm[PublisherDomain]):
    def clean_domain(self) -> str:
        """Take an address for its domain: `https://www.bbc.co.uk/news` → `bbc.co.uk`."""
        typed: str = self.cleaned_data["domain"].strip()
        return domain_of(typed if "//" in typed else f"//{typed}") or typed


class DomainInline(admin.TabularInline[PublisherDomain, Publisher]):
    model = PublisherDomain
    form = DomainForm
    extra = 1


@admin.register(Publisher)
class PublisherAdmin(DeskAdmin[Publisher]):
    form = PublisherForm
    fields = ["name", "slug", "homepage"]
    lasting = ["slug"]
    inlines = [DomainInline]
    list_display = ["name", "slug", "homepage"]
    search_fields = ["name", "slug", "domains__domain"]

    def save_model(
        self, _request: HttpRequest, obj: Publisher, _form: Any, _change: object
    ) -> None:
        save_publisher(obj)

    def get_fields(self, request: HttpRequest, obj: Publisher | None = None) -> list[Any]:
        """Without the address as long as there is none."""
        return list(self.fields or []) if obj is not None else ["name", "homepage"]

    def formfield_for_dbfield(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        if db_field.name == "homepage":
            kwargs["assume_scheme"] = "https"
        return super().formfield_for_dbfield(db_field, request, **kwargs)
