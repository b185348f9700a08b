"""What the worker does at the edge: procrastinate looks for it here."""

import logging

from django.conf import settings
from procrastinate.contrib.django import app

from .access_log.follow import read_log

logger = logging.getLogger(__name__)


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="read-own-access-log", pass_context=False)
def read_access_log(timestamp: int) -> None:
    """Count what the access log tells that `ACCESS_LOG` names, unless it is off.

    Our own web server writes one once it is asked something; any other is expected to be there.
    """
    path = settings.ACCESS_LOG
    if path is None:
        return
    if not path.exists() and not path.is_relative_to(settings.VAR):
        logger.warning("There is no access log at %s: nothing is counted.", path)
    try:
        read_log(path)
    except OSError as error:
        logger.warning("The access log cannot be read: %s", error)
