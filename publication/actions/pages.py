from hashlib import sha256

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction

from publication.models import Page, Publication
from publication.outcome import Outcome
from safeguards.effort import MarkupError
from safeguards.html import sanitise
from safeguards.text import xml_safe

from .require import require


@transaction.atomic
def import_page(
    publication: Publication,
    path: str,
    title: str,
    summary: str,
    body: str,
    *,
    by: AbstractBaseUser | None,
) -> tuple[Page, Outcome]:
    """Take in a page from elsewhere, or what became of it there since it was taken in.

    `path` is below the language: `about`, `about/team`. `body` is HTML, clean or not. A page that
    was begun or changed here is left alone (`EDITED_HERE`) unless it is unchanged there. Raises
    ValidationError for a path that belongs to another part of the site, and for a body that
    cannot be made clean.
    """
    require(by, "change_page")
    path = path.strip("/")
    came = _digest(title, summary, body)
    # Others who import the same page wait here; the one that is not there yet, they may both make.
    Publication.objects.select_for_update(no_key=True).get(pk=publication.pk)
    page = Page.objects.filter(publication=publication, path=path).first()
    if page is not None and page.came == came:
        return page, Outcome.UNCHANGED
    if page is not None and page.made != _stored(page):
        return page, Outcome.EDITED_HERE
    outcome = Outcome.CREATED if page is None else Outcome.UPDATED
    page = page or Page(publication=publication, path=path)
    page.title = " ".join(xml_safe(title).split())
    page.summary = xml_safe(summary).strip()
    page.body = _clean(body)
    page.full_clean()
    page.came, page.made = came, _stored(page)
    page.save()
    return page, outcome


def _clean(body: str) -> str:
    try:
        return sanitise(body).strip()
    except MarkupError as error:
        raise ValidationError({"body": str(error)}) from error


def _stored(page: Page) -> str:
    return _digest(page.title, page.summary, page.body)


def _digest(*texts: str) -> str:
    # No text holds a NUL where it is stored, so none can end where another begins.
    return sha256("\0".join(texts).encode(errors="surrogatepass")).hexdigest()
