from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Revision(models.Model):
    """A whole snapshot of a post, written by every action on it and never changed."""

    # The action whose note is what a correction says from then on.
    CHANGE_OF_CORRECTION = "change correction"

    post = models.ForeignKey("posts.Post", models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(_("number"))
    action = models.CharField(_("action"), max_length=20)
    status = models.CharField(_("status"), max_length=20)
    snapshot = models.JSONField(_("snapshot"), help_text=_("A posts.content.PostContent."))
    note = models.TextField(_("note"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        ordering = ["-number"]
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        constraints = [
            models.UniqueConstraint(fields=["post", "number"], name="revision_unique_number"),
        ]

    def __str__(self) -> str:
        return f"{self.number} · {self.action}"
