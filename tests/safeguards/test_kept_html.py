"""Clean HTML comes back byte for byte; where something goes, the rest keeps its spelling."""

import pytest

from safeguards.html import sanitise

CLEAN = [
    "",
    "plain text — with ‘quotes’",
    "AT&T, R&D; a & b &amp; c",
    "<p>&lsquo;Industrial&rsquo; &amp; &quot;x&quot; — a&#39;s &#43; &nbsp;&#x2014; 5 > 4</p>",
    '<h2 id="key-findings">Key Findings</h2>\n<h2 id="重点-1">重点</h2>',
    "<p>a<br>b<br/>c<br />d</p>\n<hr>\n<hr />",
    '<p>x<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">'
    "1</a></sup></p>\n"
    '<div class="footnotes" role="doc-endnotes">\n<hr>\n<ol>\n<li id="fn:1">\n<p>n&#160;'
    '<a href="#fnref:1" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a></p>\n'
    "</li>\n</ol>\n</div>",
    '<div class="highlight"><pre tabindex="0" class="chroma"><code class="language-go" '
    'data-lang="go"><span class="line"><span class="cl"><span class="kn">package</span> '
    '<span class="s">&#34;x&#34;</span>\n</span></span></code></pre></div>',
    '<pre tabindex="0"><code class="language-c++" data-lang="c++">a &lt; b &amp;&amp; c\n'
    "</code></pre>",
    "<pre>\nfirst line feed is dropped by browsers</pre><pre>\n\nkept</pre>",
    '<table>\n<thead>\n<tr>\n<th align="right">a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
    '<td align="right" colspan="2">1</td>\n</tr>\n</tbody>\n</table>',
    '<figure><img src="/a.jpg" alt="&ldquo;x&rdquo; &gt; y" width="3" height="4" loading="lazy"/>\n'
    "<figcaption><p>c</p></figcaption></figure>",
    '<ul>\n<li><input checked="" disabled="" type="checkbox"> done</li>\n'
    '<li><input disabled type="checkbox"> to do</li>\n</ul>',
    '<a href="https://example.com/?a=1&amp;b=2&c=3" title="&quot;x&quot;" rel="noopener">x</a>',
    '<a href="mailto:a@example.com">m</a> <a href="tel:+1">t</a> <a href="../x/">r</a>',
    '<iframe src="https://www.youtube-nocookie.com/embed/x" title="t" allowfullscreen></iframe>',
    '<video src="/v.mp4" controls poster="/p.jpg"></video><audio controls>'
    '<source src="https://example.com/a.mp3" type="audio/mpeg"></audio>',
    '<details open><summary>s</summary>d</details><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>',
    '<q cite="https://example.com/">q</q> <time datetime="2026-04-26">t</time> '
    '<abbr title="a">b</abbr> <span lang="zh-Hans" dir="ltr">中</span> <kbd>k</kbd> <mark>m</mark>',
    "<dl><dt>a</dt><dd>b</dd></dl><p>x<del>y</del><ins>z</ins>H<sub>2</sub>O</p>",
    "<P>Upper case</P >",
]  # fmt: skip


@pytest.mark.parametrize("html", CLEAN)
def test_clean_html_comes_back_byte_for_byte(html: str) -> None:
    assert sanitise(html) == html


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<p>&lsquo;</p><!-- more --><p>&hellip;</p>", "<p>&lsquo;</p><p>&hellip;</p>"),
        ('<p style="color:red">&lsquo;</p>', "<p>&lsquo;</p>"),
        ('<td-x>&copy;</td-x><p>"', '&copy;<p>"</p>'),
        ("<p>&lsquo; &copy &quot;</p><p>&lsquo;</p>", '<p>‘ © "</p><p>&lsquo;</p>'),
        ("<p class=lead lang=en>&lsquo;</p>", '<p lang="en">&lsquo;</p>'),
        (
            '<table><tr><td style="text-align: right;">&lsquo;</td></tr></table><p>&lsquo;</p>',
            '<table><tbody><tr><td align="right">&lsquo;</td></tr></tbody></table><p>&lsquo;</p>',
        ),
        ("<p>a\r\nb\rc</p>", "<p>a\nb\nc</p>"),
        ("a < b <3 &lsquo;", "a &lt; b &lt;3 ‘"),
        ("<noscript><img src=a.jpg></noscript>", '<img src="a.jpg">'),
        ('<p title="a<b>c">&lsquo;</p>', '<p title="a&lt;b&gt;c">&lsquo;</p>'),
        ("<b/>&lsquo;</b>", "<b>&lsquo;</b>"),
        ('<p id="a" id="b">x</p>', '<p id="a">x</p>'),
        ('<p id="a>x</p>', "<p>x</p>"),
        ("\ufeff<p>x</p>", "<p>x</p>"),
        ("<p>one<p>two", "<p>one</p><p>two</p>"),
    ],
)  # fmt: skip
def test_what_goes_leaves_the_spelling_of_the_rest(html: str, kept: str) -> None:
    assert sanitise(html) == kept
