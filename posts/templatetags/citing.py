"""What pages say of a post's sources."""

from django import template

from posts.models import Citation, Post
from sources.domains import domain_of

register = template.Library()


@register.filter
def source_count(post: Post) -> int:
    """How many publishers it rests on: `via` is no source of its own. Needs `citations`."""
    rows = post.citations.all()
    return len({row.publisher_id for row in rows if row.role == Citation.Role.SOURCE})


@register.filter
def domain(url: str) -> str:
    """`bbc.co.uk` of an address."""
    return domain_of(url)
