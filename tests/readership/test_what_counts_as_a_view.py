"""A person opened a post's own page: no robot, no prefetch, no redirect, nothing else."""

import pytest

from edge.access_log.follow import read_log
from posts.actions import save_post, withdraw_post
from posts.models import DailyViews, Redirect
from tests.access_log.log import FIREFOX, line
from tests.factories import content, make_draft, make_post

pytestmark = pytest.mark.django_db

CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "


@pytest.fixture
def post(db):
    return make_post(slug="a", section="world")


def views(log, *lines):
    log.write(*lines)
    return read_log(log.path).counted["Views of posts"]


@pytest.mark.parametrize(
    "agent",
    [
        FIREFOX,
        f"{CHROME}Chrome/143.0.0.0 Safari/537.36",
        f"{CHROME}Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
        "Gecko) Mobile/15E148 MicroMessenger/8.0.60 NetType/WIFI Language/zh_CN",
        "Mozilla/5.0 (Linux; Android 9; CUBOT_X19) AppleWebKit/537.36 Chrome/120 Mobile Safari",
        "Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1)",
        "Opera/9.80 (Windows NT 6.1) Presto/2.12.388 Version/12.18",
    ],
)
def test_people(log, post, agent):
    assert views(log, line(post.get_absolute_url(), agent=agent)) == 1


@pytest.mark.parametrize(
    "agent",
    [
        "-",
        "",
        "curl/8.9",
        "python-requests/2.32",
        "newsboat/2.32.0 (Linux x86_64)",
        "facebookexternalhit/1.1",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        f"{CHROME}(compatible; GPTBot/1.2; +https://openai.com/gptbot) Chrome/143 Safari/537.36",
        "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
        "Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)",
        "Mozilla/5.0 (compatible; Miniflux/2.1.3; +https://miniflux.app)",
        f"{CHROME}HeadlessChrome/143.0.0.0 Safari/537.36",
        f"{CHROME}Chrome/143.0.0.0 Safari/537.36 Chrome-Lighthouse",
        "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
        "Mozilla/5.0 Some-Crawler",
        "X Mozilla/5.0",
    ],
)
def test_robots(log, post, agent):
    assert views(log, line(post.get_absolute_url(), agent=agent)) == 0


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"status": 200}, 1),
        ({"status": 304}, 1),
        ({"status": 206}, 0),
        ({"status": 301}, 0),
        ({"status": 404}, 0),
        ({"status": 410}, 0),
        ({"status": 500}, 0),
        ({"method": "HEAD"}, 0),
        ({"method": "POST"}, 0),
        ({"purpose": "prefetch;prerender"}, 0),
    ],
)
def test_what_was_asked_and_answered(log, post, values, expected):
    assert views(log, line(post.get_absolute_url(), **values)) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/en/posts/world/a/", 1),
        ("/en/posts/world/a/?utm_source=x&y=%00", 1),
        ("https://news.example/en/posts/world/a/", 1),
        ("/en/posts/world/%61/", 1),
        ("/en/posts/world/a", 0),
        ("/en/posts/world/a/index.html", 0),
        ("/en/posts/world/a/index.xml", 0),
        ("/en/posts/world/", 0),
        ("/en/posts/page/2/", 0),
        ("/en/posts/tech/a/", 0),
        ("/zh/posts/world/a/", 0),
        ("/xx/posts/world/a/", 0),
        ("/en/posts/world/A/", 0),
        ("/en/posts/world/a%00/", 0),
        ("/en/posts/world/%ff/", 0),
        ("/en/posts/world/a/../b/", 0),
        ("/en/", 0),
        ("*", 0),
        ("", 0),
    ],
)
def test_only_its_own_address(log, post, target, expected):
    assert views(log, line(target)) == expected


def test_a_chinese_slug(log):
    post = make_post("zh", slug="芯片-出口", section="科技", categories=["科技"])
    address = post.get_absolute_url()
    assert "%E8%8A%AF" in address
    assert views(log, line(address), line(address.lower()), line(post.path)) == 3
    assert DailyViews.objects.get().views == 3


def test_an_old_address_counts_where_it_led(log, post):
    old = post.get_absolute_url()
    save_post(post, content(slug="b", section="world"), by=None)
    assert Redirect.objects.filter(path=old).exists()
    post.refresh_from_db()
    assert views(log, line(old, 301), line(post.get_absolute_url(), 200)) == 1


def test_a_draft_has_no_readers_and_a_withdrawn_post_had_some(log, post):
    draft = make_draft(slug="draft", section="world")
    withdraw_post(post, by=None)
    assert views(log, line(draft.get_absolute_url()), line(post.get_absolute_url())) == 1
