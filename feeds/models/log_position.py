from django.db import models


class LogPosition(models.Model):
    """How far an access log has been read.

    A log is known by its first line, so it may be renamed or copied meanwhile; the one that takes
    its place begins with another.
    """

    first_line = models.CharField(max_length=64, primary_key=True)  # a digest
    offset = models.PositiveBigIntegerField(default=0)
    read_at = models.DateTimeField(auto_now=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.first_line[:8]} {self.offset}"
