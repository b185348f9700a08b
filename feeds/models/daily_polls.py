from django.db import models
from django.utils.translation import gettext_lazy as _


class DailyPolls(models.Model):
    """How often a client asked for a feed on a day (UTC), and what it was told.

    Nothing here tells one subscriber from another: clients are programs, not people.
    """

    day = models.DateField(_("day"))
    # Decoded; with the query where that is part of what the feed is.
    path = models.CharField(_("feed"), max_length=500)
    # "" for those that say no name, and for those beyond what a day keeps.
    client = models.CharField(_("client"), max_length=100, blank=True)
    polls = models.PositiveIntegerField(_("polls"), default=0)
    full = models.PositiveIntegerField("200", default=0)
    delta = models.PositiveIntegerField("226", default=0)
    unchanged = models.PositiveIntegerField("304", default=0)
    missing = models.PositiveIntegerField("404, 410", default=0)
    sent = models.PositiveBigIntegerField(_("bytes sent"), default=0)
    # The highest number that the client announced that day; none if it never does.
    subscribers = models.PositiveIntegerField(_("subscribers"), null=True)

    class Meta:
        verbose_name = _("feed health")
        verbose_name_plural = _("feed health")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["day", "path", "client"], name="daily_polls_unique"),
        ]
        indexes = [models.Index(fields=["path", "day"], name="daily_polls_of_a_feed")]

    def __str__(self) -> str:
        return f"{self.day} {self.path} {self.client}"
