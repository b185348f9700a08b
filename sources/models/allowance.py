from typing import Final

from django.conf import settings
from django.db import connection, models

PER_MINUTE: Final = 30

# One row a user, whichever process asks; the count begins anew with each minute.
_TAKE: Final = """
INSERT INTO sources_allowance AS stored (user_id, minute, used)
VALUES (%s, date_trunc('minute', clock_timestamp()), 1)
ON CONFLICT (user_id) DO UPDATE SET
    minute = excluded.minute,
    used = CASE WHEN stored.minute = excluded.minute THEN stored.used + 1 ELSE 1 END
RETURNING used
"""


class Allowance(models.Model):
    """How many addresses a user had looked up in a minute, so that nobody makes us a crawler."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True)
    minute = models.DateTimeField()
    used = models.PositiveIntegerField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.user_id}: {self.used}"

    @staticmethod
    def take(user: int) -> bool:
        """Count one; whether it is still within what a user may."""
        with connection.cursor() as cursor:
            cursor.execute(_TAKE, [user])
            used: int = cursor.fetchone()[0]
        return used <= PER_MINUTE
