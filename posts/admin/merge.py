"""The page on which one merges a term into another: it says first what will happen."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from posts.batches import prepare
from posts.batches.merge import order_of
from posts.merging import plan_of
from taxonomy.models.term import Term
from taxonomy.slugs import NoAddressError, slugify_term
from taxonomy.synonyms import check_mergeable

from .labels import LabelsField
from .term_page import TermPage


class MergeForm(forms.Form):
    """The term that stays, by its name; a synonym names what it stands for."""

    into = LabelsField(label=gettext_lazy("Merge into"))

    def __init__(self, *args: Any, term: Term, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.term = term
        attributes = self.fields["into"].widget.attrs
        address = reverse("admin:posts_post_complete_terms", args=[term._meta.model_name])
        attributes.update(
            {"data-complete-url": address, "data-language": term.language, "data-known": ""}
        )

    def clean_into(self) -> Term:
        labels: tuple[str, ...] = self.cleaned_data["into"]
        if len(labels) != 1:
            raise ValidationError(_("Name one."))
        try:
            slug = slugify_term(labels[0])
        except NoAddressError as error:
            raise ValidationError(str(error)) from error
        every = type(self.term).every.select_related("merged_into")
        found = every.filter(language=self.term.language, slug=slug).first()
        if found is None:
            raise ValidationError(_("There is nothing called “%s”.") % labels[0])
        survivor: Term = found.merged_into or found
        check_mergeable(self.term, survivor)
        return survivor


class MergeView(TermPage):
    def merge_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask for the survivor (`into`), say what will happen, and do it when it is sent."""
        term = self.term_of(request, pk)
        given = request.POST if request.method == "POST" else request.GET
        form = MergeForm(given if "into" in given else None, term=term)
        if not form.is_valid():
            return self.show(request, "merge", _title(term), term=term, form=form)
        survivor: Term = form.cleaned_data["into"]
        plan = plan_of(term, survivor)
        if request.method == "POST" and not plan.clashes:
            batch = prepare(
                "merge",
                by=cast(Any, request.user),
                order=order_of(term, survivor),
                total=plan.posts,
            )
            return self.carry_out(request, batch, survivor)
        return self.show(
            request, "merge", _title(term), term=term, survivor=survivor, plan=plan, form=form
        )


def _title(term: Term) -> str:
    return _("Merge “%s”") % term.title
