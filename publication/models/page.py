from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .publication import Publication

# What a page may not be called: these stand at the same place in the addresses.
RESERVED = frozenset(
    [
        "archive",
        "authors",
        "categories",
        "corrections",
        "feeds",
        "page",
        "posts",
        "search",
        "sources",
        "subscribe",
        "tags",
    ]
)
PATH = r"[^\s/?#%.][^\s/?#%]*(?:/[^\s/?#%.][^\s/?#%]*)*"


class Page(models.Model):
    """What is not news: about, privacy. Its address is `/<language>/<path>/`."""

    publication = models.ForeignKey(
        Publication,
        models.PROTECT,
        to_field="code",
        db_column="language",
        related_name="pages",
        verbose_name=_("publication"),
    )
    path = models.CharField(
        _("path"),
        max_length=200,
        validators=[RegexValidator(rf"\A{PATH}\Z", _("Write a path such as “about”."))],
        help_text=_("“about” is shown at /en/about/. It cannot change later."),
    )
    title = models.CharField(_("title"), max_length=200)
    summary = models.TextField(_("summary"), blank=True)
    body = models.TextField(_("body"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    modified_at = models.DateTimeField(_("modified"), auto_now=True)
    # Of what came from another system, and of what was stored of it; "" for one begun here.
    came = models.CharField(max_length=64, blank=True, editable=False)
    made = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        ordering = ["position", "path"]
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        constraints = [
            models.UniqueConstraint(fields=["publication", "path"], name="page_unique_address"),
            models.CheckConstraint(
                condition=~models.Q(path__regex=rf"^(?:{'|'.join(sorted(RESERVED))})(?:/|$)"),
                name="page_path_is_not_reserved",
                violation_error_message=_("That path belongs to another part of the site."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse(
            "publication:page", kwargs={"language": self.publication_id, "path": self.path}
        )
