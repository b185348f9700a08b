"""The page on which a term gets another spelling and with it another address."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from posts.actions import begin_rename
from posts.batches import prepare
from posts.batches.merge import order_of
from posts.merging import plan_of
from taxonomy.models import Category
from taxonomy.models.term import Term
from taxonomy.slugs import NoAddressError, slugify_term
from taxonomy.synonyms import check_free

from .term_page import TermPage


class RenameForm(forms.Form):
    """A label that gives another address. A category's is the address itself."""

    to = forms.CharField(label=gettext_lazy("New name"), max_length=200)

    def __init__(self, *args: Any, term: Term, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.term = term
        if isinstance(term, Category):
            self.fields["to"].label = _("New address")

    def clean_to(self) -> str:
        label: str = self.cleaned_data["to"].strip()
        try:
            slug = slugify_term(label)
        except NoAddressError as error:
            raise ValidationError(str(error)) from error
        if slug == self.term.slug:
            raise ValidationError(_("That gives the address that it has: %s.") % slug)
        is_section = isinstance(self.term, Category) and self.term.posts_in_section.exists()
        if is_section and "/" in slug:
            raise ValidationError(_("“%s” cannot stand in an address.") % slug)
        check_free(self.term, slug)
        return slug if isinstance(self.term, Category) else label


class RenameView(TermPage):
    def rename_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask for the spelling (`to`), say what will happen, and do it when it is sent."""
        term = self.term_of(request, pk)
        given = request.POST if request.method == "POST" else request.GET
        form = RenameForm(given if "to" in given else None, term=term)
        title = _("Change the address of “%s”") % term.title
        if not form.is_valid():
            return self.show(request, "rename", title, term=term, form=form)
        label: str = form.cleaned_data["to"]
        heir = type(term).written(term.language, label, slugify_term(label))
        plan = plan_of(term, heir)
        if request.method == "POST":
            by = cast(Any, request.user)
            with transaction.atomic():
                heir = begin_rename(term, label, by=by)
                batch = prepare("merge", by=by, order=order_of(term, heir), total=plan.posts)
            return self.carry_out(request, batch, heir)
        return self.show(
            request, "rename", title, term=term, survivor=heir, plan=plan, form=form, label=label
        )
