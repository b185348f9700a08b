import pytest
from django.test import Client

from tests.factories import make_editor, make_publication


@pytest.fixture
def publication(db):
    return make_publication()


@pytest.fixture
def editor(db):
    """Somebody who may do everything."""
    return make_editor()


@pytest.fixture
def contributor(db):
    """Somebody who writes and may not publish."""
    return make_editor("contributor", "view_post", "add_post", "change_post", "delete_post")


@pytest.fixture
def desk(editor, publication):
    """A browser in which the editor is signed in."""
    return signed_in(editor)


@pytest.fixture
def contributors_desk(contributor, publication):
    return signed_in(contributor)


def signed_in(user, **kwargs):
    client = Client(**kwargs)
    client.force_login(user)
    return client
