"""A word may stand in every post: so many as are ranked are the newest ones."""

from datetime import timedelta

import pytest

from posts.search import find as finding
from tests.factories import NEWEST, make_post

from .pages import ask, found

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def three_posts(monkeypatch):
    monkeypatch.setattr(finding, "MOST_RANKED", 2)
    for days, title, body in (
        (1, "Newest", "<p>Quantum leaps.</p>"),
        (2, "Quantum news", "<p>Quantum leaps.</p>"),
        (3, "Quantum leap", "<p>Oldest.</p>"),
    ):
        make_post(title=title, body=body, published_at=NEWEST - timedelta(days=days))


def test_the_best_of_them_first():
    assert found("quantum") == ["Quantum news", "Newest"]
    assert "more than 2" in ask("quantum").xpath("string(//main)").lower()


def test_a_phrase_is_looked_for_in_as_many():
    assert set(found('"quantum leap"')) == {"Newest", "Quantum news"}


def test_fewer_are_all_of_them():
    assert found("oldest") == ["Quantum leap"]
