from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Author(models.Model):
    """A name on pieces."""

    name = models.CharField(_("name"), max_length=200)
    slug = models.CharField(_("slug"), max_length=200, unique=True)
    bio = models.TextField(_("bio"), blank=True)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="author",
        verbose_name=_("account"),
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(slug__regex=r"^[^\s/?#]+$"), name="author_has_address"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Authorship(models.Model):
    """One of the authors of a post, in order."""

    post = models.ForeignKey("posts.Post", models.CASCADE, related_name="authorships")
    author = models.ForeignKey(Author, models.PROTECT, related_name="authorships", db_index=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["post", "author"], name="authorship_once_a_post"),
        ]
        indexes = [models.Index(fields=["author", "post"], name="authorship_by_author")]

    def __str__(self) -> str:
        return f"{self.author} · {self.post}"
