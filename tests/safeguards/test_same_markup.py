"""A body that only another program has written down anew is the same; a changed one is not."""

import pytest

from safeguards.sameness import same_markup

STORED = (
    '<h2 id="a-b">A &amp; B &lsquo;x&rsquo;</h2>\n<p>One<br>two <b>three</b>.<img src="/a.jpg" '
    'alt="&quot;q&quot;"></p>\n<hr>\n<ul>\n<li>i</li>\n<li>j</li>\n</ul>\n<pre><code>a\n  b\n'
    "</code></pre>\n<table><tr><td>1</td></tr></table>"
)
CKEDITOR = (
    "<h2 id='a-b'>A &amp; B ‘x’</h2>\r\n\r\n<p>One<br />\r\ntwo <b>three</b>.<img alt='\"q\"' "
    "src='/a.jpg' /></p>\r\n\r\n<hr />\r\n<ul>\r\n\t<li>i</li>\r\n\t<li>j</li>\r\n</ul>\r\n"
    "\r\n<pre>\r\n<code>a\r\n  b\r\n</code></pre>\r\n\r\n<table>\r\n\t<tbody>\r\n\t\t<tr>\r\n"
    "\t\t\t<td>1</td>\r\n\t\t</tr>\r\n\t</tbody>\r\n</table>\r\n"
)


def test_what_ckeditor_writes_of_an_untouched_body_is_the_same() -> None:
    assert same_markup(STORED, CKEDITOR)
    assert same_markup(CKEDITOR, STORED)
    assert same_markup("", "\n")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>a b</p>", "<p>a\n  b</p>"),
        ("<p>&#8212;</p>", "<p>—</p>"),
        ("<p>a</p><p>b</p>", " <p> a </p>\n<p>b\n</p> "),
        ("<p>one<p>two", "<p>one</p>\n<p>two</p>"),
        ("<pre>\na</pre>", "<pre>a</pre>"),
        ("<p><b>a</b><i>b</i></p>", "<p><strong>a</strong><em>b</em></p>"),
        ("<table><tr><td></td></tr></table>", "<table><tr><td>&nbsp;</td></tr></table>"),
        ("<details open>x</details>", '<details open="open">x</details>'),
        ('<a href="/" title="t">x</a>', "<A TITLE=t HREF=/>x</A>"),
    ],
)
def test_spelling_makes_no_difference(one: str, other: str) -> None:
    assert same_markup(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>a b</p>", "<p>ab</p>"),
        ("<p>a <b>b</b></p>", "<p>a<b>b</b></p>"),
        ("<p>a&nbsp;b</p>", "<p>a b</p>"),
        ("<pre>a b</pre>", "<pre>a  b</pre>"),
        ("<pre>a\n</pre>", "<pre>a</pre>"),
        ("<pre><code>a\n b</code></pre>", "<pre><code>a b</code></pre>"),
        ("<p>&amp;lt;</p>", "<p>&lt;</p>"),
        ("<p>a</p>", "<h2>a</h2>"),
        ('<p lang="en">a</p>', '<p lang="de">a</p>'),
        ("<p>a</p>", "<p>a&nbsp;</p>"),
        ("<em>a</em>", "<strong>a</strong>"),
    ],
)
def test_a_change_that_readers_see_does(one: str, other: str) -> None:
    assert not same_markup(one, other)
