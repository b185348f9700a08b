from datetime import UTC, datetime

import pytest
from django.utils import timezone, translation

from publication.templatetags import dates
from publication.templatetags.numbers import number

MOMENT = datetime(2026, 4, 26, 16, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        ("en", ["Monday 27 April 2026", "27 April", "April 2026", "00:05"]),
        ("zh-hans", ["2026年4月27日 星期一", "4月27日", "2026年4月", "00:05"]),
        ("es", ["lunes 27 abril 2026", "27 abril", "abril 2026", "00:05"]),
    ],
)
def test_dates_are_printed_in_the_language_and_the_zone(locale, shown):
    with translation.override(locale), timezone.override("Asia/Shanghai"):
        how = (dates.long_day, dates.day_of_month, dates.month, dates.clock)
        assert [form(MOMENT) for form in how] == shown


@pytest.mark.parametrize(
    ("locale", "shown"), [("en", "1,234,567"), ("zh-hans", "1,234,567"), ("es", "1.234.567")]
)
def test_numbers_are_grouped_by_three(locale, shown):
    with translation.override(locale):
        assert number(1234567).replace("\xa0", ".") == shown
        assert number(12) == "12"
