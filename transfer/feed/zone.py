"""A time zone for a publication of which only a feed is known."""

from datetime import timedelta
from typing import Final

_HOUR: Final = timedelta(hours=1)

# Where a zone without summer time has most of an offset's readers. (`Etc/GMT±n` knows hours only.)
_ZONES: Final = {
    timedelta(hours=3, minutes=30): "Asia/Tehran",
    timedelta(hours=4, minutes=30): "Asia/Kabul",
    timedelta(hours=5, minutes=30): "Asia/Kolkata",
    timedelta(hours=5, minutes=45): "Asia/Kathmandu",
    timedelta(hours=6, minutes=30): "Asia/Yangon",
    timedelta(hours=8): "Asia/Shanghai",
    timedelta(hours=8, minutes=45): "Australia/Eucla",
    timedelta(hours=9, minutes=30): "Australia/Darwin",
    timedelta(hours=10, minutes=30): "Australia/Lord_Howe",
    timedelta(hours=12, minutes=45): "Pacific/Chatham",
    timedelta(hours=-2, minutes=-30): "America/St_Johns",
    timedelta(hours=-3, minutes=-30): "America/St_Johns",
    timedelta(hours=-9, minutes=-30): "Pacific/Marquesas",
}


def zone_from_offset(offset: timedelta) -> str:
    """Return the IANA zone to suppose for an offset from UTC: +08:00 → `Asia/Shanghai`.

    Whole hours without a zone of their own become `Etc/GMT-3`, whose sign is that of POSIX: east
    of Greenwich is minus. What no zone has is `UTC`.
    """
    if zone := _ZONES.get(offset):
        return zone
    hours, rest = divmod(offset, _HOUR)
    if rest or not offset or not -12 <= hours <= 14:
        return "UTC"
    return f"Etc/GMT{-hours:+d}"
