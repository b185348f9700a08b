"""What each kind of work on many posts asks before it begins."""

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from publication.known import known
from taxonomy.models import Category
from taxonomy.slugs import NoAddressError, slugify_term

from .labels import LabelsField

LONGEST = 200


class NothingForm(forms.Form):
    """Nothing but whether it is to be done."""

    def __init__(self, *args: Any, languages: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.languages = languages

    def order(self) -> dict[str, Any]:
        """What the batch is told."""
        return {}


class TagsForm(NothingForm):
    language = forms.ChoiceField(
        label=gettext_lazy("Posts in"),
        help_text=gettext_lazy("A tag belongs to one language. The other posts stay as they are."),
    )
    labels = LabelsField(label=gettext_lazy("Tags"), help_text=gettext_lazy("Separated by commas."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        attributes = self.fields["labels"].widget.attrs
        attributes["data-complete-url"] = reverse("admin:posts_post_complete_tags")
        attributes["data-language"] = next(iter(self.languages), "")
        names = {row.code: str(row) for row in known()}
        choices = [(code, names.get(code, code)) for code in self.languages]
        self.fields["language"].choices = choices  # type: ignore[attr-defined]
        if len(choices) < 2:
            del self.fields["language"]

    def clean_labels(self) -> tuple[str, ...]:
        labels: tuple[str, ...] = self.cleaned_data["labels"]
        if not labels:
            raise ValidationError(_("Name a tag."))
        for label in labels:
            try:
                slugify_term(label)
            except NoAddressError as error:
                raise ValidationError(str(error)) from error
            if len(label) > LONGEST:
                raise ValidationError(_("“%s…” is too long.") % label[:40])
        return labels

    def order(self) -> dict[str, Any]:
        order: dict[str, Any] = {"labels": list(self.cleaned_data["labels"])}
        if language := self.cleaned_data.get("language"):
            order["language"] = language
        return order


class CategoryForm(NothingForm):
    category = forms.ChoiceField(label=gettext_lazy("Category"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Category.objects.filter(language__in=self.languages)
        # The same category in several languages is one choice: its address tells which.
        self.titles = {row.slug: row.title for row in rows}
        self.fields["category"].choices = list(self.titles.items())  # type: ignore[attr-defined]

    def order(self) -> dict[str, Any]:
        slug = self.cleaned_data["category"]
        return {"category": slug, "title": self.titles[slug]}


FORMS: Final[dict[str, type[NothingForm]]] = {
    "add_tags": TagsForm,
    "remove_tags": TagsForm,
    "file_under": CategoryForm,
}
