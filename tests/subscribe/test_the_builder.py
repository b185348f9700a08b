import pytest
from django.test import Client

from taxonomy.models import Tag
from tests.factories import make_post, make_publication
from tests.reader.pages import get, text

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
RESULT = "//*[@id='site--feed']"


@pytest.fixture
def posts() -> None:
    make_post(title="A", tags=["AI"], sources=[("Reuters", "https://www.reuters.com/1")])
    make_post(title="B", tags=["AI", "Chips"], categories=["tech"])
    make_post(title="C", tags=["Chips", "US-China relations"])


def built(query: str, language: str = "en"):
    return get(f"/{language}/subscribe/?{query}")


def address(page) -> str:
    [shown] = text(page, f"{RESULT}//*[@class='address']")
    return shown.removeprefix(SITE)


@pytest.mark.usefixtures("posts")
@pytest.mark.parametrize(
    ("query", "feed", "held"),
    [
        ("any=ai,us-china-relations", "/en/feeds/index.xml?any=ai,us-china-relations", "ABC"),
        ("tags=ai,chips", "/en/feeds/index.xml?tags=ai,chips", "B"),
        ("tags=ai&not=chips", "/en/feeds/index.xml?tags=ai&not=chips", "A"),
        ("any=ai,chips&format=feed.json", "/en/feeds/feed.json?any=ai,chips", "ABC"),
        ("tags=ai&limit=5", "/en/feeds/index.xml?tags=ai&limit=5", "AB"),
        ("tags=chips&category=tech", "/en/feeds/index.xml?tags=chips&category=tech", "B"),
    ],
)
def test_the_answer_is_an_address_and_what_it_would_bring(query, feed, held):
    page = built(query)
    assert address(page) == feed
    assert Client().get(feed).status_code == 200
    assert "".join(text(page, f"{RESULT}//li//a")) == held


@pytest.mark.usefixtures("posts")
@pytest.mark.parametrize(
    ("query", "feed"),
    [
        ("", "/en/index.xml"),
        ("any=ai", "/en/tags/ai/index.xml"),
        ("tags=ai&format=atom.xml", "/en/tags/ai/atom.xml"),
        ("category=tech", "/en/categories/tech/index.xml"),
        ("source=reuters", "/en/sources/reuters/index.xml"),
    ],
)
def test_what_has_a_feed_of_its_own_gets_that(query, feed):
    assert address(built(query)) == feed
    assert Client().get(feed).status_code == 200


@pytest.mark.usefixtures("posts")
def test_a_form_as_a_browser_sends_it_leads_to_one_address():
    sent = "any=chips&any=&tags=AI%2C+&not=&category=&source=&limit=&format=index.xml&language=en"
    response = Client().get(f"/en/subscribe/?{sent}")
    assert (response.status_code, response["Location"]) == (
        302,
        "/en/subscribe/?tags=ai&any=chips",
    )


@pytest.mark.usefixtures("posts")
def test_what_was_chosen_stands_in_the_form_again():
    page = built("tags=us-china-relations&any=ai&not=chips&category=tech&source=reuters&limit=9")
    assert page.xpath("//input[@type='checkbox'][@checked]/@value") == ["ai"]
    assert page.xpath("//input[@name='tags']/@value") == ["US-China Relations"]
    assert page.xpath("//input[@name='not']/@value") == ["Chips"]
    assert page.xpath("//option[@selected]/@value") == ["tech"]
    assert page.xpath("//input[@name='limit']/@value") == ["9"]
    assert page.xpath("//details[@open]")


@pytest.mark.usefixtures("posts")
def test_an_unknown_name_is_said_with_ways_to_put_it_right():
    page = built("tags=ai,chip&not=nowhere")
    problems = text(page, "//form//*[@class='problem']")
    assert problems == ["There is no tag “chip”. Did you mean: Chips", "There is no tag “nowhere”."]
    [way] = page.xpath("//form//*[@class='problem']/a/@href")
    assert way == "/en/subscribe/?tags=ai,chips&not=nowhere#site--feed"
    assert page.xpath("//input[@aria-invalid]/@name") == ["tags", "not"]
    assert not page.xpath(f"{RESULT}//*[@class='address']")


@pytest.mark.usefixtures("posts")
def test_so_is_what_no_feed_can_be():
    page = built("tags=ai&not=ai&limit=1000")
    assert text(page, "//form//*[@class='problem']") == [
        "No post is about “ai” and without it.",
        "The number of entries is from 1 to 100.",
    ]
    assert page.xpath("//input[@name='limit']/@value") == ["1000"]


@pytest.mark.usefixtures("posts")
def test_another_language_has_its_own_names():
    make_post("zh", tags=["芯片"])
    Tag.objects.filter(slug__in=["chips", "芯片"]).update(concept="chips")
    response = Client().get("/en/subscribe/?any=chips,ai&language=zh")
    assert (response.status_code, response["Location"]) == (
        302,
        "/zh/subscribe/?any=ai,%E8%8A%AF%E7%89%87",
    )
    assert text(get(response["Location"]), "//form//*[@class='problem']") == ["没有“ai”这个标签。"]


def test_what_is_typed_is_shown_as_text():
    make_publication()
    page = built("tags=%3Cscript%3Ealert(1)%3C/script%3E,%22x&limit=%22%3E%3Cb%3E")
    assert not page.xpath("//main//script | //main//b")


@pytest.mark.usefixtures("posts")
def test_search_engines_get_the_page_and_not_its_queries():
    assert not get("/en/subscribe/").xpath("//meta[@name='robots']")
    page = built("any=ai,chips")
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{SITE}/en/subscribe/"]
