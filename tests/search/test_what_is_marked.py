import pytest

from tests.factories import make_post

from .pages import ask

pytestmark = pytest.mark.django_db


def marks(typed: str, language: str = "en") -> list[str]:
    return [mark.text_content() for mark in ask(typed, language).xpath("//mark")]


def test_words_with_other_endings():
    make_post(title="Tariff fight", summary="x", body="<p>They impose tariffs.</p>")
    assert marks("tariff") == ["Tariff", "tariffs"]


def test_characters():
    make_post("zh", title="中国发布人工智能规划", summary="", body="<p>x</p>")
    assert marks("人工智能", "zh") == ["人工智能"]


def test_one_character_and_accents_and_joined_words():
    make_post("zh", title="天气", summary="", body="<p>今天</p>")
    make_post(title="Café GPT-5", summary="", body="<p>x</p>")
    assert marks("天", "zh") == ["天", "天"]
    assert marks("cafe gpt5") == ["Café", "GPT-5"]


def test_the_body_is_shown_where_it_stands():
    body = "<p>" + "Something else. " * 60 + "Here is <b>quantum</b> &lt;b&gt; at last." + "</p>"
    make_post(title="x", summary="No.", body=body)
    [shown] = ask("quantum").xpath("//*[@class='entry-standfirst']")
    assert shown.text_content().startswith("…")
    assert "quantum <b> at last." in shown.text_content()
    assert not shown.xpath(".//b")
