"""Makes the demo newsroom out of its files."""

import uuid
from collections import Counter
from io import BytesIO
from typing import Any

from django.conf import settings
from django.db import transaction

from images.actions import upload_picture
from images.models import Picture
from images.raster import prepare
from posts.actions import Origin, import_post
from posts.content import CitationContent, PostContent
from publication.models import Page, Publication
from safeguards.html import sanitise
from sources.models import Publisher, PublisherDomain
from taxonomy.models import Category, Tag
from taxonomy.slugs import slug_from_title, slugify_term
from taxonomy.titles import title_of_term

from . import charts, files

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
    names = {name: _load_picture(row) for name, row in files.pictures().items()}
    return Counter(_load_post(document, names) for document in files.posts())


def _load_picture(row: dict[str, Any]) -> str:
    """The name under which the newsroom knows the picture."""
    drawn = charts.draw(
        charts.Steps(
            days=[(day, rate) for day, rate in row.pop("days")],
            end=row.pop("end"),
            grid=row.pop("grid"),
        )
    )
    master = prepare(
        BytesIO(drawn),
        most_bytes=settings.PICTURE_MAX_BYTES,
        most_pixels=settings.PICTURE_MAX_PIXELS,
    )
    return upload_picture(master, Picture(**row), by=None).name


def _load_page(document: files.Document) -> None:
    Page.objects.create(
        publication_id=document.language,
        path=document.slug,
        title=document.values["title"],
        summary=document.values["summary"],
        body=sanitise(document.body),
    )


def _load_post(document: files.Document, pictures: dict[str, str]) -> str:
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
        picture=pictures[values["picture"]] if "picture" in values else "",
        picture_caption=values.get("picture_caption", ""),
    )
    name = f"{document.language}/{document.section}/{document.slug}"
    origin = Origin(
        guid=uuid.uuid5(NAMESPACE, name).urn,
        guid_is_permalink=False,
        published_at=values["date"],
    )
    import_post(Publication.objects.get(code=document.language), content, origin, by=None)
    return document.language
