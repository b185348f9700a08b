"""What the worker does for feed health."""

import logging

from django.conf import settings
from procrastinate.contrib.django import app

from .batch import read_log
from .store import forget_old

logger = logging.getLogger(__name__)


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="read-own-access-log", pass_context=False)
def read_own_access_log(timestamp: int) -> None:
    """Count the polls that our own web server answered, if its log is on this machine.

    Elsewhere `manage.py read_access_log` does it.
    """
    path = settings.VAR / "log" / "access.log"
    try:
        read_log(path)
    except OSError as error:
        logger.warning("The access log cannot be read: %s", error)


@app.periodic(cron="17 4 * * *")
@app.task(queueing_lock="forget-old-polls", pass_context=False)
def forget_old_polls(timestamp: int) -> None:
    """Delete what is too old to be shown."""
    forget_old()
