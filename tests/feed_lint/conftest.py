import pytest

from feeds.lint.checks import remarks_for_feeds
from tests.factories import make_draft, make_publication

# Pieces of bodies are wrapped in it: no remark is about the text itself.
CLEAN = "<p>Text.</p>"


@pytest.fixture(autouse=True)
def publication(db):
    return make_publication()


@pytest.fixture
def found():
    """What the checks say of a draft with a body: (code, where), in order."""

    def found_in(body=CLEAN, **values):
        post = make_draft(body=body, **values)
        return [(remark.code, remark.where) for remark in remarks_for_feeds(post)]

    return found_in
