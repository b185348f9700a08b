from django.contrib.postgres.search import SearchVectorField
from django.db import models

from .post import Post


class SearchBrief(models.Model):
    """The few words that decide how a post ranks, written along with its SearchEntry."""

    post = models.OneToOneField(Post, models.CASCADE, primary_key=True, related_name="+")
    brief = SearchVectorField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.post_id)
