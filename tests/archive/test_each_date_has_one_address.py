from datetime import UTC, datetime

import pytest
from django.test import Client

from tests.factories import make_many, make_post, make_publication
from tests.reader.pages import get, path_of

pytestmark = pytest.mark.django_db

DAY = datetime(2024, 2, 29, 4, tzinfo=UTC)


@pytest.fixture
def a_leap_day() -> None:
    make_post(published_at=DAY)


@pytest.mark.usefixtures("a_leap_day")
@pytest.mark.parametrize("date", ["2024", "2024/02", "2024/02/29"])
def test_it_is_there_and_names_itself(date):
    address = f"/en/archive/{date}/"
    [canonical] = get(address).xpath("//link[@rel='canonical']/@href")
    assert path_of(canonical) == address


OTHER_SPELLINGS = [
    "24",
    "02024",
    "2024/2",
    "2024/002",
    "2024/02/9",
    "2024-02",
    "２０２４",
    "2024/Feb",
]
IMPOSSIBLE = ["2024/00", "2024/13", "2024/02/00", "2024/02/30", "2023/02/29", "2024/04/31"]
FAR = ["0000", "0001", "0001/01/01", "9998/12/31", "9999", "9999/12", "9999/12/31"]
EMPTY = ["2023", "2024/03", "2024/02/28", "2024/02/29/04"]


@pytest.mark.usefixtures("a_leap_day")
@pytest.mark.parametrize("dates", [OTHER_SPELLINGS, IMPOSSIBLE, FAR, EMPTY])
def test_nothing_else_is(dates):
    for date in dates:
        for rest in ("", "page/2/"):
            address = f"/en/archive/{date}/{rest}"
            assert Client().get(address).status_code == 404, address


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_no_zone_makes_a_date_a_fault(zone):
    make_publication(time_zone=zone)
    for date in FAR:
        assert Client().get(f"/en/archive/{date}/").status_code == 404, date


def test_a_page_of_it_has_one_too():
    make_many(21, published_at=DAY)
    for date in ("2024/02", "2024/02/29"):
        path = f"/en/archive/{date}/"
        assert Client().get(f"{path}page/2/").status_code == 200
        for written, meant in [("page/1/", ""), ("page/01/", ""), ("page/02/", "page/2/")]:
            response = Client().get(f"{path}{written}")
            assert (response.status_code, response["Location"]) == (301, f"{path}{meant}")
        assert Client().get(f"{path}page/3/").status_code == 404


@pytest.mark.usefixtures("a_leap_day")
def test_a_year_has_no_pages():
    assert Client().get("/en/archive/2024/page/2/").status_code == 404
