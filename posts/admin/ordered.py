"""From a form that is filled in to the order that it gives."""

from collections.abc import Iterable
from typing import Any

from django.forms import BaseFormSet

from posts.actions import KEPT, Limits, NewDate

from .carry_out import CorrectionOrder, Order
from .citations import CitationFormSet
from .corrections import CorrectionFormSet
from .form import PostForm


def order_of(form: PostForm, formsets: Iterable[BaseFormSet[Any]]) -> Order:
    """What the valid form and its rows ask for."""
    values = form.cleaned_data
    citations = next(rows for rows in formsets if isinstance(rows, CitationFormSet))
    return Order(
        verb=values["verb"],
        content=form.content(citations),
        corrections=corrections_of(formsets),
        published_at=_new(form, "published_at"),
        publish_at=values.get("publish_at"),
        limits=Limits(
            embargo_until=_new(form, "embargo_until"), withdraw_at=_new(form, "withdraw_at")
        ),
        is_significant=values["significant"],
        note=values["note"],
    )


def _new(form: PostForm, name: str) -> NewDate:
    return form.cleaned_data[name] if name in form.changed_data else KEPT


def corrections_of(formsets: Iterable[BaseFormSet[Any]]) -> tuple[CorrectionOrder, ...]:
    """What is to be put right: nothing where no rows are shown."""
    shown = [rows for rows in formsets if isinstance(rows, CorrectionFormSet)]
    return tuple(order for rows in shown for order in rows.orders())
