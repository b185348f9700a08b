from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Revision(models.Model):
    """A whole snapshot of a post, written by every action on it and never changed.

    It is the log as well: who moved the post when, from which stage to which, and why.
    """

    # The action whose note is what a correction says from then on.
    CHANGE_OF_CORRECTION = "change correction"

    post = models.ForeignKey("posts.Post", models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(_("number"))
    action = models.CharField(_("action"), max_length=20)
    # Of the post, when it was done.
    status = models.CharField(_("status"), max_length=20)
    # Of the newer draft, when it was done; "" where there is none.
    stage = models.CharField(_("stage of the newer draft"), max_length=20, blank=True)
    # Where the newest text stood before; "" for a post that begins.
    came_from = models.CharField(_("stage before"), max_length=20, blank=True)
    # Whether the snapshot is the newer draft, and not what readers get.
    is_newer_draft = models.BooleanField(default=False)
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
    # Their name at the time, which stays when the account is gone; "" for the system.
    who = models.CharField(_("who"), max_length=150, blank=True)
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        ordering = ["-number"]
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["post", "number"], name="revision_unique_number"),
        ]

    def __str__(self) -> str:
        return f"{self.number} · {self.action}"

    @property
    def reached(self) -> str:
        """Where the newest text stood then."""
        return self.stage or self.status
