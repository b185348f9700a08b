from collections.abc import Iterator

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from images.addresses import DESK_PREFIX, NAME_LENGTH, PREFIX
from images.formats import COPIES, MEDIA_TYPES


class Picture(models.Model):
    """A picture and what is said of it. Change it through `images.actions` alone.

    Its files never change: other pixels are another picture. `alts` is what it shows, in words, by
    language: `{"en": "A bridge at night"}`.
    """

    name = models.CharField(_("name"), max_length=NAME_LENGTH, unique=True, editable=False)
    digest = models.CharField(
        max_length=64, unique=True, editable=False, help_text="SHA-256 of what was uploaded."
    )
    extension = models.CharField(max_length=4, editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    size = models.PositiveIntegerField(
        _("size"), editable=False, help_text=_("Of its own file, in bytes.")
    )
    widths: "models.JSONField[list[int], list[int]]" = models.JSONField(
        default=list,
        editable=False,
        help_text=_("In which widths there are smaller copies. Empty until they are made."),
    )
    fault = models.TextField(
        _("fault"), blank=True, editable=False, help_text=_("Why its smaller copies are not made.")
    )
    alts: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(
        _("alternative texts"), default=dict, blank=True
    )
    is_decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_(
            "It says nothing that the text does not say: readers who do not see it miss nothing."
        ),
    )
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who made it: “NASA / Joel Kowsky”.")
    )
    licence = models.CharField(
        _("licence"),
        max_length=200,
        blank=True,
        help_text=_("Why we may show it: “CC BY 4.0”, “press picture”, “our own”."),
    )
    source_url = models.URLField(
        _("source"), max_length=2000, blank=True, help_text=_("Where it comes from.")
    )
    focus_x = models.FloatField(
        _("focal point, from the left"),
        default=0.5,
        help_text=_(
            "0 is the left edge, 1 the right one. It stays in sight where a picture is cut."
        ),
    )
    focus_y = models.FloatField(
        _("focal point, from the top"),
        default=0.5,
        help_text=_("0 is the upper edge, 1 the lower one."),
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("uploaded by"),
    )
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_decorative=True, alts={})
                | (models.Q(is_decorative=False) & ~models.Q(alts={})),
                name="picture_has_alt_or_is_decorative",
                violation_error_message=_(
                    "Say what the picture shows, or mark it as decorative; not both."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(focus_x__range=(0, 1), focus_y__range=(0, 1)),
                name="picture_focus_is_inside",
                violation_error_message=_("The focal point lies between 0 and 1."),
            ),
            models.CheckConstraint(
                condition=models.Q(width__gt=0, height__gt=0, size__gt=0),
                name="picture_has_a_size",
            ),
            models.CheckConstraint(
                condition=models.Q(name__regex=rf"^[0-9a-f]{{{NAME_LENGTH}}}$"),
                name="picture_name_is_hexadecimal",
            ),
            models.CheckConstraint(
                condition=models.Q(extension__in=["jpg", "png"]), name="picture_is_jpeg_or_png"
            ),
        ]

    def __str__(self) -> str:
        return next(iter(self.alts.values()), "") or self.credit or self.file

    def get_absolute_url(self) -> str:
        """Where readers find its own file, once it is public."""
        return PREFIX + self.file

    def clean(self) -> None:
        wrong = [code for code, alt in self.alts.items() if not alt]
        if wrong:
            raise ValidationError({"alts": _t("Each language has a text: %s.") % ", ".join(wrong)})

    @property
    def file(self) -> str:
        """The name of its own file: `0123….jpg`."""
        return f"{self.name}.{self.extension}"

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[self.extension]

    @property
    def desk_address(self) -> str:
        """Where editors find its own file."""
        return DESK_PREFIX + self.file

    @property
    def thumbnail(self) -> str:
        """Where editors find the smallest copy that there is."""
        file = self.copy(min(self.widths), "webp") if self.widths else self.file
        return DESK_PREFIX + file

    @property
    def copies(self) -> Iterator[str]:
        """The file names of its smaller copies."""
        return (self.copy(width, extension) for extension in COPIES for width in self.widths)

    def copy(self, width: int, extension: str) -> str:
        """The file name of a copy."""
        return f"{self.name}-{width}.{extension}"

    @property
    def sources(self) -> list[tuple[str, str]]:
        """(media type, `srcset`) of each format of its copies, the best first; for a `picture`."""
        return [
            (
                MEDIA_TYPES[extension],
                ", ".join(f"{PREFIX}{self.copy(width, extension)} {width}w" for width in widths),
            )
            for extension in COPIES
            if (widths := self.widths)
        ]

    def alt_in(self, language: str) -> str:
        """What it shows, in a language, or else in another; "" for decoration."""
        return self.alts.get(language) or next(iter(self.alts.values()), "")
