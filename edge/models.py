from django.db import models


class Stamp(models.Model):
    """When what a key names last changed. Keys are others' words: this app knows no posts.

    No two changes share a second, the unit of HTTP's dates; what changes together shares a stamp.
    """

    key = models.CharField(max_length=500, primary_key=True)
    first_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.key
