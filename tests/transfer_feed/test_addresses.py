"""An entry's address tells a post from a list."""

import pytest

from transfer.feed.address import PostAddress, is_list_address, post_address


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://a.example/en/posts/world/one/", ("en", "world", "one")),
        ("http://localhost:1313/sub/zh/posts/ai-tech/%E4%B8%AD/", ("zh", "ai-tech", "中")),
        ("https://a.example/pt-BR/posts/world/one/index.html?x#y", ("pt-BR", "world", "one")),
        ("/en/posts/world/one", ("en", "world", "one")),
        ("https://a.example/en/posts/world/c++/", ("en", "world", "c++")),
    ],
)
def test_a_post(link, address):
    assert post_address(link) == PostAddress(*address)
    assert not is_list_address(link)


@pytest.mark.parametrize(
    "link",
    [
        "https://a.example/en/",
        "https://a.example/en/posts/",
        "https://a.example/en/posts/page/2/",
        "https://a.example/en/posts/world/page/2/",
        "https://a.example/en/tags/",
        "https://a.example/en/tags/a-/-b/",
        "https://a.example/en/tags/c%23/",
        "https://a.example/en/categories/world/",
        "https://a.example/tags/ai/",
        "https://a.example/sub/en/tags/ai/index.html",
    ],
)
def test_a_list(link):
    assert is_list_address(link)
    assert post_address(link) is None


@pytest.mark.parametrize(
    "link",
    [
        "",
        "https://a.example/",
        "https://a.example/2026/04/title/",
        "https://a.example/en/posts/world/",
        "https://a.example/en/posts/world/a%2Fb/",
        "https://a.example/news/posts/world/one/two/",
        "https://a.example/stories/tags/x/",
        "http://[bad",
        "urn:uuid:1",
    ],
)
def test_neither(link):
    assert post_address(link) is None
    assert not is_list_address(link)
