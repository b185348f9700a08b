"""What the worker does for feed health."""

from procrastinate.contrib.django import app

from .store import forget_old


@app.periodic(cron="17 4 * * *")
@app.task(queueing_lock="forget-old-polls", pass_context=False)
def forget_old_polls(timestamp: int) -> None:
    """Delete what is too old to be shown."""
    forget_old()
