from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from taxonomy.models import Category

from .post import Post


class SearchEntry(models.Model):
    """What a post is found by. `posts.search` writes it with every action on the post.

    Narrow: a word may stand in every post, and a search then reads every row.
    """

    post = models.OneToOneField(
        Post, models.CASCADE, primary_key=True, related_name="search", verbose_name=_("post")
    )
    language = models.CharField(_("language"), max_length=20)
    section = models.ForeignKey(
        Category, models.SET_NULL, null=True, related_name="+", db_index=False
    )
    # When readers see it; None where they do not.
    shown_at = models.DateTimeField(null=True)
    # By which rules it was made (`posts.search.entries`).
    version = models.PositiveIntegerField()
    # All words. Long: kept beside the row, and not read unless a phrase is asked for.
    words = SearchVectorField()

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        indexes = [
            # Without a list of what is pending, which every search would have to read.
            GinIndex(fields=["words"], name="search_words", fastupdate=False),
        ]

    def __str__(self) -> str:
        return str(self.post_id)
