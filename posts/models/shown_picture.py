from django.db import models
from django.utils.translation import gettext_lazy as _

from images.models import Picture


class ShownPicture(models.Model):
    """A picture that a post shows, in its text or above it. `posts.actions` keeps the rows."""

    post = models.ForeignKey("posts.Post", models.CASCADE, related_name="shown_pictures")
    picture = models.ForeignKey(Picture, models.PROTECT, related_name="shown_in")

    class Meta:
        verbose_name = _("picture of a post")
        verbose_name_plural = _("pictures of posts")
        constraints = [
            models.UniqueConstraint(fields=["post", "picture"], name="shown_picture_once_a_post")
        ]

    def __str__(self) -> str:
        return str(self.picture)
