from datetime import date

import pytest

from posts.misses.miss import NOISE, is_noise, miss

DAY = date(2026, 4, 26)


@pytest.fixture(autouse=True)
def ours(settings):
    settings.SITE_URL = "https://news.example"
    settings.ALLOWED_HOSTS = ["news.example", "www.news.example"]


@pytest.mark.parametrize(
    "path",
    [
        "/wp-login.php",
        "/wp-admin/setup-config.php",
        "/blog/wp-includes/x.xml",
        "/.env",
        "/en/.git/config",
        "/.well-known/traffic-advice",
        "/phpmyadmin/",
        "/cgi-bin/luci",
        "/actuator/health",
        "/backup.sql",
        "/a/..%2f..%2fetc/passwd",
        "/ads.txt",
        "/favicon-32.png",
        "/x" * 300,
        "/%00",
        "/%ff%fe",
        "/a%0Ab",
        "nonsense",
    ],
)
def test_what_only_scanners_ask_for(path):
    assert miss(path, DAY, "https://other.example/") == (NOISE, DAY, "")


@pytest.mark.parametrize(
    "path",
    [
        "/en/posts/world/php-turns-thirty/",
        "/2019/04/a-piece.html",
        "/en/tags/wp-engine/",
        "/feed/",
        "/rss.xml",
        "/zh/posts/tech/芯片/",
        "/en/posts/world/people's-daily/",
        "/en/index.xml.bak-to-school/",
    ],
)
def test_what_readers_may_look_for(path):
    assert not is_noise(path)


@pytest.mark.parametrize("path", ["/admin/x/", "/static/x.css", "/media/x.avif", "/healthz2"])
def test_what_is_no_page(path):
    assert miss(path, DAY, "") is None


def test_a_path_is_decoded_and_its_query_goes():
    assert miss("/%E6%97%A7/?token=1#x", DAY, "").path == "/旧/"


@pytest.mark.parametrize(
    ("referer", "kept"),
    [
        ("https://news.example/en/?q=secret", "/en/"),
        ("https://www.news.example/en/a%20b/", "/en/a b/"),
        ("https://www.other.example/piece?user=me#x", "other.example/piece"),
        ("https://user:word@other.example:8443/a", "other.example/a"),
        ("https://other.example", "other.example/"),
        ("javascript:alert(1)", ""),
        ("https://[broken", ""),
        ("-", ""),
        ("", ""),
    ],
)
def test_a_referrer_is_a_page_and_no_more(referer, kept):
    assert miss("/a/", DAY, referer).referrer == kept
