import uuid
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import unquote

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from images.models import Picture
from posts.workflow import ONCE_PUBLIC, Status
from publication.models import Publication
from taxonomy.models import Category

from .address import SLUG, post_address
from .queryset import PostQuerySet
from .reach import in_reach

if TYPE_CHECKING:
    from .newer_draft import NewerDraft


class Post(models.Model):
    """An article in one language. Change it through `posts.actions` alone."""

    publication = models.ForeignKey(
        Publication,
        models.PROTECT,
        to_field="code",
        db_column="language",
        related_name="posts",
        verbose_name=_("language"),
    )
    translation_key = models.UUIDField(_("translation key"), default=uuid.uuid4, db_index=True)
    section = models.ForeignKey(
        Category,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="posts_in_section",
        verbose_name=_("section"),
        help_text=_("The category that stands in the address."),
    )
    slug = models.CharField(
        _("slug"),
        max_length=200,
        validators=[
            RegexValidator(rf"\A{SLUG}\Z", _("A slug has no spaces and none of / ? # %% \\."))
        ],
    )
    title = models.CharField(_("headline"), max_length=300)
    summary = models.TextField(_("standfirst"), blank=True, help_text=_("One or two sentences."))
    body = models.TextField(_("body"), blank=True)
    picture = models.ForeignKey(
        Picture,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="posts_led",
        verbose_name=_("picture"),
        help_text=_("Above the text, and beside links to the post."),
    )
    picture_caption = models.CharField(_("caption"), max_length=500, blank=True)
    status = models.CharField(
        _("status"), max_length=20, choices=Status, default=Status.DRAFT, editable=False
    )
    guid = models.CharField(  # noqa: DJ001 — unique, and absent until first publication
        _("guid"),
        max_length=2000,
        unique=True,
        null=True,
        editable=False,
        help_text=_("By which feed readers know the post, for ever."),
    )
    guid_is_permalink = models.BooleanField(default=False, editable=False)
    published_at = models.DateTimeField(_("publication date"), null=True, blank=True)
    updated_at = models.DateTimeField(
        _("last significant edit"), null=True, blank=True, editable=False
    )
    withdraw_at = models.DateTimeField(
        _("withdraw on"),
        null=True,
        blank=True,
        help_text=_("The post is taken away from readers then, by itself."),
    )
    embargo_until = models.DateTimeField(
        _("embargo until"),
        null=True,
        blank=True,
        help_text=_("Nobody can publish it earlier."),
    )
    share_picture = models.CharField(
        max_length=200,
        blank=True,
        editable=False,
        help_text=_("The picture beside links to it: a file of the default storage."),
    )
    # Of the form that it was begun by: one that is sent twice begins one post.
    form_key = models.UUIDField(null=True, unique=True, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    modified_at = models.DateTimeField(_("last saved"), auto_now=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("created by"),
    )
    authors = models.ManyToManyField(
        "posts.Author", through="posts.Authorship", related_name="posts", verbose_name=_("authors")
    )
    categories = models.ManyToManyField(
        Category, through="posts.FiledPost", related_name="posts", verbose_name=_("categories")
    )
    tags = TaggableManager(
        through="posts.TaggedPost", blank=True, ordering=["tagged__position"], related_name="posts"
    )

    objects = PostQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-pk"]
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        permissions = [
            ("publish_post", "Can publish, schedule and withdraw posts"),
            ("change_own_post", "Can change their own posts"),
            ("publish_own_post", "Can publish, schedule and withdraw their own posts"),
            ("delete_own_post", "Can delete their own posts that were never published"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "section", "slug"],
                name="post_unique_address",
                violation_error_message=_("Another post has this address."),
            ),
            models.UniqueConstraint(
                fields=["publication", "translation_key"], name="post_one_translation_a_language"
            ),
            models.CheckConstraint(
                condition=models.Q(slug__regex=rf"^{SLUG}$"), name="post_slug_is_a_path_segment"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=Status.values), name="post_status_is_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=ONCE_PUBLIC)
                | models.Q(published_at__isnull=False, guid__isnull=False, section__isnull=False),
                name="post_public_has_date_guid_section",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=Status.SCHEDULED)
                | models.Q(published_at__isnull=False, section__isnull=False),
                name="post_scheduled_has_date_section",
            ),
            models.CheckConstraint(condition=~models.Q(guid=""), name="post_guid_is_not_empty"),
            models.CheckConstraint(
                condition=in_reach("published_at", "updated_at", "embargo_until", "withdraw_at"),
                name="post_dates_in_reach",
                violation_error_message=_("A date is out of reach: look at its year."),
            ),
            models.CheckConstraint(
                condition=models.Q(picture__isnull=False) | models.Q(picture_caption=""),
                name="post_caption_has_a_picture",
                violation_error_message=_("A caption needs a picture."),
            ),
        ]
        indexes = [
            # For the desk, which lists all.
            models.Index(fields=["-published_at", "-id"], name="post_all_by_date"),
            models.Index(fields=["-modified_at", "-id"], name="post_all_by_change"),
            models.Index(
                fields=["status", "-modified_at"],
                condition=~models.Q(status=Status.PUBLISHED),
                name="post_unfinished",
            ),
            # For the publish check, which looks for the same headline and the same end of address.
            models.Index("publication", Upper("title"), name="post_by_headline"),
            models.Index(fields=["publication", "slug"], name="post_by_slug"),
            # For the worker, every minute.
            models.Index(
                fields=["published_at"],
                condition=models.Q(status=Status.SCHEDULED),
                name="post_due",
            ),
            models.Index(
                fields=["withdraw_at"],
                condition=models.Q(status=Status.PUBLISHED, withdraw_at__isnull=False),
                name="post_to_withdraw",
            ),
            models.Index(
                fields=["publication", "-published_at", "-id"],
                condition=models.Q(status=Status.PUBLISHED),
                name="post_public_by_date",
            ),
            models.Index(
                fields=["section", "-published_at", "-id"],
                # A list asks for it besides, and so finds all that it counts in the index.
                include=["publication"],
                condition=models.Q(status=Status.PUBLISHED),
                name="post_section_by_date",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        if self.section is None:
            raise ValueError("A post without a section has no address.")
        return post_address(self.publication_id, self.section.slug, self.slug)

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        """Delete a post that no reader ever saw; the database refuses the others too."""
        if self.was_public:
            raise ValidationError(_("A post once published is withdrawn, never deleted."))
        return super().delete(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def path(self) -> str:
        """Its address as a request's path says it, decoded: `/zh/posts/tech/芯片/`."""
        return unquote(self.get_absolute_url())

    @property
    def language(self) -> str:
        """The code of its language: `en`."""
        return self.publication_id

    @property
    def stage(self) -> str:
        """Where its newest text stands: the newer draft's stage, or else its status."""
        draft = self.draft
        return draft.stage if draft is not None else self.status

    @property
    def draft(self) -> "NewerDraft | None":
        """Its newer draft, if there is one: only what readers saw can have one."""
        return getattr(self, "newer_draft", None) if self.was_public else None

    @property
    def was_public(self) -> bool:
        """Whether it was ever published: its guid and its address then last for ever."""
        return self.guid is not None

    def is_public(self, now: datetime) -> bool:
        """Whether readers may see it at a time: the rule of `PostQuerySet.published`."""
        return (
            self.status == Status.PUBLISHED
            and self.published_at is not None
            and self.published_at <= now
        )

    @property
    def byline(self) -> str:
        """Who signs it: its authors, or else the publication."""
        return ", ".join(self.creators)

    @property
    def creators(self) -> list[str]:
        """The names of its authors in order, or else the publication's byline."""
        names = [row.author.name for row in self.authorships.all()]
        return names or [self.publication.byline]
