from datetime import datetime

from django.conf import settings
from django.core import signing
from django.db import models
from django.utils.translation import gettext_lazy as _

from .post import Post

_SALT = "posts.preview"


def _signer() -> signing.Signer:
    """One without a time in it: an address is the same whenever it is shown."""
    return signing.Signer(salt=_SALT)


class PreviewLinkQuerySet(models.QuerySet["PreviewLink"]):
    def open(self, now: datetime) -> "PreviewLinkQuerySet":
        """Those that still lead somewhere."""
        return self.filter(expires_at__gt=now)

    def signed(self, token: str, now: datetime) -> "PreviewLink | None":
        """The link of an address, if it was signed here and has not come to its end."""
        try:
            number = _signer().unsign_object(token)
        except signing.BadSignature:
            return None
        if not isinstance(number, int):
            return None
        return self.open(now).select_related("post__publication").filter(pk=number).first()


class PreviewLink(models.Model):
    """A signed address under which people without an account read a post that is not published."""

    post = models.ForeignKey(
        Post, models.CASCADE, related_name="preview_links", verbose_name=_("post")
    )
    note = models.CharField(_("for whom"), max_length=200, blank=True)
    expires_at = models.DateTimeField(_("ends"))
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["-created_at", "-pk"]
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")

    def __str__(self) -> str:
        return self.note or str(self.post)

    @property
    def token(self) -> str:
        """What stands in its address: nobody can make one up."""
        return _signer().sign_object(self.pk)
