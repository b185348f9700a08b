"""From content as it came to content that may be stored. Pure, but for the sanitiser's work."""

from collections.abc import Iterable
from dataclasses import replace

from django.core.exceptions import ValidationError

from safeguards.effort import MarkupError
from safeguards.html import sanitise
from safeguards.text import xml_safe

from .content import CitationContent, PostContent


def cleaned(content: PostContent) -> PostContent:
    """The same content, safe to store: cleaning twice changes nothing.

    The body is sanitised HTML; everything else is plain text without characters that XML
    cannot hold, on one line but for the summary. Labels that are empty or repeated go. Raises
    ValidationError for a body that cannot be made clean.
    """
    return replace(
        content,
        title=one_line(content.title),
        slug=one_line(content.slug),
        section=one_line(content.section),
        summary=lines(content.summary),
        body=_body(content.body),
        categories=_labels(content.categories),
        tags=_labels(content.tags),
        authors=_labels(content.authors),
        picture=one_line(content.picture),
        picture_caption=one_line(content.picture_caption) if content.picture else "",
        citations=tuple(_citation(row) for row in content.citations),
    )


def _body(html: str) -> str:
    try:
        return sanitise(html).strip()
    except MarkupError as error:
        raise ValidationError({"body": str(error)}) from error


def one_line(text: str) -> str:
    """Plain text without control characters, white space collapsed."""
    return " ".join(xml_safe(text).split())


def lines(text: str) -> str:
    """Plain text without control characters; line ends and no-break spaces stay."""
    return xml_safe(text).replace("\r\n", "\n").replace("\r", "\n").strip()


def _labels(labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(label for raw in labels if (label := one_line(raw))))


def _citation(row: CitationContent) -> CitationContent:
    return replace(
        row, label=one_line(row.label), url=one_line(row.url), headline=one_line(row.headline)
    )
