"""Pages as they are on the web: other charsets, damaged, hostile. What comes out is plain text."""

import time
from datetime import date
from pathlib import Path

import pytest

from sources.page import LONGEST_HEADLINE, LONGEST_SITE, read_page
from sources.page_text import LONGEST, page_text

PAGES = Path(__file__).resolve().parent.parent / "data" / "pages"
TODAY = date(2026, 4, 26)


def read(name, url="https://wire.example/world/piece", content_type="text/html", **values):
    html = page_text((PAGES / f"{name}.html").read_bytes(), content_type)
    return read_page(html, url, today=TODAY, **values)


def test_what_it_tells_networks_comes_first():
    facts = read("plain")
    assert facts.headline == "Rates fall by a quarter & markets rise"
    assert facts.site == "Example Wire"
    # The day on the publisher's clock, not the one in UTC.
    assert facts.date == date(2026, 4, 25)
    assert facts.address == "https://wire.example/world/rates?id=7"


def test_json_ld_that_others_would_refuse():
    facts = read("json-ld")
    assert facts.headline == "A headline over two lines"
    assert facts.site == "Herald"
    assert facts.date == date(2026, 4, 24)


@pytest.mark.parametrize(
    ("name", "headline", "site", "day"),
    [
        ("gbk", "央行降息二十五个基点", "示例新闻网", date(2026, 4, 23)),
        ("gbk-undeclared", "央行降息二十五个基点，市场反应平静", "", None),
        ("big5", "央行降息一碼", "範例日報", date(2026, 4, 22)),
        ("shift-jis", "日銀、利上げを見送り", "例新聞", date(2026, 4, 21)),
        ("wrong-charset", "Zürich – Größe “bleibt”", "", None),
        ("wrong-charset-gbk", "标题写错了编码的网页", "", None),
    ],
)
def test_any_charset(name, headline, site, day):
    facts = read(name)
    assert (facts.headline, facts.site, facts.date) == (headline, site, day)


def test_the_header_of_the_answer_tells_too():
    text = "Größe".encode("cp1252")
    assert page_text(text, "text/html; charset=ISO-8859-1") == "Größe"
    assert page_text(text, 'text/html; charset="utf-7"') == "Größe"


@pytest.mark.parametrize(
    ("name", "headline"),
    [
        ("no-head", "A title in the body"),
        ("cut-off", "Cut off in the midd"),
        ("paywall", ""),
    ],
)
def test_what_is_damaged(name, headline):
    assert read(name).headline == headline


def test_the_first_time_of_a_page_without_metadata():
    assert read("no-head").date == date(2026, 4, 20)


def test_what_is_hostile_is_a_line_of_text():
    facts = read("hostile")
    assert facts.headline.isprintable()
    assert "<script" not in facts.headline
    assert "\u202e" not in facts.headline
    assert len(facts.headline) <= LONGEST_HEADLINE
    assert len(facts.site) <= LONGEST_SITE
    assert facts.date is None
    assert facts.address == "https://wire.example/world/piece"


def test_a_front_page_is_not_the_address_of_a_piece():
    facts = read("front-as-canonical")
    # Nor is the address of the same piece without encryption.
    assert facts.address == "https://wire.example/world/piece"


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Piece - BBC News", "Piece"),
        ("Piece | News | BBC", "Piece | News"),
        ("Left - right", "Left - right"),
        ("BBC", "BBC"),
    ],
)
def test_a_title_loses_the_name_of_its_site(title, headline):
    page = f"<title>{title}</title>"
    assert read_page(page, "https://www.bbc.co.uk/1", today=TODAY).headline == headline


def test_known_names_of_the_publisher_are_left_out():
    page = "<title>Piece – The Guardian</title>"
    names = ("The Guardian",)
    assert read_page(page, "https://g.example/1", today=TODAY, names=names).headline == "Piece"


@pytest.mark.parametrize("day", ["2999-01-01", "1400-01-01", "2026-13-45", "soon", ""])
def test_no_date_that_cannot_be(day):
    page = f'<meta property="article:published_time" content="{day}">'
    assert read_page(page, "https://wire.example/1", today=TODAY).date is None


@pytest.mark.parametrize(
    "piece",
    [
        "<meta name=a content='",
        "<script type=application/ld+json>",
        "<title",
        "<!--",
        '<a "',
        "<time datetime=2026-01-01>",
        "<![CDATA[",
        "&#x26;" * 3,
    ],
)
def test_no_page_takes_long(piece):
    page = (piece * (LONGEST // len(piece)))[:LONGEST]
    start = time.perf_counter()
    read_page(page_text(page.encode()), "https://wire.example/1", today=TODAY)
    assert time.perf_counter() - start < 5


def test_only_the_beginning_of_a_huge_page_is_read():
    page = b"<title>Huge</title>" + b"\xe4\xbd\xa0" * LONGEST
    text = page_text(page)
    assert len(text.encode()) <= LONGEST
    assert "\ufffd" not in text
