"""The field for a headline: it shows a long one whole, on a phone as well."""

from typing import Any

from django import forms


class HeadlineInput(forms.Textarea):
    """One paragraph that grows with what is typed; `static/desk/headline.js` keeps it one."""

    # Django's begins with a line end, which no headline does.
    template_name = "desk/headline_input.html"

    def __init__(self) -> None:
        super().__init__(attrs={"rows": 1, "class": "headline"})

    def value_from_datadict(self, *args: Any) -> Any:
        """The text on one line, as an input of one line would send it."""
        value = super().value_from_datadict(*args)
        if not isinstance(value, str):
            return value
        return " ".join(line for line in value.replace("\r", "\n").split("\n") if line)
