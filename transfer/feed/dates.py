"""Dates as feeds write them, which is in more ways than the standards know."""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

# RFC 3339, its relatives (W3C-DTF, ISO 8601's basic form), and 2026年4月26日.
_YEAR_FIRST = re.compile(
    r"(\d{4})\s*(?:[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?|(\d\d)(\d\d)(?!\d))[T,\s]*(.*)",
    re.IGNORECASE,
)
_BASIC_TIME = re.compile(r"(\d\d)(\d\d)(\d\d)?(?=\D|$)")
_TIME = re.compile(
    r"(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d+))?)?\s*(?:([AP])\.?M\b\.?)?", re.IGNORECASE
)
_OFFSET = re.compile(r"(?:GMT|UTC|UT|Z)?\s*([+-])(\d{1,2}):?(\d\d)?\b", re.IGNORECASE)
_COMMENT = re.compile(r"\([^()]*\)")
_MONTH = re.compile(r"[^\W\d]{3,}")
_NUMBER = re.compile(r"\d+")

# fmt: off
_MONTHS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)
# Hours ahead of UTC: RFC 822 §5.1, and names that mean one offset wherever they are used.
_ZONES: Final = {
    "edt": -4, "est": -5, "cdt": -5, "cst": -6, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8,
    "west": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3,
    "hkt": 8, "sgt": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13,
}
# fmt: on
# Go's zero time and the like are no dates, and far years overflow in other zones.
_LONGEST: Final = 100
_FIRST_YEAR, _LAST_YEAR = 1400, 9000


def read_date(text: str) -> datetime | None:
    """Return an aware datetime with the offset as written, or None.

    Read are RFC 822 and RFC 3339 dates and their broken relatives: one-digit days, long names,
    commas anywhere, no seconds, `2 PM`'s style, `26 Apr 2026`, `2026/4/26`, `April 26, 2026`. What
    has no zone, or one that is not known, is taken to be in UTC; without a time it is midnight. A
    year or a month alone is no date, nor is `04/05/2026`, of which nobody knows the month.
    """
    text = " ".join(_COMMENT.sub(" ", text[:_LONGEST]).split())
    try:
        return _year_first(text) or _by_month_name(text)
    except (ValueError, OverflowError):
        return None


def unread_date_note(text: str) -> str:
    """Return the sentence for a report on a date that `read_date` does not understand."""
    return f"The date “{' '.join(text.split())[:60]}” cannot be read."


def _year_first(text: str) -> datetime | None:
    found = _YEAR_FIRST.fullmatch(text)
    if not found:
        return None
    rest = found[6]
    if (basic := _BASIC_TIME.match(rest)) and not _TIME.match(rest):
        rest = f"{basic[1]}:{basic[2]}:{basic[3] or '00'}{rest[basic.end() :]}"
    year, month, day = found[1], found[2] or found[4], found[3] or found[5]
    return _at(int(year), int(month), int(day), rest)


def _by_month_name(text: str) -> datetime | None:
    """Read a date whose month is a word, wherever its day and year stand."""
    time = _TIME.search(text)
    before, behind = (text[: time.start()], text[time.end() :]) if time else (text, "")
    if time and not _NUMBER.search(before):  # `14:00 26 April 2026`
        before, behind = behind, ""
    offset = _OFFSET.match(behind.strip())
    date = before + " " + (behind.strip()[offset.end() :] if offset else behind)
    months = [word[:3].lower() for word in _MONTH.findall(date)]
    month = next((_MONTHS.index(word) + 1 for word in months if word in _MONTHS), 0)
    numbers = _NUMBER.findall(date)
    if not month or len(numbers) < 2:
        return None
    day, year = numbers[:2]
    if len(day) == 4:
        year, day = day, year
    return _at(_full_year(year), month, int(day), (time[0] if time else "") + " " + behind)


def _full_year(digits: str) -> int:
    """RFC 5322 §4.3: two digits below 50 are of this century."""
    year = int(digits)
    if len(digits) == 2:
        return year + (2000 if year < 50 else 1900)
    return year


def _at(year: int, month: int, day: int, rest: str) -> datetime | None:
    """Put a date together with what stands behind it: a time and a zone, either or none."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    midnight = datetime(year, month, day, tzinfo=UTC)
    time = _TIME.match(rest)
    if not time:
        return midnight
    hour, minute, second = int(time[1]), int(time[2]), min(int(time[3] or 0), 59)
    if time[5]:
        hour = hour % 12 + (12 if time[5].lower() == "p" else 0)
    if hour > 24 or minute > 59:
        return None
    micro = int((time[4] or "0")[:6].ljust(6, "0"))
    clock = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=micro)
    return (midnight + clock).replace(tzinfo=_zone(rest[time.end() :].strip()))


def _zone(text: str) -> timezone:
    if offset := _OFFSET.match(text):
        sign = -1 if offset[1] == "-" else 1
        hours, minutes = int(offset[2]), int(offset[3] or 0)
        return timezone(sign * timedelta(hours=hours, minutes=minutes)) if hours or minutes else UTC
    name = _MONTH.match(text)
    hours = _ZONES.get(name[0].lower(), 0) if name else 0
    return timezone(timedelta(hours=hours)) if hours else UTC
