import pytest

from posts.content import CitationContent
from publication.json_ld import script
from tests.factories import make_imported, make_post

from .reading import things

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"


def test_a_post_says_who_wrote_what_and_what_it_rests_on():
    citations = [
        CitationContent(label="Wire", url="https://wire.example/a", headline="All of it"),
        CitationContent(label="Blog", url="https://blog.example/", role="via"),
    ]
    make_post(slug="chips", authors=["Ada"], tags=["AI", "Chips"], citations=citations)
    thing = things("/en/posts/world/chips/")["NewsArticle"]
    address = f"{SITE}/en/posts/world/chips/"
    assert thing["url"] == thing["mainEntityOfPage"] == address
    assert thing["author"] == [{"@type": "Person", "name": "Ada", "url": f"{SITE}/en/authors/ada/"}]
    assert thing["publisher"]["name"] == "The Daily Test"
    assert thing["datePublished"] == thing["dateModified"]
    assert thing["datePublished"].endswith("+08:00")
    assert (thing["articleSection"], thing["keywords"]) == ("World", ["AI", "Chips"])
    assert thing["inLanguage"] == "en"
    assert thing["isBasedOn"] == ["https://wire.example/a"]
    assert thing["citation"] == [
        {
            "@type": "CreativeWork",
            "name": "All of it",
            "url": "https://wire.example/a",
            "publisher": {"@type": "Organization", "name": "Wire"},
        }
    ]


def test_without_an_author_the_byline_signs():
    make_post(slug="chips")
    [author] = things("/en/posts/world/chips/")["NewsArticle"]["author"]
    assert (author["@type"], author["name"]) == ("Organization", "The Desk")


def test_translations_name_each_other_and_the_first_is_the_work():
    make_imported("zh", slug="twin")
    make_imported("en", slug="twin")  # a minute older: it came out first
    original = things("/en/posts/world/twin/")["NewsArticle"]
    [translation] = original["workTranslation"]
    assert translation["url"] == f"{SITE}/zh/posts/world/twin/"
    assert translation["inLanguage"] == "zh-Hans"
    other = things("/zh/posts/world/twin/")["NewsArticle"]
    assert other["translationOfWork"]["url"] == original["url"]
    assert "workTranslation" not in other


@pytest.mark.parametrize(
    "title", ["</script><script>alert(1)</script>", "<!-- <script>", "a & b \"c\" 'd' \\"]
)
def test_no_title_leaves_its_string(title, client):
    make_post(slug="chips", title=title)
    source = client.get("/en/posts/world/chips/").content.decode()
    scripts = source.count("<script")
    assert scripts == source.count('<script type="application/ld+json">') == 2
    assert source.count("</script") == scripts
    assert things("/en/posts/world/chips/")["NewsArticle"]["headline"] == title


def test_what_ends_an_element_or_a_line_is_escaped():
    element = script({"name": "<>&\u2028\u2029"})
    assert r'"\u003c\u003e\u0026\u2028\u2029"' in element
