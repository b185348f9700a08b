"""What any import does to a text so that it is like those that were written here."""

from dataclasses import replace

from posts.content import CitationContent, PostContent
from posts.sources_line import cut
from posts.syndication import sources_lead
from publication.models import Publication
from safeguards.html import sanitise


def in_house_style(content: PostContent, publication: Publication) -> PostContent:
    """The same content with a clean body, its sources as citations, and no needless byline.

    The line of sources at the end of the body becomes citations where it can be put together again
    exactly. Who signs as the publication does is no author. Raises
    `safeguards.effort.MarkupError` for a body that cannot be made clean.
    """
    body = sanitise(content.body).strip()
    citations = content.citations
    if not citations and (parted := cut(body, [sources_lead(publication.locale)])):
        body = parted.body
        citations = tuple(CitationContent(label=ref.label, url=ref.url) for ref in parted.sources)
    authors = () if content.authors == (publication.byline,) else content.authors
    return replace(content, body=body, citations=citations, authors=authors)
