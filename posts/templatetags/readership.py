"""What the desk's first page shows of readership."""

from django.template import Library

from posts.readership import figures

register = Library()

SHOWN = 10


@register.simple_tag
def most_read() -> list[figures.Ranked]:
    """The posts that were opened most this week, the most read one first."""
    return figures.most_read(SHOWN)
