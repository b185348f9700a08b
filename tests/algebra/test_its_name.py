import pytest

from taxonomy.models import Tag
from tests.factories import make_post

from .feeds import read

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("tags=ai", "AI on The Daily Test"),
        ("tags=ai,chips&not=europe", "AI and Chips, without Europe on The Daily Test"),
        ("any=ai,chips,europe", "AI, Chips or Europe on The Daily Test"),
        ("tags=ai&any=chips,europe", "AI, with Chips or Europe on The Daily Test"),
        ("not=ai,chips", "All posts, without AI or Chips on The Daily Test"),
        ("category=world", "World on The Daily Test"),
        ("any=ai,chips&category=world", "AI or Chips in World on The Daily Test"),
        ("tags=ai&source=reuters", "AI, citing Reuters on The Daily Test"),
        ("source=reuters", "All posts, citing Reuters on The Daily Test"),
        ("limit=5", "The Daily Test"),
    ],
)
def test_it_says_what_the_query_asks_for(query, name):
    make_post(tags=["AI", "Chips", "Europe"], sources=[("Reuters", "https://www.reuters.com/1")])
    Tag.objects.filter(slug="ai").update(title="AI")
    assert read(query)["title"] == name


def test_it_speaks_the_language_of_the_site():
    make_post("zh", tags=["人工智能", "芯片", "欧洲"])
    query = "tags=%E4%BA%BA%E5%B7%A5%E6%99%BA%E8%83%BD,%E8%8A%AF%E7%89%87&not=%E6%AC%A7%E6%B4%B2"
    assert read(query, "zh")["title"] == "人工智能和芯片，不含欧洲 · 每日测试"
