import pytest

from posts.misses.suggest import suggest
from publication.models import Page
from taxonomy.models import Category
from tests.factories import make_draft, make_many, make_post, make_publication

pytestmark = pytest.mark.django_db

FED = "/en/posts/finance/fed-cuts-rates-by-a-quarter/"
NOWHERE = ["/en/nothing-like-it/", "/", "/en/tags/zzz/", "/en/posts/a/b/", "/🎉"]


@pytest.fixture(autouse=True)
def posts(db):
    make_publication("en")
    make_publication("zh")
    make_post("en", section="finance", slug="fed-cuts-rates-by-a-quarter", tags=["AT&T", "Trade"])
    make_post("zh", section="tech", slug="芯片出口管制", tags=["中美关系"])
    make_post("zh", section="world", slug="only-in-chinese")
    Page.objects.create(publication_id="en", path="about", title="About")


@pytest.mark.parametrize(
    ("path", "there"),
    [
        # moved
        (
            "/en/posts/world/fed-cuts-rates-by-a-quarter/",
            FED,
        ),
        (
            "/2019/04/fed-cuts-rates-by-a-quarter.html",
            FED,
        ),
        (
            "/en/posts/world/fed-cuts-rates-by-a-quarter-2/",
            FED,
        ),
        ("/en/posts/world/only-in-chinese/", "/zh/posts/world/only-in-chinese/"),
        # mistyped
        (
            "/en/posts/finance/fed-cuts-rate-by-quarter/",
            FED,
        ),
        ("/zh/posts/tech/芯片出口管治/", "/zh/posts/tech/芯片出口管制/"),
        # spelt otherwise
        ("/en/tags/AT&T/", "/en/tags/att/"),
        ("/en/tags/trades/", "/en/tags/trade/"),
        ("/en/categories/Finance/", "/en/categories/finance/"),
        # slips
        ("/zh/tags/%E4%B8%AD%E7%BE%8E%E5%85%B3%E7%B3%BB/", "/zh/tags/中美关系/"),
        ("/en//about/", "/en/about/"),
        ("/en/about/).", "/en/about/"),
        ("/en/about/，", "/en/about/"),
        ("/en/About/", "/en/about/"),
        ("/en/tags/trade&amp;utm_source=x", "/en/tags/trade/"),
    ],
)
def test_where_it_may_be(path, there):
    assert suggest([path])[path].path == there


@pytest.mark.parametrize(
    "path", ["/en/nothing-like-it/", "/", "/en/tags/zzz/", "/en/posts/a/b/", "/🎉"]
)
def test_nowhere(path):
    assert suggest([path]) == {}


def test_a_draft_is_nowhere():
    Category.objects.ensure("en", ["world"])
    make_draft(slug="a-secret-draft-of-ours")
    assert suggest(["/en/posts/tech/a-secret-draft-of-ours/"]) == {}


def test_many_paths_take_few_queries(django_assert_max_num_queries):
    make_many(30)
    paths = [f"/old/headline-{number}.html" for number in range(50)]
    with django_assert_max_num_queries(10):
        suggest(paths)
