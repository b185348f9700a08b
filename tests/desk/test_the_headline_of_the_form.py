"""A post's page is called by its headline, which is typed on one line however it is pasted."""

import pytest
from lxml import html

from posts.actions import redraft_post
from taxonomy.models import Category
from tests.desk.forms import ADD, edit, new_post, only_post, send
from tests.factories import content, make_member, make_post

from .conftest import signed_in

pytestmark = pytest.mark.django_db


def heading(client, address):
    page = html.fromstring(client.get(address).text)
    [first] = page.xpath("//h1")
    return first.text_content().strip()


def test_it_is_the_heading(desk):
    assert heading(desk, ADD) == "New post"
    post = make_post(title="<b>Rates</b> & ports")
    assert heading(desk, edit(post)) == "<b>Rates</b> & ports"
    redraft_post(post, content(title="Newer"), by=None)
    assert heading(desk, edit(post)) == "Newer"


def test_also_for_who_may_only_read(publication):
    post = make_post(title="Seen")
    assert heading(signed_in(make_member("Contributor")), edit(post)) == "Seen"


def test_line_ends_are_spaces(desk):
    Category.objects.ensure("en", ["world"])
    send(desk, ADD, new_post(desk, title="Fed\r\ncuts\nrates"))
    assert only_post().title == "Fed cuts rates"


def test_what_is_kept_is_said_beside_the_buttons(desk):
    page = html.fromstring(desk.get(ADD).text)
    assert page.xpath("//*[contains(@class, 'verbs')]//*[@id='pulse']")
