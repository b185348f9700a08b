import pytest

from posts.models import Citation
from sources.models import Publisher
from tests.factories import make_post

pytestmark = pytest.mark.django_db


def publishers():
    return [
        row.publisher.name for row in Citation.objects.select_related("publisher").order_by("pk")
    ]


def test_another_name_on_a_known_domain():
    make_post(
        sources=[("Reuters", "https://www.reuters.com/a/"), ("路透社", "https://cn.reuters.com/b/")]
    )
    assert publishers() == ["Reuters", "Reuters"]
    assert list(Citation.objects.values_list("label", flat=True)) == ["Reuters", "路透社"]


def test_one_publisher_on_two_domains():
    make_post(sources=[("BBC", "https://www.bbc.com/1"), ("BBC", "https://www.bbc.co.uk/2")])
    domains = Publisher.objects.get().domains.values_list("domain", flat=True)
    assert list(domains) == ["bbc.co.uk", "bbc.com"]


def test_a_name_without_address():
    make_post(sources=[("Reuters", "https://www.reuters.com/a/"), ("reuters", "")])
    assert publishers() == ["Reuters", "Reuters"]


def test_platforms_are_nobodys():
    make_post(sources=[("NASA", "https://x.com/nasa/1"), ("ESA", "https://x.com/esa/2")])
    assert publishers() == ["NASA", "ESA"]


def test_names_that_urlise_alike_stay_apart():
    make_post(sources=[("A&B", ""), ("AB", "")])
    assert sorted(Publisher.objects.values_list("slug", flat=True)) == ["ab", "ab-2"]
