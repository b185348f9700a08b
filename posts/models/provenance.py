from django.db import models
from django.utils.translation import gettext_lazy as _

from .post import Post


class Provenance(models.Model):
    """What another system calls a post, and what came of it the last time that it was taken in."""

    post = models.OneToOneField(
        Post,
        models.CASCADE,
        primary_key=True,
        related_name="provenance",
        verbose_name=_("post"),
    )
    # `hugo:content/en/posts/tech/chips.md`; `guid:…` of what is known by its guid alone.
    key = models.CharField(max_length=2000)
    # Of all that came; "" where something else was taken in since.
    digest = models.CharField(max_length=64, blank=True)
    # The number of the Revision that was written then.
    revision = models.PositiveIntegerField()
    # What it shares with its translations over there, "" for nothing.
    translation = models.CharField(max_length=1000, blank=True)
    # What the body was made of over there, as long as the body is still the one that it made.
    markdown = models.TextField(blank=True)
    body_digest = models.CharField(max_length=64)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["key"], name="provenance_one_post_a_key")]
        indexes = [
            models.Index(
                fields=["translation"],
                condition=~models.Q(translation=""),
                name="provenance_translation",
            )
        ]

    def __str__(self) -> str:
        return self.key
