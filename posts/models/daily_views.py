from django.db import models
from django.utils.translation import gettext_lazy as _

from .post import Post


class DailyViews(models.Model):
    """How often people opened a post on a day. A number: nothing tells one reader from another."""

    pk = models.CompositePrimaryKey("post", "day")
    post = models.ForeignKey(
        Post, models.CASCADE, related_name="daily_views", db_index=False, verbose_name=_("post")
    )
    # In the time zone of the post's publication.
    day = models.DateField(_("day"), db_index=True)
    views = models.PositiveIntegerField(_("views"))

    class Meta:
        default_permissions = ()
        verbose_name = _("views of a day")
        verbose_name_plural = _("views by the day")

    def __str__(self) -> str:
        return f"{self.day} {self.post_id}: {self.views}"
