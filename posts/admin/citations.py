"""The sources of a post, as rows below its text."""

from functools import cached_property
from operator import itemgetter
from typing import Any, ClassVar, Final

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from posts.content import CitationContent
from posts.independence import Weight, weigh
from posts.models import Citation, Post
from posts.usual_label import usual_label
from posts.working import working_citations
from sources.domains import domain_of
from sources.web_address import with_scheme

FIELDS = ("label", "url", "headline", "date", "role")
# What a row says by itself, its order and its role aside.
_SAID = ("url", "headline", "date")


class CitationForm(forms.ModelForm[Citation]):
    order = forms.IntegerField(
        label=gettext_lazy("Order"),
        required=False,
        min_value=0,
        max_value=10_000,
        widget=forms.NumberInput(attrs={"class": "source-place"}),
    )

    class Meta:
        model = Citation
        fields = FIELDS
        widgets = {
            "url": forms.URLInput(attrs={"placeholder": "https://", "data-source-url": True})
        }

    def __init__(
        self, *args: Any, post: Post, rows: "CitationFormSet | None", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.post = post
        self.rows = rows
        self.fields["label"].required = False

    def clean_url(self) -> str:
        """Take `reuters.com/world/…` as browsers do."""
        return with_scheme(self.cleaned_data["url"])

    def clean(self) -> dict[str, Any]:
        """Name a source that its address makes known. A row that was emptied is no source."""
        cleaned = super().clean() or self.cleaned_data
        if any(map(cleaned.get, _SAID)) and not cleaned.get("label"):
            cleaned["label"] = usual_label(cleaned.get("url", ""), self.post.publication_id)
            cleaned["label"] = cleaned["label"] or domain_of(cleaned.get("url", ""))
            if not cleaned["label"] and "label" not in self.errors:
                raise ValidationError({"label": _("Who is cited? Write a name.")})
        return cleaned

    @property
    def remark(self) -> str:
        """What is to be said beside the row as it stands on the page; "" for nothing."""
        return self.rows.weight.remark(self.rows.forms.index(self)) if self.rows else ""

    def says(self) -> dict[str, Any]:
        """What the valid row says. One that nobody touched says what it said before."""
        return dict(self.cleaned_data or self.initial)

    def place(self, index: int) -> tuple[int, int]:
        """Sorts the rows: one that was moved to a number stands where the one of that number was.

        Above it when it came from below, and below it when it came from above.
        """
        was, now = self.initial.get("order"), self.says().get("order")
        if now is None:
            return index + 1, 0
        return now, -1 if was is None or now < was else int(now > was)


class CitationFormSet(BaseInlineFormSet[Citation, Post, CitationForm]):
    """Rows that know nothing of the rows in the database.

    Each save writes those anew, so that their keys would be old as soon as somebody else saved.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        instance: Post = kwargs["instance"]
        self.stored = working_citations(instance) if instance.pk else ()
        self.extra = len(self.stored) or 1
        kwargs["queryset"] = Citation.objects.none()
        kwargs["initial"] = [
            {**{name: getattr(row, name) for name in FIELDS}, "order": place}
            for place, row in enumerate(self.stored, start=1)
        ]
        super().__init__(*args, **kwargs)

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        rows = self if index is not None else None  # the row for new ones is none of them
        return {**super().get_form_kwargs(index), "post": self.instance, "rows": rows}

    def contents(self) -> tuple[CitationContent, ...]:
        """What the rows say in their order, once they are valid.

        The publisher is sought anew where label or address are others than before.
        """
        valid = (
            (form.place(index), form) for index, form in enumerate(self.forms) if form.is_valid()
        )
        rows = [form.says() for _place, form in sorted(valid, key=itemgetter(0))]
        return tuple(
            CitationContent(
                **{name: row[name] for name in FIELDS},
                publisher=self._known.get((row["label"], row["url"])),
            )
            for row in rows
            if row.get("label") and not row.get("DELETE")
        )

    @cached_property
    def weight(self) -> Weight:
        """What the rows amount to as they stand on the page, valid or not."""
        return weigh([self._shown(form) for form in self.forms])

    @cached_property
    def _known(self) -> dict[tuple[str, str], int | None]:
        return {(row.label, row.url): row.publisher for row in self.stored}

    def _shown(self, form: CitationForm) -> CitationContent:
        label, url, role = (str(form[name].value() or "") for name in ("label", "url", "role"))
        publisher = self._known.get((label, url))
        return CitationContent(label=label, url=with_scheme(url), role=role, publisher=publisher)


MOST: Final = 200
"""Rows in one form: a sent one that has more is refused before it costs anything."""


class CitationInline(admin.StackedInline[Citation, Post]):
    """Edited with the post and by whoever may edit it; the action writes the rows."""

    model = Citation
    form = CitationForm
    formset = CitationFormSet  # type: ignore[assignment]  # of CitationForm, not of any form
    fields = [("label", "url"), ("headline", "date", "role")]
    template = "admin/posts/post/_citations.html"
    max_num = MOST

    class Media:
        css: ClassVar = {"all": ["desk/sources.css"]}
        js: ClassVar = ["desk/order.js", "desk/sources.js"]

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        return super().get_formset(request, obj, absolute_max=MOST, validate_max=True, **kwargs)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True
