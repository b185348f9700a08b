"""The stored text of WordPress as HTML: paragraphs, blocks, shortcodes."""

import pytest

from transfer.wxr.blocks import Uploads, shown

PICTURES = Uploads(
    {"7": "https://x.example/a.png", "8": "https://x.example/b.jpg"}, ["/c.jpg", "/d.pdf"]
)
SOUND = '<audio src="https://x.example/a.mp3" controls></audio>'


def html(text):
    return shown(text, PICTURES).html


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("One.\n\nTwo\nlines.", "<p>One.</p>\n<p>Two<br>\nlines.</p>"),
        ("<h2>A</h2>\nText.", "<h2>A</h2>\n<p>Text.</p>"),
        ("<b>Bold</b> first", "<p><b>Bold</b> first</p>"),
        ("<pre>a\n\n\nb</pre>", "<pre>a\n\n\nb</pre>"),
        ("a<br />\nb", "<p>a<br />\nb</p>"),
        ("Text.\r\n\r\nMore.<!--more-->\n\nRest.", "<p>Text.</p>\n<p>More.</p>\n<p>Rest.</p>"),
        ("", ""),
        ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        (
            "<blockquote>One.\n\nTwo.</blockquote>",
            "<blockquote>\n<p>One.</p>\n<p>Two.</p>\n</blockquote>",
        ),
        ("Before<h2>A</h2>after", "<p>Before</p>\n<h2>A</h2>\n<p>after</p>"),
        ("A <!-- hidden --> word <!-- and", "<p>A  word <!-- and</p>"),
    ],
)
def test_classic_texts_get_paragraphs(text, made):
    assert html(text) == made


def test_blocks_lose_their_comments_and_nothing_else():
    text = (
        '<!-- wp:heading {"level":3} -->\n<h3 class="wp-block-heading">A</h3>\n<!-- /wp:heading -->'
        "\n\n<!-- wp:paragraph -->\n<p>One\nline.</p>\n<!-- /wp:paragraph -->"
    )
    assert html(text) == '<h3 class="wp-block-heading">A</h3>\n\n<p>One\nline.</p>'


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            '[caption id="a" width="9"]<img src="/a.png"> A <em>ship</em>[/caption]',
            '<figure>\n<p><img src="/a.png"></p>\n'
            "<figcaption>A <em>ship</em></figcaption>\n</figure>",
        ),
        (
            "[embed]https://x.example/v[/embed]",
            '<p><a href="https://x.example/v">https://x.example/v</a></p>',
        ),
        ('[audio mp3="https://x.example/a.mp3"][/audio]', SOUND),
        ("[audio https://x.example/a.mp3]", SOUND),
    ],
)
def test_shortcodes_of_its_own_become_what_they_show(text, made):
    found = html(text)
    assert found.replace("\n</audio>", "</audio>") == made


@pytest.mark.parametrize(
    ("text", "pictures"),
    [
        ('[gallery ids="7, 8,9"]', ["https://x.example/a.png", "https://x.example/b.jpg"]),
        ("[gallery]", ["/c.jpg"]),
    ],
)
def test_a_gallery_shows_its_pictures(text, pictures):
    found = html(text)
    assert found.count("<img") == len(pictures)
    assert all(f'src="{picture}"' in found for picture in pictures)


def test_others_stay_in_the_text_and_are_counted():
    text = 'A [contact-form-7 id="1"] and [b] and [tweet]x[/tweet] [tweet]y[/tweet].'
    found = shown(text, PICTURES)
    assert "[contact-form-7" in found.html
    assert found.unknown == {"contact-form-7": 1, "tweet": 2}


@pytest.mark.parametrize(
    "piece",
    ["[", "[ab ", "[ab]", "<p>", "[caption]", "<!--", "<pre>", "<a ", "\n\n", "a=", "[a b="],
)
def test_hostile_texts_take_no_time(piece):
    shown(piece * (100_000 // len(piece)), PICTURES)
