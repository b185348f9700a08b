from procrastinate.contrib.django import app

from .store import forget_old


@app.periodic(cron="37 3 * * *")
@app.task(queueing_lock="forget-old-misses", pass_context=False)
def forget_old_misses(timestamp: int) -> None:
    """Delete what was missed long ago."""
    forget_old()
