"""Between which dates a newsroom lives: a year beyond them is a slip of the pen."""

from datetime import UTC, datetime
from typing import Final

from django.db.models import Q

EARLIEST: Final = datetime(1000, 1, 1, tzinfo=UTC)
LATEST: Final = datetime(3000, 1, 1, tzinfo=UTC)
"""Beyond them no clock of every zone can show a date."""


def in_reach(*fields: str) -> Q:
    """The condition that these dates, where there are any, lie between the two."""
    condition = Q()
    for field in fields:
        condition &= Q(**{f"{field}__gte": EARLIEST, f"{field}__lt": LATEST}) | Q(
            **{f"{field}__isnull": True}
        )
    return condition
