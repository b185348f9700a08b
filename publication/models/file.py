from urllib.parse import quote

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_PATH = 1000


class File(models.Model):
    """A file of the site that is no picture of the desk. Change it through `publication.actions`.

    It stays at the address that it had on another system: `/img/logo.svg`,
    `/en/posts/world/a/chart.png`.
    """

    path = models.CharField(
        _("path"), max_length=LONGEST_PATH, help_text=_("Decoded: “/img/logo.svg”.")
    )
    digest = models.CharField(
        max_length=64, db_index=True, help_text=_("SHA-256 of what it holds.")
    )
    size = models.PositiveBigIntegerField(_("size"), help_text=_("In bytes."))
    media_type = models.CharField(_("media type"), max_length=100)
    kept_at = models.DateTimeField(_("kept"), auto_now=True)

    class Meta:
        ordering = ["path"]
        verbose_name = _("file")
        verbose_name_plural = _("files")
        constraints = [
            models.UniqueConstraint(fields=["path"], name="file_unique_path"),
            models.CheckConstraint(
                condition=models.Q(path__regex=r"^/[^/]"), name="file_path_is_absolute"
            ),
            models.CheckConstraint(
                condition=models.Q(digest__regex=r"^[0-9a-f]{64}$"), name="file_digest_is_sha256"
            ),
        ]

    def __str__(self) -> str:
        return self.path

    def get_absolute_url(self) -> str:
        """Its path, percent-encoded."""
        return quote(self.path)

    @property
    def stored_as(self) -> str:
        """Its name in the default storage; the same bytes have the same one.

        It has no ending: whoever serves that folder by mistake serves nothing that a browser runs.
        """
        return f"files/{self.digest}"
