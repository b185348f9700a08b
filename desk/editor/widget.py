from html import escape
from typing import Any, cast

from ckeditor.widgets import CKEditorWidget
from django.forms.widgets import Media
from django.templatetags.static import static

from safeguards.effort import MarkupError
from safeguards.html import sanitise

# The editor shows a text as the reader's page does.
CONTENT_CSS = ("css/tokens.css", "css/prose.css", "editor/content.css")


class EditorWidget(CKEditorWidget):  # type: ignore[misc]  # it has no types
    """A text area that becomes CKEditor where scripts run.

    Nothing but sanitised HTML reaches it, whether it was stored, typed or forged.
    """

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(template_name="editor/widget.html", attrs=attrs)

    def format_value(self, value: Any) -> str:
        return for_editing(value or "")

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        # django-ckeditor writes into this dict, which copies of a widget share.
        self.config: dict[str, Any] = {
            **self.config,
            "contentsCss": [static(sheet) for sheet in CONTENT_CSS],
            "contentsLanguage": (attrs or {}).get("lang") or self.attrs.get("lang", ""),
        }
        context: dict[str, Any] = super().get_context(name, value, attrs)
        return context

    @property
    def media(self) -> Media:
        ours = Media(css={"all": ["editor/frame.css"]}, js=["editor/editor.js"])
        return cast(Media, super().media) + ours


def for_editing(body: str) -> str:
    """A body that can be loaded into an editor; what cannot be cleaned is shown as its source."""
    try:
        return sanitise(body)
    except MarkupError:
        return escape(body)
