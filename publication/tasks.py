"""What the worker does for files."""

from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from .files import storage
from .models import File

# What an import that is under way has stored, and not committed yet, is younger.
_SETTLED = timedelta(days=1)


@app.periodic(cron="53 3 * * *")
@app.task(queueing_lock="sweep-files", priority=-10, pass_context=False)
def sweep_files(timestamp: int) -> None:
    """Delete what was stored of files that never came to be, such as those of a trial run."""
    for name in storage.stored_before(timezone.now() - _SETTLED):
        if not File.objects.filter(digest=name.rpartition("/")[2]).exists():
            storage.remove(name)
