from typing import Any

from django import forms
from django.db.models import Model

from safeguards.text import xml_safe


class PlainTextForm[M: Model](forms.ModelForm[M]):
    """A form whose texts can stand in a feed: control characters go before they are stored."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        values = self.cleaned_data if cleaned is None else cleaned
        return {
            name: xml_safe(value) if isinstance(value, str) else value
            for name, value in values.items()
        }
