import uuid
from typing import TYPE_CHECKING, Final, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .revision import Revision

if TYPE_CHECKING:
    from .queryset import PostQuerySet


LONGEST: Final = 5_000


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def of(self, posts: "PostQuerySet") -> Self:
        """Those of some posts, such as `Post.objects.published("en")`, the latest first."""
        return self.filter(post__in=posts.order_by()).order_by("-corrected_at", "-pk")

    def for_listing(self) -> Self:
        """With what a list shows of each and of its post, in one query."""
        return (
            self.select_related("post__section", "post__publication")
            .defer("post__body", "post__summary")
            .fetch_mode(models.FETCH_RAISE)
        )

    def for_syndication(self) -> Self:
        """With what a feed's entry says, in one query.

        `changed_at` comes along as a value: when the correction was put right in its turn, as the
        post's revisions know; None where it never was.
        """
        changes = Revision.objects.filter(
            post=models.OuterRef("post"),
            action=Revision.CHANGE_OF_CORRECTION,
            note=models.OuterRef("text"),
        ).order_by("-number")
        return self.for_listing().annotate(changed_at=models.Subquery(changes.values("at")[:1]))


class Correction(models.Model):
    """A dated note on a published post: what was wrong, and what is right.

    It is no part of a post's text: a revision that is restored takes none away. Change it through
    `posts.actions` alone.
    """

    post = models.ForeignKey("posts.Post", models.CASCADE, related_name="corrections")
    # By which feed readers know it, for ever.
    identity = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    corrected_at = models.DateTimeField(
        _("date"), help_text=_("Left empty, it is the moment when it is saved.")
    )
    text = models.TextField(
        _("correction"),
        validators=[MaxLengthValidator(LONGEST)],
        help_text=_("What was wrong, and what is right. Plain text."),
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("by"),
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-corrected_at", "-pk"]
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        # It takes the permission to publish.
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(text__regex=r"\S"), name="correction_says_something"
            ),
        ]
        indexes = [models.Index(fields=["-corrected_at", "-id"], name="correction_by_date")]

    def __str__(self) -> str:
        return self.text[:80]

    def get_absolute_url(self) -> str:
        return f"{self.post.get_absolute_url()}#{self.anchor}"

    def clean(self) -> None:
        if self.corrected_at is None:  # in a form that was filled in wrongly
            return
        if self.corrected_at > timezone.now():
            raise ValidationError({"corrected_at": _("A correction has a date in the past.")})
        if self.post.published_at is not None and self.corrected_at < self.post.published_at:
            message = _("A correction is no older than the post.")
            raise ValidationError({"corrected_at": message})

    @property
    def guid(self) -> str:
        """Its identity in feeds: `urn:uuid:…`."""
        return self.identity.urn

    @property
    def anchor(self) -> str:
        """Where it stands on its post's page."""
        return f"correction-{self.pk}"
