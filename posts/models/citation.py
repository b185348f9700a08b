from django.db import models
from django.utils.translation import gettext_lazy as _

from sources.models import Publisher


class Citation(models.Model):
    """A source of a post, as the post cites it."""

    class Role(models.TextChoices):
        SOURCE = "source", _("Source")
        VIA = "via", _("Via")

    post = models.ForeignKey("posts.Post", models.CASCADE, related_name="citations")
    publisher = models.ForeignKey(
        Publisher,
        models.PROTECT,
        related_name="citations",
        verbose_name=_("publisher"),
        db_index=False,
    )
    label = models.CharField(
        _("label"), max_length=300, help_text=_("The publisher as it is cited here: “Reuters”.")
    )
    url = models.CharField(_("address"), max_length=2000, blank=True)
    headline = models.CharField(_("headline"), max_length=500, blank=True)
    date = models.DateField(_("date"), null=True, blank=True)
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.SOURCE)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(url="") | models.Q(url__iregex=r"^https?://[^\s]+$"),
                name="citation_url_is_http",
                violation_error_message=_("Write an address that begins with http:// or https://."),
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=["source", "via"]), name="citation_role_is_known"
            ),
        ]
        indexes = [models.Index(fields=["publisher", "post"], name="citation_by_publisher")]

    def __str__(self) -> str:
        return self.label
