"""Remarks stand above the form, and publishing says them."""

import pytest

from posts import checks
from posts.checks import Level, Remark, register, run_checks
from posts.models import Post
from posts.workflow import Status
from taxonomy.models import Category
from tests.desk.conftest import signed_in
from tests.desk.forms import ADD, edit, new_post, send, typed
from tests.factories import make_draft, make_editor, make_post

BROKEN = '<p><a href="#nowhere">x</a><img src="https://x.example/a.jpg"></p>'
SOURCES = [("Wire", "https://wire.example/a")]
HEADING = "Publish check"


@pytest.fixture
def desk():
    Category.objects.ensure("en", ["world"])
    return signed_in(make_editor())


def said(response):
    return [(message.level_tag, message.message) for message in response.context["messages"]]


def test_the_form_shows_them(desk):
    page = desk.get(edit(make_draft(body=BROKEN))).text
    assert HEADING in page
    assert "A link within the text leads nowhere." in page
    assert "<code>#nowhere</code>" in page
    assert HEADING not in desk.get(edit(make_draft())).text
    assert HEADING not in desk.get(ADD).text


def test_publishing_says_them_and_goes_on(desk):
    values = {"body": BROKEN, "summary": "", "verb": "publish"}
    response = send(desk, ADD, new_post(desk, **values))
    assert Post.objects.get().status == Status.PUBLISHED
    level, message = said(response)[1]
    assert level == "warning"
    assert message.startswith("4 remarks: A link within the text leads nowhere.")
    assert HEADING in response.text


def test_saving_a_draft_says_nothing(desk):
    response = send(desk, ADD, new_post(desk, body=BROKEN, verb="save"))
    assert [level for level, _message in said(response)] == ["success"]


def test_a_clean_post_is_published_in_silence(desk):
    response = send(desk, ADD, new_post(desk, summary="Short.", sources=SOURCES, verb="publish"))
    assert [level for level, _message in said(response)] == ["success"]


def test_a_refused_form_still_shows_what_is_stored(desk):
    post = make_post(body=BROKEN)
    response = send(desk, edit(post), typed(desk, edit(post), title="", body="<p>x</p>"))
    assert response.errors
    assert HEADING in response.text


def test_what_is_quoted_stays_text(desk):
    body = '<p><a href="#&lt;script&gt;alert(1)&lt;/script&gt;">x</a></p>'
    response = send(desk, ADD, new_post(desk, body=body, verb="publish"))
    panel = response.text.partition('class="remarks"')[2].partition("</section>")[0]
    assert "alert(1)" in panel
    assert "<script>" not in panel
    assert "(#<script>" not in response.text


def test_others_register_checks(monkeypatch):
    monkeypatch.setattr(checks, "_checks", [])
    hint, broken = Remark(Level.HINT, "a", "A."), Remark(Level.BROKEN, "b", "B.", "here")
    check = register(lambda post: [hint, broken] if post.title else [])
    assert register(check) is check
    assert run_checks(Post(title="x")) == [broken, hint]
    assert run_checks(Post(title="")) == []
