"""The rows that join a post with its tags and categories: they keep order and spelling."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from taggit.models import ItemBase

from taxonomy.models import Category, Tag


class TaggedPost(ItemBase):
    """A tag of a post, spelt as in `labels`: one spelling, or those that share an address."""

    content_object = models.ForeignKey("posts.Post", models.CASCADE, related_name="tagged")
    tag = models.ForeignKey(Tag, models.PROTECT, related_name="tagged", db_index=False)
    labels = ArrayField(models.CharField(max_length=200))
    position = models.PositiveSmallIntegerField(default=0)

    objects: ClassVar[models.Manager["TaggedPost"]] = models.Manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["content_object", "tag"], name="tagged_once_a_post"),
            models.CheckConstraint(
                condition=models.Q(labels__len__gt=0), name="tagged_post_has_a_spelling"
            ),
        ]
        indexes = [models.Index(fields=["tag", "content_object"], name="tagged_by_tag")]


class FiledPost(models.Model):
    """A category of a post, spelt as in `label`."""

    post = models.ForeignKey("posts.Post", models.CASCADE, related_name="filed")
    category = models.ForeignKey(Category, models.PROTECT, related_name="filed", db_index=False)
    label = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["post", "category"], name="filed_once_a_post"),
        ]
        indexes = [models.Index(fields=["category", "post"], name="filed_by_category")]

    def __str__(self) -> str:
        return self.label
