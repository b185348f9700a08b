from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from .post import Post


class Batch(models.Model):
    """Work on many posts, done step by step: each step and its count are one transaction.

    It is begun once `started_at` is set, and over with `finished_at`. What was done stays done,
    whatever ends the worker; another one goes on with the next step. See `posts.batches`.
    """

    kind = models.CharField(max_length=40)
    # What is to be done, as the kind wants it.
    order = models.JSONField(default=dict)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )
    # The language in which reasons are told.
    locale = models.CharField(max_length=20, blank=True)
    # Those that were chosen, in order. Empty where the kind finds its posts itself.
    posts = ArrayField(models.BigIntegerField(), default=list)
    total = models.PositiveIntegerField(default=0)
    # How many of them are through, refused ones among them.
    done = models.PositiveIntegerField(default=0)
    # Why it ended before the end.
    error = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        default_permissions = ()
        verbose_name = _("work on many posts")
        verbose_name_plural = _("work on many posts")
        indexes = [
            models.Index(
                fields=["id"],
                condition=models.Q(finished_at=None),
                name="batch_unfinished",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Refusal(models.Model):
    """A post that a batch left as it was, and why."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="refusals")
    post = models.ForeignKey(Post, models.CASCADE, null=True, related_name="+")
    reason = models.TextField()

    class Meta:
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.reason
