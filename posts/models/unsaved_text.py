from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .post import Post


class UnsavedText(models.Model):
    """What somebody typed into the form of a post and has not saved: no part of its history.

    `typed` is what the form would send: `{"title": ["…"], …}`.
    """

    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="unsaved_texts",
        verbose_name=_("editor"),
    )
    # None for a post that is not stored yet; then `form` tells one new post from another.
    post = models.ForeignKey(
        Post,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="unsaved_texts",
        verbose_name=_("post"),
    )
    form = models.UUIDField()
    typed = models.JSONField()
    at = models.DateTimeField(_("typed"))

    class Meta:
        default_permissions = ()
        ordering = ["-at"]
        verbose_name = _("unsaved text")
        verbose_name_plural = _("unsaved texts")
        constraints = [
            models.UniqueConstraint(
                fields=["editor", "post"],
                condition=models.Q(post__isnull=False),
                name="unsaved_text_one_a_post",
            ),
            models.UniqueConstraint(
                fields=["editor", "form"],
                condition=models.Q(post__isnull=True),
                name="unsaved_text_one_a_form",
            ),
        ]

    def __str__(self) -> str:
        return self.title or "—"

    @property
    def title(self) -> str:
        """The headline as it was typed."""
        return str(next(iter(self.typed.get("title", [])), ""))[:200]
