import pytest

from taxonomy.models import Tag
from tests.factories import make_post

from .pages import get, path_of

pytestmark = pytest.mark.django_db


def canonical(address: str) -> str:
    [href] = get(address).xpath("//link[@rel='canonical']/@href")
    return path_of(href)


def test_a_page_names_itself_as_it_is_linked():
    post = make_post(slug="芯片-a&b", tags=["C++", "C#"])
    addresses = [post.get_absolute_url(), *(tag.get_absolute_url() for tag in Tag.objects.all())]
    for address in ["/en/", *addresses]:
        assert canonical(address) == address


def test_a_query_does_not_change_it():
    make_post()
    assert canonical("/en/?utm_source=mail") == "/en/"


def test_a_section_defers_to_its_category():
    make_post(section="world", categories=["world"])
    assert canonical("/en/posts/world/") == "/en/categories/world/"
