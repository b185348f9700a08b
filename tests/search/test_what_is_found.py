import pytest

from posts.actions import delete_post, publish_post, save_post, withdraw_post
from posts.models import SearchEntry
from tests.factories import content, make_draft, make_imported, make_post

from .pages import found

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("tariff", "Tariffs on steel"),
        ("STEEL", "Tariffs on steel"),
        ("GPT-5", "OpenAI releases GPT-5"),
        ("gpt5", "OpenAI releases GPT-5"),
        ("ＧＰＴ－５", "OpenAI releases GPT-5"),
        ("C++", "C++ turns forty"),
        ("cafe", "A café in Paris"),
        ("CAFÉ", "A café in Paris"),
        ("U.S.", "The U.S. votes"),
        ("1000", "It costs 1,000 dollars"),
        ("WHO agrees", "WHO agrees on a treaty"),
        ("the treaty", "WHO agrees on a treaty"),
        ('"agrees on a treaty"', "WHO agrees on a treaty"),
        ("“on steel”", "Tariffs on steel"),
        ("steel -café", "Tariffs on steel"),
    ],
)
def test_in_english(typed, title):
    for headline in (
        "Tariffs on steel",
        "OpenAI releases GPT-5",
        "C++ turns forty",
        "A café in Paris",
        "The U.S. votes",
        "It costs 1,000 dollars",
        "WHO agrees on a treaty",
        "Treaty on agrees a",
    ):
        make_post(title=headline)
    wanted = found(typed)
    if title.startswith("WHO") and '"' not in typed:
        assert title in wanted
    else:
        assert wanted == [title]


@pytest.mark.parametrize(
    "typed", ["发布", "OpenAI 发布", "gpt-5", "新", "型", "发布新模型", "“布新模”"]
)
def test_in_chinese(typed):
    make_post("zh", title="OpenAI发布新模型GPT-5")
    make_post("zh", title="欧洲央行降息")
    assert found(typed, "zh") == ["OpenAI发布新模型GPT-5"]


@pytest.mark.parametrize(("typed", "title"), [("東京", "東京の天気"), ("서울", "서울시청 발표")])
def test_in_japanese_and_korean(typed, title):
    make_post("zh", title=title)
    assert found(typed, "zh") == [title]


def test_a_phrase_is_more_than_its_words():
    make_post(title="House white")
    make_post(title="White House")
    assert found('"white house"') == ["White House"]
    assert set(found("white house")) == {"White House", "House white"}


def test_headline_before_summary_before_body():
    make_post(title="Old", summary="x", body="<p>Quantum.</p>")
    make_post(title="Quantum", summary="x", body="<p>x</p>")
    make_post(title="Middle", summary="Quantum.", body="<p>x</p>")
    assert found("quantum") == ["Quantum", "Middle", "Old"]


def test_drafts_and_what_was_withdrawn_are_not_found_and_changes_are():
    draft = make_draft(title="Quantum")
    assert found("quantum") == []
    post = publish_post(draft, by=None)
    assert found("quantum") == ["Quantum"]
    save_post(post, content(title="Tokamak", slug=post.slug), by=None)
    assert found("quantum") == []
    assert found("tokamak") == ["Tokamak"]
    withdraw_post(post, by=None)
    assert found("tokamak") == []


def test_what_is_imported_is_found_and_what_is_deleted_leaves_nothing():
    make_imported(title="Quantum")
    assert found("quantum") == ["Quantum"]
    draft = make_draft()
    pk = draft.pk
    delete_post(draft, by=None)
    assert not SearchEntry.objects.filter(pk=pk).exists()
