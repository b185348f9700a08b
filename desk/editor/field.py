from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from safeguards.effort import MarkupError
from safeguards.html import sanitise
from safeguards.sameness import same_markup

from .widget import EditorWidget


class BodyField(forms.CharField):
    """HTML that is clean when the form is."""

    widget = EditorWidget

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(strip=False, **kwargs)

    def clean(self, value: Any) -> str:
        text = self.to_python(value) or ""
        try:
            body = sanitise(text).strip()
        except MarkupError as error:
            raise ValidationError(str(error)) from error
        return str(super().clean(body))


def as_edited(submitted: str, stored: str) -> str:
    """What to store of a body that came back from an editor.

    Editors respell what they load. A body that says nothing else than the stored one keeps the
    stored bytes, for feeds and their readers know a post by them.
    """
    return stored if same_markup(submitted, stored) else submitted
