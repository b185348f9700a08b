from django.db import models
from django.utils.translation import gettext_lazy as _

from posts.workflow import Status

from .post import Post
from .reach import in_reach
from .revision import Revision


class NewerDraft(models.Model):
    """The newer text of a post that readers have seen; they keep the old one until it is published.

    Change it through `posts.actions` alone.
    """

    STAGES = (Status.DRAFT, Status.IN_REVIEW, Status.SCHEDULED)

    post = models.OneToOneField(
        Post,
        models.CASCADE,
        primary_key=True,
        related_name="newer_draft",
        verbose_name=_("post"),
    )
    revision = models.OneToOneField(
        Revision, models.PROTECT, related_name="+", verbose_name=_("text")
    )
    stage = models.CharField(_("stage"), max_length=20, choices=Status)
    # When the worker publishes it, if it is scheduled.
    publish_at = models.DateTimeField(_("goes out"), null=True, blank=True)
    # What readers are told when it is published: that it was updated, and another date of the post.
    is_significant = models.BooleanField(_("significant edit"), default=False)
    published_at = models.DateTimeField(_("publication date"), null=True, blank=True)

    class Meta:
        default_permissions = ()
        verbose_name = _("newer draft")
        verbose_name_plural = _("newer drafts")
        constraints = [
            models.CheckConstraint(
                condition=in_reach("publish_at", "published_at"), name="newer_draft_dates_in_reach"
            ),
            models.CheckConstraint(
                condition=models.Q(stage__in=["draft", "in_review", "scheduled"]),
                name="newer_draft_stage_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(stage=Status.SCHEDULED, publish_at__isnull=False)
                | (~models.Q(stage=Status.SCHEDULED) & models.Q(publish_at__isnull=True)),
                name="newer_draft_goes_out_when_scheduled",
            ),
        ]
        indexes = [
            models.Index(
                fields=["publish_at"],
                condition=models.Q(stage=Status.SCHEDULED),
                name="newer_draft_due",
            )
        ]

    def __str__(self) -> str:
        return str(self.post)
