import pytest

from tests.factories import make_post
from tests.polling.polls import settle

pytestmark = pytest.mark.django_db

OLD = "Sat, 01 Jan 2000 00:00:01 GMT"


@pytest.fixture
def copy(poll):
    """What a client has: the answer to its first poll."""
    make_post()
    return settle(poll)


def test_the_etag_is_strong_and_there_is_a_date(copy):
    assert copy.headers["ETag"].startswith('"')
    assert copy.headers["ETag"].endswith('"')
    assert copy.headers["Last-Modified"].endswith("GMT")


def test_the_same_state_has_the_same_validators(poll, copy):
    again = poll()
    assert again.headers["ETag"] == copy.headers["ETag"]
    assert again.headers["Last-Modified"] == copy.headers["Last-Modified"]
    assert again.content == copy.content


def test_the_etag_alone(poll, copy):
    assert poll.only_etag(copy) == 304
    assert poll(if_none_match='"another"').status_code == 200


def test_the_date_alone(poll, copy):
    assert poll.only_date(copy) == 304
    assert poll(if_modified_since=OLD).status_code == 200


def test_of_both_the_etag_decides(poll, copy):
    etag, date = copy.headers["ETag"], copy.headers["Last-Modified"]
    assert poll(if_none_match=etag, if_modified_since=date).status_code == 304
    assert poll(if_none_match=etag, if_modified_since=OLD).status_code == 304
    assert poll(if_none_match='"another"', if_modified_since=date).status_code == 200


@pytest.mark.parametrize(
    "sent",
    [
        "*",
        "W/{etag}",
        '"one", {etag}, "two"',
        'W/"one",W/{etag}',
        '{tag}-gzip"',
        'W/{tag}.br"',
    ],
)
def test_what_stands_for_the_same_etag(poll, copy, sent):
    etag = copy.headers["ETag"]
    sent = sent.format(etag=etag, tag=etag.removesuffix('"'))
    assert poll(if_none_match=sent).status_code == 304


def test_two_formats_never_share_an_etag(client, form, copy):
    files = {"index.xml", "atom.xml", "feed.json"} - {form.file}
    etag = copy.headers["ETag"]
    for file in files:
        assert client.get(f"/en/{file}", headers={"If-None-Match": etag}).status_code == 200


def test_another_address_of_the_site_makes_another_etag(poll, copy, settings):
    settings.SITE_URL = "https://new.example"
    assert poll.only_etag(copy) == 200
