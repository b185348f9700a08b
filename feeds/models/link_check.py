from django.db import models

LONGEST_URL = 2000  # also in bytes: an index holds no more
DEAD = frozenset({404, 410})


class LinkCheck(models.Model):
    """What came of asking for an address that posts link to.

    `status` is that of HTTP, none where nothing answered.
    """

    url = models.CharField(max_length=LONGEST_URL, primary_key=True)
    status = models.PositiveSmallIntegerField(null=True)
    checked_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.url} {self.status}"

    @property
    def is_dead(self) -> bool:
        """Whether its server said so: a network that fails, or a ban on robots, says nothing."""
        return self.status in DEAD
