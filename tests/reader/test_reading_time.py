import pytest

from posts.reading import minutes
from tests.factories import make_post

from .pages import get, text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", 1),
        ("<p>" + "word " * 230 + "</p>", 1),
        ("<p>" + "word " * 231 + "</p>", 2),
        ("<p>" + "字" * 400 + "</p>", 1),
        ("<p>" + "字" * 401 + "</p>", 2),
        # Half a minute of each.
        ("<p>" + "字" * 200 + " word" * 115 + "</p>", 1),
        ("<p>" + "字" * 200 + " word" * 116 + "</p>", 2),
        # Marks and tags are not read; a compound is one word.
        ("<p>" + "<b>well-known</b> — " * 230 + "</p>", 1),
        ("<p>" + "한국" * 200 + "かな" * 200 + "</p>", 2),
    ],
)
def test_each_script_is_read_at_its_pace(body, expected):
    assert minutes(body) == expected


@pytest.mark.django_db
def test_a_page_says_how_long_it_takes():
    english = make_post(body="<p>" + "word " * 500 + "</p>")
    chinese = make_post(language="zh", body="<p>" + "字" * 900 + "</p>")
    assert "3 minutes to read" in text(
        get(english.get_absolute_url()), "//*[@class='post-details']/p"
    )
    assert "阅读约需3分钟" in text(get(chinese.get_absolute_url()), "//*[@class='post-details']/p")
