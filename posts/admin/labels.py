"""A form field for names in a line of text: `White House, AI`."""

from collections.abc import Collection
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from taxonomy.titles import split_terms

MOST: Final = 100
# Code points that stand for nothing: they take the place of labels that must not be split.
_PRIVATE = 0xF0000


def split_labels(text: str, known: Collection[str] = ()) -> tuple[str, ...]:
    """Split as `split_terms` does, but leave a known label with a comma in it whole."""
    odd = [label for label in known if split_terms(label) != [label]]
    whole = {chr(_PRIVATE + number): label for number, label in enumerate(odd)}
    for mark, label in whole.items():
        text = text.replace(label, mark)
    return tuple(whole.get(term, term) for term in split_terms(text))


class LabelsInput(forms.TextInput):
    """One line of text with completion; `static/desk/complete.js` brings it to life."""

    template_name = "desk/labels_input.html"

    class Media:
        js = ["desk/complete.js"]

    def format_value(self, value: Any) -> str:
        return ", ".join(value) if isinstance(value, tuple) else str(value or "")


class LabelsField(forms.CharField):
    """Names in order. Set `known` to those that are stored, so that they come back as they are."""

    widget = LabelsInput
    known: Collection[str] = ()

    def to_python(self, value: Any) -> tuple[str, ...]:  # type: ignore[override]
        return split_labels(super().to_python(value) or "", self.known)

    def run_validators(self, value: Any) -> None:
        """Check the text, as CharField would; a label's own length is the action's to check."""
        super().run_validators(", ".join(value))
        if len(value) > MOST:
            message = _("%(most)s at most; these are %(number)s.")
            raise ValidationError(message % {"most": MOST, "number": len(value)})

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(data) != tuple(initial or ())
