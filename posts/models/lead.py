from django.db import models
from django.utils.translation import gettext_lazy as _

from publication.models import Publication


class Lead(models.Model):
    """The post that is pinned to the top of a front page. Change it through `posts.actions`."""

    publication = models.OneToOneField(
        Publication, models.CASCADE, to_field="code", db_column="language", related_name="lead"
    )
    post = models.OneToOneField("posts.Post", models.CASCADE, related_name="lead")

    class Meta:
        verbose_name = _("pinned lead")
        verbose_name_plural = _("pinned leads")

    def __str__(self) -> str:
        return str(self.post)
