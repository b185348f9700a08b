"""Clients by name, and the subscribers that they announce."""

import time

import pytest

from feeds.health.agents import parse_agent

AGENTS = {
    "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 42 subscribers; like FeedFetcher-Google)": (
        "Feedly",
        42,
    ),
    "Feedbin feed-id:1234 - 5 subscribers": ("Feedbin", 5),
    "Mozilla/5.0 (compatible; inoreader.com; 12 subscribers)": ("Inoreader", 12),
    "NewsBlur Feed Fetcher - 7 subscribers - http://www.newsblur.com/site/1/x "
    "(Mozilla/5.0 (Macintosh) Safari/605.1.15)": ("NewsBlur", 7),
    "Mozilla/5.0 (compatible; theoldreader.com; 1 subscribers; feed-id=5e)": ("The Old Reader", 1),
    "BazQux/2.4 (+https://bazqux.com/fetcher; 6 subscribers)": ("BazQux", 6),
    "Netvibes (http://www.netvibes.com/; 1 subscriber; feedID: 9)": ("Netvibes", 1),
    "Tiny Tiny RSS/21.05-326850 (https://tt-rss.org/)": ("Tiny Tiny RSS", None),
    "Mozilla/5.0 (compatible; Miniflux/2.1.3; +https://miniflux.app)": ("Miniflux", None),
    "newsboat/2.32.0 (Linux x86_64)": ("newsboat", None),
    "Super Reader 2.0.1": ("Super Reader", None),
    "feedparser/6.0.10 +https://github.com/kurtmckee/feedparser/": ("feedparser", None),
    "Mozilla/5.0 (X11; Linux x86_64; rv:100.0) Gecko/20100101 Firefox/100.0": ("Browser", None),
    "Mozilla/5.0 (compatible; SomeBot/2.1; +http://bot.example/)": ("SomeBot", None),
    "-": ("", None),
    "": ("", None),
    "ann@example.org reads": ("", None),
    "A/1 (99999999999 subscribers)": ("A", None),
    "阅读器/1.0": ("阅读器", None),
    "a\x00b/1": ("ab", None),
}


@pytest.mark.parametrize("text", AGENTS)
def test_agents(text):
    agent = parse_agent(text)
    assert (agent.client, agent.subscribers) == AGENTS[text]


def test_hostile_ones_take_no_time():
    start = time.perf_counter()
    for part in ("1 ", "- ", "a 1", "feed-id ", "((", "/"):
        assert len(parse_agent(part * 50_000).client) <= 60
    assert time.perf_counter() - start < 1
