"""What the worker does for pictures."""

from datetime import UTC, datetime, timedelta
from typing import Final

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from . import storage
from .addresses import name_of
from .models import Picture
from .rendering import render_picture

_RETRY: Final = RetryStrategy(max_attempts=4, exponential_wait=4)
# A file is written before its row is committed.
_YOUNG: Final = timedelta(hours=24)


@app.task(retry=_RETRY, pass_context=False)
def render(picture_id: int) -> None:
    """Make the smaller copies of a picture, unless they are there."""
    picture = Picture.objects.filter(pk=picture_id).first()
    if picture is not None and not picture.widths:
        render_picture(picture)


def render_later(picture: Picture) -> None:
    """Have the worker make the copies once the transaction is committed; one job is enough."""
    try:
        with transaction.atomic():
            render.configure(queueing_lock=f"picture-{picture.pk}").defer(picture_id=picture.pk)
    except AlreadyEnqueued:
        pass


@app.periodic(cron="7 * * * *")
@app.task(queueing_lock="render-pictures", pass_context=False)
def render_missing(timestamp: int) -> None:
    """Try again what failed too often, or was lost."""
    for picture in Picture.objects.filter(widths=[]):
        render_later(picture)


@app.periodic(cron="23 4 * * *")
@app.task(queueing_lock="sweep-pictures", pass_context=False)
def sweep(timestamp: int) -> None:
    """Delete the files of uploads that were never committed, and of pictures that are gone."""
    files = list(storage.stored_before(datetime.now(UTC) - _YOUNG))
    names = set(Picture.objects.values_list("name", flat=True))
    for file in files:
        if name_of(file) not in names:
            storage.remove(file)
