"""What a client of a feed sends and keeps."""

import gzip
import json
import time
from xml.etree import ElementTree

import brotli

from feeds.formats import FORMATS
from posts.actions import save_post
from posts.snapshot import content_of

ATOM = "{http://www.w3.org/2005/Atom}"


class Poller:
    """Asks for feeds in one format. Headers are written as `if_none_match="…"`."""

    def __init__(self, client, form):
        self.client = client
        self.form = form

    def __call__(self, page="/en/", *, method="get", **headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return getattr(self.client, method)(f"{page}{self.form.file}", headers=named)

    def archive(self, month, page="/en/", **headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.get(f"{page}archive/{month}.{self.form.archive_suffix}", headers=named)

    def only_etag(self, before, page="/en/"):
        """The status of a poll by a client that sends the ETag of an answer."""
        return self(page, if_none_match=before.headers["ETag"]).status_code

    def only_date(self, before, page="/en/"):
        """The status of a poll by a client that sends the date of an answer."""
        return self(page, if_modified_since=before.headers["Last-Modified"]).status_code

    def changes(self, before, page="/en/"):
        """Polls once more, and asserts that the old validators hold no longer, the new ones do."""
        assert self.only_etag(before, page) == 200
        assert self.only_date(before, page) == 200
        return self(page)


class Polls:
    """The same poll in every format; answers are in the order of the formats."""

    def __init__(self, client):
        self.each = [Poller(client, form) for form in FORMATS]

    def __call__(self, page="/en/", **headers):
        return [poll(page, **headers) for poll in self.each]

    def archive(self, month, page="/en/"):
        return [poll.archive(month, page) for poll in self.each]

    def changes(self, before, page="/en/"):
        pairs = zip(self.each, before, strict=True)
        return [poll.changes(answer, page) for poll, answer in pairs]


def guids(response):
    """The ids of the entries of a feed, in order."""
    if b"jsonfeed.org" in response.content[:100]:
        return [item["id"] for item in json.loads(response.content)["items"]]
    root = ElementTree.fromstring(response.content)  # noqa: S314 — our own
    return [
        *(item.findtext("guid") for item in root.iter("item")),
        *(entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")),
    ]


def plain(response):
    """The content of a response as it was before compression."""
    decode = {"gzip": gzip.decompress, "br": brotli.decompress}
    return decode.get(response.headers.get("Content-Encoding"), bytes)(response.content)


def edit(post, *, significant=False, **values):
    """Change a post through the action."""
    content = content_of(post)
    changed = {field: getattr(content, field) for field in content.__dataclass_fields__} | values
    return save_post(post, type(content)(**changed), by=None, significant=significant)


def settle(poll, page="/en/"):
    """An answer whose date holds: after a burst of changes dates are ahead for some seconds."""
    for _second in range(10):
        response = poll(page)
        if poll.only_date(response, page) == 304:
            return response
        time.sleep(0.5)
    raise AssertionError("the date never holds")
