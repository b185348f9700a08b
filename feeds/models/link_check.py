from django.db import models

LONGEST_URL = 2000


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
