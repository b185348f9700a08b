from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .post import Post


class OpenForm(models.Model):
    """Somebody has the form of a post open, or had it a moment ago."""

    post = models.ForeignKey(
        Post, models.CASCADE, related_name="open_forms", verbose_name=_("post")
    )
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("editor")
    )
    at = models.DateTimeField(_("seen"), db_index=True)

    class Meta:
        default_permissions = ()
        verbose_name = _("open form")
        verbose_name_plural = _("open forms")
        constraints = [
            models.UniqueConstraint(fields=["post", "editor"], name="open_form_one_an_editor")
        ]

    def __str__(self) -> str:
        return f"{self.post_id}: {self.editor_id}"
