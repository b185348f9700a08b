from collections.abc import Callable, Iterator

import pytest
import time_machine


@pytest.fixture
def time_machine_at() -> Iterator[Callable[[str], None]]:
    """Moves the clock to a moment (ISO 8601) until the test ends."""
    travels: list[time_machine.travel] = []

    def go(moment: str) -> None:
        travel = time_machine.travel(moment, tick=False)
        travel.start()
        travels.append(travel)

    yield go
    for travel in reversed(travels):
        travel.stop()
