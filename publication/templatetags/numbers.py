"""Numbers as the language writes them."""

from django import template
from django.utils.formats import get_format
from django.utils.numberformat import format as format_number

register = template.Library()


@register.filter
def number(value: int) -> str:
    """12,345."""
    grouping = get_format("NUMBER_GROUPING")
    # Django knows a group of four and no separator for Chinese; print sets three and a comma
    # (GB/T 15835-2011, 5.1.3).
    return format_number(
        value,
        get_format("DECIMAL_SEPARATOR"),
        grouping=3 if grouping in (0, 4) else grouping,
        thousand_sep=get_format("THOUSAND_SEPARATOR") or ",",
        force_grouping=True,
    )
