from django.db import models


class KeptApart(models.Model):
    """Two terms that look alike and are not the same: an editor said so. `first` < `second`."""

    kind = models.CharField(max_length=20)  # the model's name: `tag`
    language = models.CharField(max_length=20)
    first = models.CharField(max_length=200)
    second = models.CharField(max_length=200)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "language", "first", "second"], name="kept_apart_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} ≠ {self.second}"
