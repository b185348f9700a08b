"""What pages say of a post's sources."""

from django import template

from posts.independence import independent
from posts.models import Post
from sources.domains import domain_of

register = template.Library()


@register.filter
def source_count(post: Post) -> int:
    """How many publishers it rests on: `via` is no source of its own. Needs `citations`."""
    return independent((row.publisher_id, row.role) for row in post.citations.all())


@register.filter
def domain(url: str) -> str:
    """`bbc.co.uk` of an address."""
    return domain_of(url)
