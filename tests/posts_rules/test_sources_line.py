"""The line of sources is cut off only where joining it on gives the same bytes again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posts.sources_line import SourceRef, cut, join

LEADS = ("Source: ", "来源: ")
BODY = "<p>Rates rose.</p>"


def line(inner):
    return f"{BODY}\n<hr>\n<p><em>{inner}</em></p>"


@pytest.mark.parametrize(
    ("inner", "lead", "sources"),
    [
        (
            'Source: <a href="https://wire.example/a?b=1&amp;c=2">Smith &amp; Co</a>',
            "Source: ",
            [SourceRef("Smith & Co", "https://wire.example/a?b=1&c=2")],
        ),
        (
            'Source: <a href="https://a.example/">A, B</a>, The Wire, <a href="https://c.example/">C</a>',
            "Source: ",
            [
                SourceRef("A, B", "https://a.example/"),
                SourceRef("The Wire", ""),
                SourceRef("C", "https://c.example/"),
            ],
        ),
        ("来源: 通讯社", "来源: ", [SourceRef("通讯社", "")]),
        ("Source: Harper&rsquo;s", "Source: ", [SourceRef("Harper’s", "")]),
        ("Source: “Q”", "Source: ", [SourceRef("“Q”", "")]),
    ],
)
def test_is_cut_and_joined_again(inner, lead, sources):
    html = line(inner)
    found = cut(html, LEADS)
    assert found.body == BODY
    assert list(found.sources) == sources
    assert found.lead == lead
    assert join(*found) == html


@pytest.mark.parametrize(
    "html",
    [
        "",
        BODY,
        line("Sources: A"),  # a lead that was not asked for
        line("A"),
        line("Source: "),
        line("Source: A") + "\n<p>After it.</p>",
        line("Source: A") + "\n",
        line("Source: A").replace("<hr>", "<hr />"),
        line("Source: A").removeprefix(BODY),
        line("Source: A").replace(BODY, BODY + "\n"),
        line("Source: A;B"),
        line("Source: A,B"),
        line("Source: A、B"),
        line("Source: A, "),
        line("Source:  A"),
        line("Source: <strong>A</strong>"),
        line('Source: <a href="https://a.example/"><em>A</em></a>'),
        line('Source: <a href="https://a.example/" rel="x">A</a>'),
        line("Source: <a href='https://a.example/'>A</a>"),
        line('Source: <a href="/relative">A</a>'),
        line('Source: <a href="javascript:alert(1)">A</a>'),
        line('Source: <a href="https://a.example/?a&b">A</a>'),
        line('Source: <a href="https://a.example/">A</a> and B'),
        line("Source: A & B"),
        line("Source: O&#39;Neil"),
        line("Source: Harper’s"),
        line("Source: A&nbsp;B"),
        line("Source: A<br>B"),
        line("Source: " + "x" * 301),
    ],
)
def test_stays_in_the_body_where_it_could_not_be_restored(html):
    assert cut(html, LEADS) is None


def test_only_the_last_of_two_lines_is_cut():
    html = line("Source: A") + "\n<hr>\n<p><em>Source: B</em></p>"
    assert cut(html, LEADS).body == line("Source: A")


def test_without_sources_nothing_is_joined():
    assert join(BODY, [], "Source: ") == BODY


LABELS = st.text(min_size=1).map(lambda text: " ".join(text.split()))
URLS = st.sampled_from(["", "https://a.example/", 'https://a.example/?q="1"&r=<2>'])


@given(st.lists(st.builds(SourceRef, LABELS, URLS)), st.text(min_size=1))
def test_what_is_cut_can_always_be_joined(sources, body):
    html = join(body, sources, "Source: ")
    if found := cut(html, LEADS):
        assert join(*found) == html


@given(
    st.lists(st.builds(SourceRef, st.from_regex(r"\A[A-Za-z&<>\"'’.]{1,20}\Z"), URLS), min_size=1)
)
def test_plain_names_are_always_cut(sources):
    found = cut(join(BODY, sources, "Source: "), LEADS)
    assert found is not None
    assert list(found.sources) == sources
