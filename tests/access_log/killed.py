"""Reads a log and is killed when all is counted, before it is committed: `python -m … FILE`."""

import os
import signal
import sys

import django
from django.core.management import call_command

django.setup()

from edge.access_log.counters import register  # noqa: E402

register("Killed", lambda _requests: os.kill(os.getpid(), signal.SIGKILL))
call_command("read_access_log", sys.argv[1])
