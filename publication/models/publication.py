import uuid
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from publication.languages import validate_locale
from publication.zones import validate_zone

CODE = r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*"


class PublicationQuerySet(models.QuerySet["Publication"]):
    def default(self) -> "Publication | None":
        """The publication that `/` falls back on: the first in order."""
        return self.first()


class Publication(models.Model):
    """The newsroom in one language."""

    code = models.CharField(
        _("code"),
        max_length=20,
        unique=True,
        validators=[RegexValidator(rf"\A{CODE}\Z", _("Write a language code such as “en”, “zh”."))],
        help_text=_("Stands in every address and cannot change later: “en”, “zh”."),
    )
    locale = models.CharField(
        _("locale"),
        max_length=20,
        help_text=_("The translation of the interface: “en”, “zh-hans”."),
    )
    name = models.CharField(_("site name"), max_length=200)
    tagline = models.CharField(_("tagline"), max_length=200, blank=True)
    description = models.TextField(
        _("description"), blank=True, help_text=_("Stands in every feed and in search results.")
    )
    byline = models.CharField(
        _("byline"), max_length=200, help_text=_("Who signs a post that names no author.")
    )
    contact = models.EmailField(_("contact"), blank=True)
    time_zone = models.CharField(
        _("time zone"), max_length=64, default="UTC", help_text=_("Such as “Asia/Shanghai”.")
    )
    identity = models.UUIDField(
        _("identity"),
        default=uuid.uuid4,
        editable=False,
        help_text=_("In the ids of its feeds, which no other site may have."),
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("The first is the language that “/” falls back on.")
    )
    changed_at = models.DateTimeField(null=True, editable=False)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["position", "code"]
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(code__regex=rf"^{CODE}$"), name="publication_code_is_a_language"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"

    def get_absolute_url(self) -> str:
        return reverse("posts:front", kwargs={"language": self.code})

    def clean(self) -> None:
        """Refuse a locale that Django does not know, and what is no time zone."""
        errors = {}
        for field, check in (("locale", validate_locale), ("time_zone", validate_zone)):
            try:
                check(getattr(self, field))
            except ValidationError as error:
                errors[field] = error
        if errors:
            raise ValidationError(errors)

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which its dates are shown and syndicated."""
        return ZoneInfo(self.time_zone)
