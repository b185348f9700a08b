"""What readers lose or get back, and what throws a text away, is asked first."""

import pytest
from lxml import html

from posts.actions import redraft_post, withdraw_post
from tests.desk.forms import edit
from tests.factories import content, make_draft, make_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def asks(desk):
    def buttons(post):
        page = html.fromstring(desk.get(edit(post)).text)
        return {
            button.get("value"): (button.text_content().strip(), button.get("data-asks") or "")
            for button in page.xpath("//button[@name='verb']")
        }

    return buttons


def test_a_draft_asks_nothing(asks):
    assert not any(asked for _label, asked in asks(make_draft()).values())


def test_withdrawing_and_discarding_ask(asks):
    post = redraft_post(make_post(), content(), by=None)
    found = asks(post)
    assert {verb for verb, (_label, asked) in found.items() if asked} == {"withdraw", "discard"}
    assert found["publish"] == ("Publish the changes now", "")


def test_publishing_again_says_what_readers_get(asks):
    post = withdraw_post(make_post(), by=None)
    label, asked = asks(post)["publish"]
    assert label == "Publish again"
    assert asked.endswith("at its address again.")
    label, asked = asks(redraft_post(post, content(), by=None))["publish"]
    assert label == "Publish again, with the newer draft"
    assert "none of them has seen" in asked


def test_the_enter_key_saves(desk):
    page = html.fromstring(desk.get(edit(make_post())).text)
    assert page.xpath("//form[@id='post_form']//button[@type='submit']/@value")[0] == "save"
