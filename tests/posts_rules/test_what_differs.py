"""Two texts side by side."""

import lxml.html
import pytest

from posts.content import CitationContent, PostContent
from posts.diff import Kind, compare
from posts.diff.fields import changed_fields
from posts.diff.words import marked, tokens


def rows(before, after, field="body"):
    found = compare(PostContent(title="T", **before), PostContent(title="T", **after))
    [diff] = [one for one in found if one.name == field]
    return [(row.kind, row.before, row.after) for row in diff.rows]


def body(before, after):
    return rows({"body": before}, {"body": after})


def test_words_are_marked_and_no_more():
    assert marked("The rate fell by 25 points.", "The rate rose by 25 points.") == (
        "The rate <del>fell</del> by 25 points.",
        "The rate <ins>rose</ins> by 25 points.",
    )


def test_chinese_is_marked_by_the_character():
    assert marked("美联储降息二十五个基点", "美联储加息二十五个基点") == (
        "美联储<del>降</del>息二十五个基点",
        "美联储<ins>加</ins>息二十五个基点",
    )


@pytest.mark.parametrize(
    "html",
    [
        'a <a title="x > y" href="/?a=1&amp;b=2">b</a>&nbsp;c',
        "一二three 四<br>五",
        "<p>x</p>\n<ul>\n<li>&lt;script&gt;</li></ul>",
    ],
)
def test_tokens_are_the_whole_text(html):
    assert "".join(tokens(html)) == html


def test_marks_never_stand_around_a_tag():
    before, after = marked("<p>One <b>two</b> three</p>", "<p>Four <i>five <b>six</b></i></p>")
    for side in (before, after):
        wrapped = f"<div>{side}</div>"
        tree = lxml.html.fragment_fromstring(wrapped)
        assert lxml.html.tostring(tree, encoding="unicode") == wrapped
        assert not tree.xpath("//ins/* | //del/*")


def test_a_paragraph_between_two_others_is_added():
    assert body("<p>One.</p>\n<p>Two.</p>", "<p>One.</p>\n<p>New here.</p>\n<p>Two.</p>") == [
        (Kind.SAME, "<p>One.</p>", "<p>One.</p>"),
        (Kind.ADDED, "", "<p><ins>New here.</ins></p>"),
        (Kind.SAME, "<p>Two.</p>", "<p>Two.</p>"),
    ]


def test_a_changed_paragraph_stands_beside_itself():
    found = body(
        "<p>The bank lowered rates today.</p><p>Nothing like it.</p>",
        "<p>Wholly new words come first.</p><p>The bank raised rates today.</p>",
    )
    assert [row[0] for row in found] == [Kind.ADDED, Kind.CHANGED, Kind.REMOVED]
    assert found[1][1:] == (
        "<p>The bank <del>lowered</del> rates today.</p>",
        "<p>The bank <ins>raised</ins> rates today.</p>",
    )


def test_another_link_under_the_same_words_is_told():
    found = body('<p><a href="https://a.example/">x y z</a></p>', "<p><b>x y z</b></p>")
    assert [row[0] for row in found] == [Kind.MARKUP]


def test_plain_text_cannot_become_markup():
    [(_kind, before, after)] = rows({"summary": "<b>a</b>"}, {"summary": "<i>a</i>"}, "summary")
    assert "<b>" not in before
    assert "<i>" not in after


def test_tags_and_sources_are_pieces_of_their_own():
    one, two = (CitationContent(label=name, url=f"https://{name}.example/") for name in ("a", "b"))
    assert rows({"tags": ("AI", "Trade")}, {"tags": ("AI",)}, "tags")[1][0] == Kind.REMOVED
    found = rows({"citations": (one,)}, {"citations": (one, two)}, "citations")
    assert [row[0] for row in found] == [Kind.SAME, Kind.ADDED]


def test_which_fields_differ():
    base = PostContent(title="T", tags=("A",), citations=(CitationContent(label="x"),))
    same = PostContent(title="T", tags=("A",), citations=(CitationContent(label="x", publisher=4),))
    assert changed_fields(base, same) == set()
    assert changed_fields(base, PostContent(title="U", tags=("A",))) == {"title", "citations"}
