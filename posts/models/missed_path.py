from django.db import models
from django.utils.translation import gettext_lazy as _


class MissedPath(models.Model):
    """A path that was asked for and is not there. The empty one stands for what scanners ask.

    `referrers` are the pages that led there, with how often: a path of this site, or another
    site's host and path. Nothing is kept of who asked.
    """

    path = models.CharField(_("path"), max_length=500, unique=True)
    hits = models.PositiveIntegerField(_("hits"))
    first_seen = models.DateField(_("first seen"))
    last_seen = models.DateField(_("last seen"))
    is_ignored = models.BooleanField(_("ignored"), default=False)
    referrers = models.JSONField(_("referring pages"), default=dict)

    class Meta:
        ordering = ["-hits", "path"]
        verbose_name = _("missing page")
        verbose_name_plural = _("missing pages")
        default_permissions = ()

    def __str__(self) -> str:
        return self.path


class DailyMisses(models.Model):
    """How often a path that is not there was asked for on a day in UTC."""

    pk = models.CompositePrimaryKey("missed", "day")
    missed = models.ForeignKey(
        MissedPath, models.CASCADE, related_name="daily", verbose_name=_("path"), db_index=False
    )
    day = models.DateField(_("day"), db_index=True)
    hits = models.PositiveIntegerField(_("hits"))

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.missed_id} {self.day} {self.hits}"
