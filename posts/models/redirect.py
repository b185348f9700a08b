from django.db import models
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext_lazy as _

from .post import Post


class Redirect(models.Model):
    """An old path, and where it lives now: at a post, at another address, or nowhere (gone).

    One that names a post follows the post, so that no chain can grow.
    """

    path = models.CharField(
        _("old path"), max_length=1000, unique=True, help_text=_("Decoded: “/en/posts/a/b/”.")
    )
    post = models.ForeignKey(
        Post,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="redirects",
        verbose_name=_("post"),
    )
    target = models.CharField(
        _("address"),
        max_length=2000,
        blank=True,
        help_text=_("A path or an http(s) address. Without post and address the path is gone."),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        ordering = ["path"]
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(path__startswith="/"),
                name="redirect_path_is_absolute",
                violation_error_message=_("A path begins with “/”."),
            ),
            models.CheckConstraint(
                condition=models.Q(post__isnull=True) | models.Q(target=""),
                name="redirect_has_one_destination",
                violation_error_message=_("Choose a post or write an address, not both."),
            ),
            models.CheckConstraint(
                condition=models.Q(target="") | models.Q(target__regex=r"^(/(?!/)|https?://)\S*$"),
                name="redirect_target_is_an_address",
                violation_error_message=_("Write a path or an http(s) address."),
            ),
            models.CheckConstraint(
                condition=~models.Q(path=models.F("target")), name="redirect_is_no_loop"
            ),
        ]

    def __str__(self) -> str:
        return self.path

    @property
    def destination(self) -> str:
        """Where the path leads, percent-encoded; "" where it is gone."""
        if self.post is not None:
            return self.post.get_absolute_url()
        return iri_to_uri(self.target)
