"""A newsroom in which every kind of page has something to show."""

from images.rendering import render_picture
from posts.actions import correct_post, pin_post, save_author, withdraw_post
from posts.content import CitationContent
from posts.models import Author
from publication.actions import save_publication
from publication.models import Page
from taxonomy.models import Category, Tag
from tests.factories import NEWEST, make_imported, make_post, make_publication
from tests.images.samples import make_picture

THEIRS = """
<figure><img src="https://pictures.example/a.png" alt="A chart" width="600" height="400">
<figcaption>What the chart shows</figcaption></figure>
"""
# Everything that an editor can write, and a little of what imports bring.
BODY = """
<p>A first paragraph with <strong>weight</strong>, <em>stress</em>, <code>code</code> and
<a href="https://example.org/">a link</a><sup><a id="fnref1" href="#fn1">1</a></sup>.</p>
<h3>Numbers</h3>
<table><thead><tr><th>Year</th><th align="right">Output of all the plants</th><th>Where</th></tr>
</thead>
<tbody><tr><td>2024</td><td align="right">1,200</td><td>Northern-and-southern-hemisphere</td></tr>
<tr><td>2025</td><td align="right">1,450</td><td>Everywhere else that has plants</td></tr>
</tbody></table>
<h3>A list</h3>
<ul><li>One<ul><li>Nested</li></ul></li><li>Two</li></ul>
<ol><li>First</li><li>Second</li></ol>
<blockquote><p>Somebody said this.</p></blockquote>
<h3>A program</h3>
<pre><code>for number in range(1_000_000): print("a line that no phone is wide enough for", 1)
</code></pre>
{theirs}
<h3>The end</h3>
<hr>
<ol><li id="fn1">A note. <a href="#fnref1">Back</a></li></ol>
"""
SOURCES = [
    CitationContent(
        label="Reuters", url="https://www.reuters.com/a", headline="What the plants made"
    ),
    CitationContent(label="Agence France-Presse", url="https://www.afp.com/b", role="via"),
    CitationContent(label="A letter"),
]
# Beside the pictures of others, one of our own: in the text and above it.
OWN = '<figure><img src="{}"><figcaption>What it shows</figcaption></figure>'
LONG = {
    "en": "<p>" + "A sentence of seven words stands here. " * 60 + "</p>",
    "zh": "<p>" + "这里写着一个句子，说明发生了什么。" * 60 + "</p>",
}


def build(theirs: str = THEIRS) -> None:
    """Fills the database; `theirs` is a picture of another site."""
    body = BODY.format(theirs=theirs)
    picture = make_picture(
        alts={"en": "A white disc on blue", "zh": "蓝底上的白色圆盘"},
        credit="Ada Example",
        licence="CC BY 4.0",
    )
    render_picture(picture)
    for language in ("en", "zh"):
        publication = make_publication(language)
        publication.tagline = "What happened, and who says so"
        publication.contact = "desk@example.org"
        save_publication(publication)
        Page.objects.create(publication=publication, path="about", title="About", body=body)
        for number in range(24):
            make_imported(
                language,
                slug=f"short-{number}",
                tags=["Trade", "Chips"],
                authors=["Ada Example"],
                sources=[("Reuters", f"https://www.reuters.com/{number}")],
            )
        rich = make_imported(
            language,
            slug="rich",
            title="A long piece that holds everything which an editor can write",
            body=body + OWN.format(picture.get_absolute_url()) + LONG[language],
            picture=picture.name,
            picture_caption="Drawn for this test",
            tags=["Trade", "Chips", "Tariffs"],
            authors=["Ada Example"],
            citations=SOURCES,
        )
        correct_post(rich, "It was 5 % of the plants, not 50 %.\n\nThe chart is new.", by=None)
        correct_post(rich, "A name was misspelt: https://example.org/" + "x" * 60, by=None)
        # A day of the archive that is where the catalogue of pages says.
        make_post(language, slug="dated", published_at=NEWEST)
        gone = make_post(language, slug="gone")
        withdraw_post(gone, by=None)
        Category.objects.ensure(language, ["Empty"])
    Tag.objects.filter(slug="trade").update(concept="trade")
    Category.objects.filter(slug="world").update(concept="world")
    author = Author.objects.get(slug="ada-example")
    author.bio = "Writes about trade."
    save_author(author)
    pin_post(make_post(slug="pinned", tags=["Trade"], picture=picture.name), by=None)
