"""What the editor shows and nobody changes is stored as it was, to the byte."""

from urllib.parse import parse_qsl

import pytest

from posts.models import Post
from tests.browser.editor import button, open_editor, text_of, tool
from tests.desk.forms import edit
from tests.factories import make_imported

pytestmark = pytest.mark.browser

BODY = (
    '<h2 id="why-now">Why now?</h2>\n<p>It&rsquo;s &ldquo;hot&rdquo; &mdash; really<br />\n'
    'AT&amp;T&nbsp;<a href="https://a.example/?a=1&amp;b=2">x</a> <b>bold</b> a  b</p>\n'
    '<pre tabindex="0"><code class="language-go" data-lang="go">a := 1\n\n\tb\n</code></pre>\n\n'
    "<ul>\n<li>eins</li>\n</ul>\n"
    '<table>\n<thead>\n<tr>\n<th align="right">A</th>\n</tr>\n</thead>\n</table>\n'
    '<iframe src="https://www.youtube.com/embed/abc" allowfullscreen></iframe>\n'
    '<p class="footnote-ref">中文，“引号”……</p>\nloose text'
)


@pytest.fixture
def post(publication):
    return make_imported(body=BODY)


def test_saved_with_something_else_changed(desk, post):
    stored = Post.objects.get(pk=post.pk).body
    open_editor(desk, edit(post))
    desk.get_by_label("Headline:").first.fill("Other")
    button(desk, "Publish the changes now").click()
    desk.locator(".messagelist").get_by_text("it is published.").wait_for()
    post.refresh_from_db()
    assert (post.title, post.body) == ("Other", stored)


def test_the_browser_itself_sends_the_stored_bytes(desk, post):
    stored = Post.objects.get(pk=post.pk).body
    open_editor(desk, edit(post))
    with desk.expect_request(lambda request: request.method == "POST") as sent:
        button(desk, "Save").click()
    form = dict(parse_qsl(sent.value.post_data, keep_blank_values=True))
    assert form["body"].replace("\r\n", "\n") == stored


def test_saved_after_a_look_around(desk, post):
    stored = Post.objects.get(pk=post.pk).body
    text = open_editor(desk, edit(post))
    text.locator("h2").click()
    desk.keyboard.press("End")
    desk.keyboard.press("ArrowDown")
    text.locator("strong").dblclick()
    tool(desk, "source").click()
    desk.locator("textarea.cke_source").wait_for()
    tool(desk, "source").click()
    text_of(desk)
    button(desk, "Save").click()
    desk.get_by_text("Nothing was changed.").wait_for()
    post.refresh_from_db()
    assert post.body == stored


def test_typed_and_taken_back(desk, post):
    stored = Post.objects.get(pk=post.pk).body
    text = open_editor(desk, edit(post))
    text.locator("h2").click()
    desk.keyboard.type("abc")
    for _ in range(3):
        desk.keyboard.press("Backspace")
    button(desk, "Save").click()
    desk.get_by_text("Nothing was changed.").wait_for()
    post.refresh_from_db()
    assert post.body == stored


def test_a_change_keeps_what_is_around_it(desk, post):
    text = open_editor(desk, edit(post))
    text.locator("h2").click()
    desk.keyboard.press("End")
    desk.keyboard.type(" Now!")
    button(desk, "Publish the changes now").click()
    desk.locator(".messagelist").get_by_text("it is published.").wait_for()
    post.refresh_from_db()
    for kept in (
        '<h2 id="why-now">Why now? Now!</h2>',
        'class="language-go"',
        'data-lang="go"',
        "a := 1\n\n\tb\n",
        'src="https://www.youtube.com/embed/abc"',
        'align="right"',
        "<strong>bold</strong>",
        "中文，“引号”……",
        "AT&amp;T",
    ):
        assert kept in post.body
