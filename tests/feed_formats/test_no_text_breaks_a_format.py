"""No text can make a feed ill-formed, in any format, wherever it stands."""

import json
from xml.etree import ElementTree

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posts.models import Author, Citation, Post
from posts.models.filing import FiledPost, TaggedPost
from publication.models import Publication
from safeguards.text import xml_safe
from tests.factories import NEWEST, make_draft, make_post
from tests.feed_formats.reading import ATOM, DELETED

pytestmark = pytest.mark.django_db

HOSTILE = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00"),
        st.sampled_from("\x01\x0b\x1f\x7f\x85\u2028\ufffe\uffff<>&\"'\\"),
    ),
    min_size=1,
    max_size=40,
) | st.sampled_from(
    ["]]>", "<![CDATA[", "&lsquo;", "&#0;", "&#xb;", "</entry>", "</item>", "<!--", "?>", "\\u0000"]
)
NAMES = ("title", "summary", "body", "label", "author", "site")


@given(texts=st.fixed_dictionaries(dict.fromkeys(NAMES, HOSTILE)))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_rows_as_they_never_should_be(client, texts):
    if not Post.objects.exists():
        make_post(body="<p>x</p>", authors=["A"], tags=["B"])
    Post.objects.update(title=texts["title"], summary=texts["summary"], body=texts["body"])
    TaggedPost.objects.update(labels=[texts["label"]])
    FiledPost.objects.update(label=texts["label"])
    Citation.objects.update(label=texts["label"])
    Author.objects.update(name=texts["author"])
    Publication.objects.update(name=texts["site"], description=texts["site"], byline=texts["site"])

    atom = ElementTree.fromstring(client.get("/en/atom.xml").content)  # noqa: S314 — our own
    assert _read(atom.findtext(f"{ATOM}entry/{ATOM}title")) == _read(xml_safe(texts["title"]))
    feed = json.loads(client.get("/en/feed.json").content)
    assert feed["items"][0].get("title", "") == xml_safe(texts["title"])
    assert feed["items"][0]["content_html"].startswith(xml_safe(texts["body"]))
    ElementTree.fromstring(client.get("/en/index.xml").content)  # noqa: S314 — our own


def _read(text):
    """As an XML parser gives it: line ends are normalised (XML 1.0 §2.11)."""
    return (text or "").replace("\r\n", "\n").replace("\r", "\n")


@given(guid=HOSTILE)
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_guid_of_an_entry_and_of_its_tombstone(client, guid):
    with transaction.atomic():
        post = make_draft()
        public = {"status": "published", "published_at": NEWEST, "guid": guid}
        Post.objects.filter(pk=post.pk).update(**public)
        for address in ("/en/index.xml", "/en/atom.xml"):
            entry = ElementTree.fromstring(client.get(address).content)  # noqa: S314 — our own
        Post.objects.filter(pk=post.pk).update(status="withdrawn")
        tomb = ElementTree.fromstring(client.get("/en/atom.xml").content)  # noqa: S314
        assert tomb.find(DELETED).get("ref") == entry.findtext(f"{ATOM}entry/{ATOM}id")
        # A guid is for ever: only so can the next one be tried.
        transaction.set_rollback(True)
