from datetime import UTC, datetime

import pytest

from tests.factories import make_post

from .pages import ask, found

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def posts() -> None:
    make_post(
        title="Quantum A", section="tech", tags=["AI"],
        published_at=datetime(2026, 1, 31, 15, 59, tzinfo=UTC),
    )  # fmt: skip
    make_post(
        title="Quantum B", section="world", tags=["Trade"],
        published_at=datetime(2026, 1, 31, 16, 1, tzinfo=UTC),
    )  # fmt: skip
    make_post("zh", title="Quantum 中", section="tech", tags=["AI"])


@pytest.mark.parametrize(
    ("filters", "titles"),
    [
        ({}, {"Quantum A", "Quantum B"}),
        ({"section": "tech"}, {"Quantum A"}),
        ({"tag": "trade"}, {"Quantum B"}),
        ({"tag": "AI"}, {"Quantum A"}),
        ({"tag": "AI", "section": "world"}, set()),
        ({"language": "zh"}, {"Quantum 中"}),
        ({"language": "all"}, {"Quantum A", "Quantum B", "Quantum 中"}),
        ({"language": "all", "section": "tech"}, {"Quantum A", "Quantum 中"}),
        # Days are those of the publication, in Shanghai.
        ({"from": "2026-02-01"}, {"Quantum B"}),
        ({"to": "2026-01-31"}, {"Quantum A"}),
        ({"from": "2026-01-31", "to": "2026-02-01"}, {"Quantum A", "Quantum B"}),
    ],
)
def test_each_narrows(filters, titles):
    assert set(found("quantum", **filters)) == titles


@pytest.mark.parametrize(
    ("filters", "sentence"),
    [
        ({"section": "nowhere"}, "There is no section “nowhere”."),
        ({"tag": "nothing"}, "There is no tag “nothing”."),
        ({"language": "xx"}, "There is no language “xx” here."),
        ({"from": "yesterday"}, "“yesterday” is no date. Write it like 2026-04-26."),
        ({"to": "2026-02-30"}, "“2026-02-30” is no date. Write it like 2026-04-26."),
        ({"from": "2026-02-02", "to": "2026-02-01"}, "The last day is before the first."),
        ({"page": "9"}, "There is no page “9” of this search."),
        ({"page": "x"}, "There is no page “x” of this search."),
    ],
)
def test_a_wrong_one_is_named_and_stays(filters, sentence):
    page = ask("quantum", **filters)
    said = [" ".join(p.text_content().split()) for p in page.xpath("//p[@class='problem']")]
    assert sentence in said
    name, value = next(iter(filters.items()))
    held = page.xpath(f"//input[@name='{name}']/@value")
    held += page.xpath(f"//select[@name='{name}']/option[@selected]/@value")
    assert name == "page" or value in held
