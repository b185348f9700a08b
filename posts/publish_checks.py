"""What a newsroom looks for before a post goes out, whoever reads it how."""

from collections.abc import Iterator
from typing import Final

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .checks import Level, Remark
from .models import Citation, Post

CODES: Final = ("no-category", "no-source", "source-in-future", "same-headline", "same-slug")


def publish_checks(post: Post) -> Iterator[Remark]:
    """All of them. They fetch nothing, and cost a fixed number of queries."""
    yield from _unfiled(post)
    yield from _unsourced(post)
    yield from _doubled(post)


def _unfiled(post: Post) -> Iterator[Remark]:
    if not post.filed.exists():
        message = _("It has no category: no category page and no feed of one lists it.")
        yield Remark(Level.BROKEN, "no-category", message)


def _unsourced(post: Post) -> Iterator[Remark]:
    sources = [row for row in post.citations.all() if row.role == Citation.Role.SOURCE]
    if not sources:
        yield Remark(Level.BROKEN, "no-source", _("It cites no source."))
    today = timezone.localdate(timezone=post.publication.zone)
    for row in sources:
        if row.date is not None and row.date > today:
            message = _("A source is dated in the future: %(date)s.")
            values = {"date": date_format(row.date)}
            yield Remark(Level.BROKEN, "source-in-future", message % values, row.label)


def _doubled(post: Post) -> Iterator[Remark]:
    others = Post.objects.filter(publication_id=post.publication_id).exclude(pk=post.pk)
    same = others.filter(title__iexact=post.title).order_by("-pk").only("title", "status").first()
    if same is not None:
        message = _("Another post has this headline (%(status)s).")
        values = {"status": same.get_status_display()}
        yield Remark(Level.BROKEN, "same-headline", message % values, same.title)
    double = others.filter(slug=post.slug).order_by("-pk").only("title").first()
    if double is not None:
        message = _("Another post ends in the same address, in another section.")
        yield Remark(Level.HINT, "same-slug", message, double.title)
