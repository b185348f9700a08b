"""Search engines may list every kind of page but those that are made for one question."""

import pytest
from django.test import Client

from .pages import PAGES, STATES

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("quality")]

OF_EVERYBODY = {"a short post", "a year of the archive", "a day of the archive"}
FOR_ONE_QUESTION = {"posts:search", *STATES} - OF_EVERYBODY


@pytest.mark.parametrize("language", ["en", "zh"])
def test_all_but_these(newsroom, language):
    paths = PAGES | {name: path for name, (path, _status) in STATES.items()}
    found = {
        name
        for name, path in paths.items()
        if b'<meta name="robots" content="noindex">' in Client().get(f"/{language}/{path}").content
    }
    assert found == FOR_ONE_QUESTION
