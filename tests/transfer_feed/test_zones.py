"""A time zone is supposed for an offset."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from transfer.feed.zone import zone_from_offset


@pytest.mark.parametrize(
    ("hours", "zone"),
    [
        (8, "Asia/Shanghai"),
        (0, "UTC"),
        (3, "Etc/GMT-3"),
        (-5, "Etc/GMT+5"),
        (14, "Etc/GMT-14"),
        (-12, "Etc/GMT+12"),
        (5.5, "Asia/Kolkata"),
        (-13, "UTC"),
        (0.1, "UTC"),
    ],
)
def test_supposed(hours, zone):
    assert zone_from_offset(timedelta(hours=hours)) == zone


@pytest.mark.parametrize("quarters", range(-48, 57))
def test_the_zone_has_the_offset_or_is_utc(quarters):
    offset = timedelta(minutes=15 * quarters)
    zone = zone_from_offset(offset)
    years = (datetime(2026, month, 1, tzinfo=ZoneInfo(zone)) for month in (1, 7))
    assert zone == "UTC" or offset in {day.utcoffset() for day in years}
