"""Publishers at the desk: their domains, which may be one, and merging."""

import pytest

from sources.likely_same import Known, bare_name, likely_same, registered
from sources.models import Publisher
from tests.desk.conftest import signed_in
from tests.desk.forms import send, typed
from tests.factories import make_editor, make_post

pytestmark = pytest.mark.django_db

LIST = "/admin/sources/publisher/"


def publisher(name):
    return Publisher.objects.get(name=name)


def change(desk, row, **values):
    address = f"{LIST}{row.pk}/change/"
    return send(desk, address, {**typed(desk, address, "publisher_form"), **values})


def merge(row):
    return f"{LIST}{row.pk}/merge/"


@pytest.fixture
def two(publication):
    make_post(sources=[("BBC", "https://www.bbc.com/1")])
    make_post(sources=[("BBC News", "https://www.bbc.co.uk/2")])
    return publisher("BBC"), publisher("BBC News")


def test_several_domains(desk, two):
    bbc, _news = two
    change(desk, bbc, **{"domains-1-domain": "https://www.BBC.net/news", "domains-2-domain": "b.b"})
    assert [row.domain for row in bbc.domains.all()] == ["b.b", "bbc.com", "bbc.net"]


@pytest.mark.parametrize(
    ("domain", "error"),
    [
        ("bbc.co.uk", "bbc.co.uk belongs to “BBC News”. If both are one publisher, merge them in"),
        ("x.com", "Many publish on x.com: it tells nobody apart."),
        ("localhost", "Write a domain such as “bbc.co.uk”."),
        ("not a domain", "Write a domain such as “bbc.co.uk”."),
    ],
)
def test_a_domain_that_cannot_be(desk, two, domain, error):
    page = change(desk, two[0], **{"domains-1-domain": domain}).text
    assert error in page
    assert two[0].domains.count() == 1


def test_other_names_one_a_line(desk, two):
    change(desk, two[0], labels="英国广播公司\r\n\r\nBeeb, the\r\n英国广播公司")
    two[0].refresh_from_db()
    assert two[0].labels == ["英国广播公司", "Beeb, the"]
    change(desk, two[0])
    two[0].refresh_from_db()
    assert two[0].labels == ["英国广播公司", "Beeb, the"]


def test_the_list_counts_citations(desk, two):
    make_post(sources=[("BBC", ""), ("BBC", "https://www.bbc.com/3")])
    rows = {row.name: row.citation_count for row in desk.get(LIST).context["cl"].result_list}
    assert rows == {"BBC": 3, "BBC News": 1}


def test_merging_says_what_it_does_and_does_it(desk, two):
    bbc, news = two
    assert "Which publisher is “BBC News” really?" in desk.get(merge(news)).text
    page = " ".join(desk.get(merge(news), {"into": bbc.pk}).text.split())
    assert "1 citation moves to “BBC”." in page
    assert "/…/sources/bbc-news/ and its feeds lead to /…/sources/bbc/ for ever." in page
    assert "<strong>bbc.co.uk</strong>" in page
    assert Publisher.objects.standing().count() == 2
    response = desk.post(merge(news), {"into": bbc.pk}, follow=True)
    assert [str(it) for it in response.context["messages"]] == ["“BBC News” is “BBC” from now on."]
    assert list(Publisher.objects.standing()) == [bbc]
    # What was merged has no page at the desk any more.
    assert desk.get(merge(news)).status_code == 404
    assert "BBC News" not in [row.name for row in desk.get(LIST).context["cl"].result_list]


@pytest.mark.parametrize("into", ["", "0", "x", "self"])
def test_what_cannot_be_merged(desk, two, into):
    target = two[0].pk if into == "self" else into
    response = desk.post(merge(two[0]), {"into": target})
    assert response.status_code == 200
    assert response.context["form"].errors
    assert Publisher.objects.standing().count() == 2


def test_who_may_merge(two):
    one = signed_in(make_editor("one", "view_publisher", "change_publisher"))
    assert one.get(merge(two[0])).status_code == 403
    assert one.post(merge(two[0]), {"into": two[1].pk}).status_code == 403
    assert "/merge/" not in one.get(f"{LIST}{two[0].pk}/change/").text
    assert signed_in(make_editor("no", "view_post")).get(f"{LIST}alike/").status_code == 403


def test_which_may_be_one(desk, two, django_assert_max_num_queries):
    make_post(sources=[("Reuters", "https://www.reuters.com/1")])
    with django_assert_max_num_queries(8):
        page = desk.get(f"{LIST}alike/").text
    assert f'{merge(two[1])}?into={two[0].pk}"' in page
    assert "Reuters" not in page


@pytest.mark.parametrize(
    ("domain", "label"),
    [
        ("bbc.com", "bbc"),
        ("news.bbc.co.uk", "bbc"),
        ("abc.net.au", "abc"),
        ("x.com", ""),
        ("a.medium.com", ""),
        ("news.cn", ""),
        ("localhost", ""),
        ("co.uk", "co"),
    ],
)
def test_what_a_domain_is_registered_as(domain, label):
    assert registered(domain)[0] == label


def test_what_counts_of_a_name():
    assert {bare_name(name) for name in ("The BBC", "bbc.com", "BBC News", "ＢＢＣ")} == {"bbc"}
    assert bare_name("News") == "news"


def test_those_below_one_domain_are_apart_on_purpose():
    assert not likely_same(
        [Known(1, ("A",), ("ec.union.eu",)), Known(2, ("B",), ("bank.union.eu",))]
    )
    assert likely_same([Known(1, ("A",), ("a.union.eu",)), Known(2, ("B",), ("b.union.int",))])


def test_a_group_is_told_once():
    rows = [
        Known(1, ("BBC",), ("bbc.com",)),
        Known(2, ("BBC News",), ("bbc.co.uk",)),
        Known(3, ("Other",), ("other.example",)),
    ]
    [group] = likely_same(rows)
    assert (group.pks, group.by_name) == ((1, 2), True)
