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


class LogPosition(models.Model):
    """How far an access log has been read.

    A log is known by its first line, so it may be renamed or copied meanwhile; the one that takes
    its place begins with another. Never deleted: what a forgotten log tells would count again.
    """

    first_line = models.CharField(max_length=64, primary_key=True)  # a digest
    offset = models.PositiveBigIntegerField(default=0)
    read_at = models.DateTimeField(auto_now=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.first_line[:8]} {self.offset}"
