from django.db import models


class ListSize(models.Model):
    """How many posts a list held when its stamp was read. `posts.sizes` counts and keeps it."""

    # The list's, as `edge` stamps it: `en/tags/ai`.
    key = models.CharField(max_length=500, primary_key=True)
    # It holds as long as the list has this stamp.
    stamp = models.DateTimeField()
    # A post that is published, but dated later, comes by itself then.
    until = models.DateTimeField(null=True)
    total = models.PositiveIntegerField()
    # When the oldest of the posts came out.
    since = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.key
