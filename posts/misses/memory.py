"""Misses that wait to be written: a bounded number, written together."""

import logging
import time
from collections import Counter
from threading import Lock
from typing import Final

from django.db import DatabaseError

from .miss import Miss
from .store import add

SECONDS: Final = 60.0
MOST: Final = 2_000

logger = logging.getLogger(__name__)


class Memory:
    """What a process counted since it wrote last. Its threads share it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._counted: Counter[Miss] = Counter()
        self._since = time.monotonic()

    def add(self, miss: Miss) -> None:
        """Count one; what is new when the memory is full is dropped."""
        with self._lock:
            if miss in self._counted or len(self._counted) < MOST:
                self._counted[miss] += 1

    def write_if_due(self) -> None:
        """Write what came together, a minute after the last time. No request fails for it."""
        if not self._counted or time.monotonic() - self._since < SECONDS:
            return
        with self._lock:
            counted, self._counted = self._counted, Counter()
            self._since = time.monotonic()
        try:
            add(counted)
        except DatabaseError:
            logger.warning("%s misses could not be written.", counted.total())
