"""The sources of a post, as rows below its text."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from posts.content import CitationContent
from posts.models import Citation, Post
from posts.working import working_citations
from sources.models import Publisher

FIELDS = ("label", "url", "headline", "date", "role")


class CitationForm(forms.ModelForm[Citation]):
    class Meta:
        model = Citation
        fields = FIELDS
        widgets = {"url": forms.URLInput(attrs={"placeholder": "https://"})}

    def __init__(self, *args: Any, post: Post, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.post = post
        self.fields["label"].required = False

    def clean_url(self) -> str:
        """Take `reuters.com/world/…` as browsers do."""
        url: str = self.cleaned_data["url"]
        return f"https://{url}" if url and ":" not in url.partition("/")[0] else url

    def clean(self) -> dict[str, Any]:
        """Name a source that its address makes known. A row that was emptied is no source."""
        cleaned = super().clean() or self.cleaned_data
        if any(map(cleaned.get, ("url", "headline", "date"))) and not cleaned.get("label"):
            cleaned["label"] = _usual_label(cleaned.get("url", ""), self.post.publication_id)
            if not cleaned["label"] and "label" not in self.errors:
                raise ValidationError({"label": _("Who is cited? Write a name.")})
        return cleaned


class CitationFormSet(BaseInlineFormSet[Citation, Post, CitationForm]):
    """Rows that know nothing of the rows in the database.

    Each save writes those anew, so that their keys would be old as soon as somebody else saved.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        instance: Post = kwargs["instance"]
        self.stored = working_citations(instance) if instance.pk else ()
        self.extra = len(self.stored) or 1
        kwargs["queryset"] = Citation.objects.none()
        kwargs["initial"] = [{name: getattr(row, name) for name in FIELDS} for row in self.stored]
        super().__init__(*args, **kwargs)

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "post": self.instance}

    def contents(self) -> tuple[CitationContent, ...]:
        """What the rows say, once they are valid.

        The publisher is sought anew where label or address are others than before.
        """
        known = {(row.label, row.url): row.publisher for row in self.stored}
        rows = [form.cleaned_data or form.initial for form in self.forms if form.is_valid()]
        return tuple(
            CitationContent(
                **{name: row[name] for name in FIELDS},
                publisher=known.get((row["label"], row["url"])),
            )
            for row in rows
            if row.get("label") and not row.get("DELETE")
        )


def _usual_label(url: str, language: str) -> str:
    """How the publisher on whose domain an address is was cited last, in a language."""
    publisher = Publisher.objects.known_by(url, "") if url else None
    if publisher is None:
        return ""
    cited = Citation.objects.filter(publisher=publisher, post__publication__code=language)
    last = cited.order_by("-pk").values_list("label", flat=True).first()
    return last or publisher.name


class CitationInline(admin.StackedInline[Citation, Post]):
    """Edited with the post and by whoever may edit it; the action writes the rows."""

    model = Citation
    form = CitationForm
    formset = CitationFormSet  # type: ignore[assignment]  # of CitationForm, not of any form
    fields = [("label", "url"), ("headline", "date", "role")]

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True
