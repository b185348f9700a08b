"""Makes the demo newsroom out of its files."""

import uuid
from collections import Counter

from django.db import transaction

from posts.actions import Origin, import_post
from posts.content import CitationContent, PostContent
from publication.models import Page, Publication
from safeguards.html import sanitise
from sources.models import Publisher, PublisherDomain
from taxonomy.models import Category, Tag
from taxonomy.slugs import slug_from_title, slugify_term
from taxonomy.titles import title_of_term

from . import files

# Guids of demo posts are the same on every machine, so that loading twice makes none twice.
NAMESPACE = uuid.UUID("5f0c1f0e-6a3e-4f5b-9d0a-3c1d2f7b8e90")


@transaction.atomic
def load() -> Counter[str]:
    """Load everything, and count it by language code. The database is empty before."""
    site = files.site()
    for position, row in enumerate(site["publications"]):
        Publication.objects.create(position=position, **row)
    for position, row in enumerate(site["categories"]):
        Category.objects.create(position=position, **row)
    for row in site["tags"]:
        slug = slugify_term(row["name"])
        Tag.objects.create(slug=slug, title=title_of_term(row["name"]), **row)
    for row in site["publishers"]:
        domains = row.pop("domains")
        publisher = Publisher.objects.create(slug=slug_from_title(row["name"]), **row)
        PublisherDomain.objects.bulk_create(
            PublisherDomain(publisher=publisher, domain=domain) for domain in domains
        )
    for document in files.pages():
        _load_page(document)
    return Counter(_load_post(document) for document in files.posts())


def _load_page(document: files.Document) -> None:
    Page.objects.create(
        publication_id=document.language,
        path=document.slug,
        title=document.values["title"],
        summary=document.values["summary"],
        body=sanitise(document.body),
    )


def _load_post(document: files.Document) -> str:
    values = document.values
    content = PostContent(
        title=values["title"],
        slug=document.slug,
        section=document.section,
        summary=values["summary"],
        body=document.body,
        categories=tuple(values["categories"]),
        tags=tuple(values["tags"]),
        authors=tuple(values["authors"]),
        citations=tuple(
            CitationContent(
                label=row["publisher"],
                url=row["url"],
                headline=row["headline"],
                date=row.get("date"),
                role=row["role"],
            )
            for row in values["sources"]
        ),
    )
    name = f"{document.language}/{document.section}/{document.slug}"
    origin = Origin(
        guid=uuid.uuid5(NAMESPACE, name).urn,
        guid_is_permalink=False,
        published_at=values["date"],
    )
    import_post(Publication.objects.get(code=document.language), content, origin, by=None)
    return document.language
