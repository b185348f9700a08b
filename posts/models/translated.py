from django.db import models
from django.utils.translation import gettext_lazy as _

from .post import Post
from .revision import Revision


class Translated(models.Model):
    """From which text of which post another one was translated.

    Posts in several languages are one piece by their `translation_key`; this says which of them
    came first, and what of it the translation knows.
    """

    post = models.OneToOneField(
        Post,
        models.CASCADE,
        primary_key=True,
        related_name="translated",
        verbose_name=_("translation"),
    )
    revision = models.ForeignKey(
        Revision, models.CASCADE, related_name="+", verbose_name=_("text of the original")
    )

    class Meta:
        default_permissions = ()
        verbose_name = _("translation")
        verbose_name_plural = _("translations")

    def __str__(self) -> str:
        return str(self.post)
