"""Rows that are not shown do nothing when they are sent all the same."""

import pytest

from posts.actions import correct_post
from posts.models import Correction
from tests.desk.conftest import signed_in
from tests.desk.forms import ADD, edit, new_post, send, typed
from tests.factories import make_draft, make_editor, make_post, make_publication

pytestmark = pytest.mark.django_db

ALL_BUT_PUBLISH = ("view_post", "add_post", "change_post", "delete_post")


def forged(correction=None, **values):
    row = correction.pk if correction else ""
    return {
        "corrections-TOTAL_FORMS": "2",
        "corrections-INITIAL_FORMS": "0",
        "corrections-0-row": str(row),
        "corrections-0-text": "Forged.",
        "corrections-1-row": "",
        "corrections-1-text": "Forged, too.",
        **values,
    }


@pytest.fixture
def correction():
    return correct_post(make_post(), "As it was.", by=None)


def texts():
    return list(Correction.objects.values_list("text", flat=True))


@pytest.mark.parametrize("taken_back", [{}, {"corrections-0-DELETE": "on"}])
def test_who_may_not_publish_changes_nothing_of_what_is_public(correction, taken_back):
    client = signed_in(make_editor("contributor", *ALL_BUT_PUBLISH))
    address = edit(correction.post)
    sent = typed(signed_in(make_editor()), address, **forged(correction), **taken_back)
    client.post(address, sent)
    assert texts() == ["As it was."]
    assert "corrections-" not in client.get(address).text


def test_who_may_not_change_posts_changes_nothing_either(correction):
    client = signed_in(make_editor("publisher", "view_post", "publish_post"))
    address = edit(correction.post)
    sent = typed(signed_in(make_editor()), address, **forged(correction))
    assert client.post(address, sent).status_code == 403
    assert texts() == ["As it was."]


def test_a_draft_gets_none_and_its_form_touches_those_of_no_other(correction):
    client = signed_in(make_editor())
    draft = make_draft()
    send(client, edit(draft), typed(client, edit(draft), title="Better", **forged(correction)))
    draft.refresh_from_db()
    assert draft.title == "Better"
    assert texts() == ["As it was."]


def test_a_new_post_gets_none():
    make_publication()
    make_post()
    client = signed_in(make_editor())
    send(client, ADD, new_post(client, verb="publish", **forged()))
    assert texts() == []


def test_a_row_of_another_post_is_not_to_be_had(correction):
    client = signed_in(make_editor())
    other = make_post()
    data = typed(client, edit(other), verb="publish", **forged(correction))
    response = client.post(edit(other), data)
    assert "taken back while you were writing" in response.text
    assert texts() == ["As it was."]
    send(client, edit(other), {**data, "corrections-0-DELETE": "on", "corrections-1-text": ""})
    assert texts() == ["As it was."]


def test_what_the_form_does_not_show_cannot_be_sent(correction):
    client = signed_in(make_editor())
    post, other = correction.post, make_post()
    row = {
        "corrections-0-identity": "00000000-0000-0000-0000-000000000000",
        "corrections-0-post": str(other.pk),
        "corrections-0-by": "1",
        "corrections-0-id": "999",
    }
    send(client, edit(post), typed(client, edit(post), verb="publish", **forged(correction), **row))
    found = Correction.objects.get(pk=correction.pk)
    assert (found.identity, found.post, found.by) == (correction.identity, post, None)


@pytest.mark.parametrize("number", ["", "x"])
def test_rows_that_cannot_be_counted(correction, number):
    client = signed_in(make_editor())
    post = correction.post
    data = typed(client, edit(post), **forged(correction, **{"corrections-TOTAL_FORMS": number}))
    assert client.post(edit(post), data).status_code == 200
    assert texts() == ["As it was."]
