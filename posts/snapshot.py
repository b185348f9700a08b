"""From the rows of a post to its PostContent."""

from .content import CitationContent, PostContent
from .models import Post


def content_of(post: Post) -> PostContent:
    """What a post holds now, read from the database."""
    return PostContent(
        title=post.title,
        slug=post.slug,
        section=post.section.slug if post.section else "",
        summary=post.summary,
        body=post.body,
        categories=tuple(post.filed.values_list("label", flat=True)),
        tags=tuple(label for row in post.tagged.all() for label in row.labels),
        citations=citations_of(post),
        picture=post.picture.name if post.picture else "",
        picture_caption=post.picture_caption,
        authors=tuple(post.authorships.values_list("author__name", flat=True)),
    )


def citations_of(post: Post) -> tuple[CitationContent, ...]:
    """The sources that a post cites now, in order."""
    return tuple(
        CitationContent(
            label=row.label,
            url=row.url,
            headline=row.headline,
            date=row.date,
            role=row.role,
            publisher=row.publisher_id,
        )
        for row in post.citations.all()
    )
