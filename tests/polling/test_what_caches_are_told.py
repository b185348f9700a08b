import pytest

from tests.factories import make_post
from tests.polling.polls import settle

pytestmark = pytest.mark.django_db

TOLD = ["ETag", "Last-Modified", "Cache-Control", "Vary", "Access-Control-Allow-Origin"]


def parts(response, header):
    return {part.strip() for part in response.headers[header].split(",")}


@pytest.fixture
def copy(poll):
    make_post()
    return settle(poll)


def test_how_long_to_keep_a_feed(copy):
    told = parts(copy, "Cache-Control")
    assert "public" in told
    for directive in ("max-age", "s-maxage", "stale-while-revalidate", "stale-if-error"):
        assert any(part.startswith(f"{directive}=") for part in told)


def test_an_archive_is_kept_longer(poll, copy):
    assert "s-maxage=3600" in parts(poll.archive("2026-04"), "Cache-Control")


def test_what_an_answer_depends_on_and_nothing_else(copy):
    assert parts(copy, "Vary") == {"Accept-Encoding", "A-IM"}
    assert "Set-Cookie" not in copy.headers


def test_scripts_of_any_site_may_read_it(copy):
    assert copy.headers["Access-Control-Allow-Origin"] == "*"
    assert {"ETag", "Last-Modified", "Link"} <= parts(copy, "Access-Control-Expose-Headers")


@pytest.mark.parametrize("header", ["ETag", "Last-Modified"])
@pytest.mark.parametrize("archive", [False, True])
def test_304_says_the_same_and_has_no_body(poll, copy, header, archive):
    def ask(**sent):
        return poll.archive("2026-04", **sent) if archive else poll(**sent)

    whole = ask()
    sent = {"ETag": "if_none_match", "Last-Modified": "if_modified_since"}[header]
    again = ask(**{sent: whole.headers[header]})
    assert again.status_code == 304
    assert again.content == b""
    assert {name: again.headers[name] for name in TOLD} == {
        name: whole.headers[name] for name in TOLD
    }
    assert "Content-Type" not in again.headers
    assert "Content-Encoding" not in again.headers
