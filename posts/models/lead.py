from django.db import models
from django.utils.translation import gettext_lazy as _

from publication.models import Publication


class Lead(models.Model):
    """A post that is pinned to a place at the top of a front page, for good or for a time.

    Change it through `posts.actions`.
    """

    PLACES = 4
    """The lead, and those beside it."""

    publication = models.ForeignKey(
        Publication, models.CASCADE, to_field="code", db_column="language", related_name="leads"
    )
    post = models.OneToOneField("posts.Post", models.CASCADE, related_name="lead")
    # 0 leads; the others stand beside it, in this order.
    place = models.PositiveSmallIntegerField(_("place"), default=0)
    starts_at = models.DateTimeField(_("from"), null=True, blank=True)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    # Set and taken away by the actions and, at its times, by the worker.
    is_shown = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("pinned lead")
        verbose_name_plural = _("pinned leads")
        ordering = ["place", "starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "place"],
                condition=models.Q(is_shown=True),
                name="lead_one_a_place",
            ),
            models.CheckConstraint(condition=models.Q(place__lt=4), name="lead_place_is_there"),
            models.CheckConstraint(
                condition=models.Q(starts_at__isnull=True)
                | models.Q(ends_at__isnull=True)
                | models.Q(ends_at__gt=models.F("starts_at")),
                name="lead_ends_after_it_starts",
                violation_error_message=_("It ends before it starts."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.post)
