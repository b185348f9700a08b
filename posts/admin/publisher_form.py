"""The form of a publisher: its names, and the domains by which it is known."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.plain_text import PlainTextForm
from sources.domains import PLATFORMS, candidates, domain_of
from sources.models import Publisher, PublisherDomain

LONGEST_NAME = 300


class NamesField(forms.CharField):
    """Names, one a line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> Any:
        lines = (super().to_python(value) or "").splitlines()
        return list(dict.fromkeys(line.strip() for line in lines if line.strip()))

    def validate(self, value: list[str]) -> None:
        if any(len(name) > LONGEST_NAME for name in value):
            raise ValidationError(_("A name has %s characters at most.") % LONGEST_NAME)

    def run_validators(self, value: Any) -> None:
        """Those of one text do not fit several."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(list(initial or ()) != self.to_python(data))


class PublisherForm(PlainTextForm[Publisher]):
    """A publisher is given its address when it is made."""

    labels = NamesField(
        label=gettext_lazy("Other names"),
        required=False,
        help_text=gettext_lazy("As it is cited elsewhere, one a line: “路透社”."),
    )

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
        domain = domain_of(typed if "//" in typed else f"//{typed}") or typed
        if PLATFORMS.intersection([domain]):
            message = _("Many publish on %s: it tells nobody apart.")
            raise ValidationError(message % domain)
        if not candidates(domain):
            raise ValidationError(_("Write a domain such as “bbc.co.uk”."))
        owned = PublisherDomain.objects.filter(domain=domain).exclude(pk=self.instance.pk)
        owner = owned.select_related("publisher").first()
        if owner is not None and owner.publisher_id != self.instance.publisher_id:
            message = _(
                "%(domain)s belongs to “%(name)s”. If both are one publisher, merge them instead."
            )
            values = {"domain": domain, "name": owner.publisher.name}
            raise ValidationError(message, params=values)
        return domain


class DomainInline(admin.TabularInline[PublisherDomain, Publisher]):
    model = PublisherDomain
    form = DomainForm
    extra = 2
