"""No text can make a feed ill-formed, whichever way it came into the database."""

from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posts.models import Post
from tests.factories import make_post

pytestmark = pytest.mark.django_db

HOSTILE = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00"),
        st.sampled_from("\x01\x0b\x1f\ufffe\uffff<>&\"'"),
    )
) | st.sampled_from(["]]>", "<![CDATA[", "&lsquo;", "&#0;", "&#xb;", "</item>", "<!--", "\u2028"])


@given(title=HOSTILE, summary=HOSTILE, body=HOSTILE)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_rows_as_they_never_should_be(client, title, summary, body):
    post = Post.objects.first() or make_post(body="<p>x</p>")
    Post.objects.filter(pk=post.pk).update(title=title[:300], summary=summary, body=body)
    ElementTree.fromstring(client.get("/en/index.xml").content)  # noqa: S314 — our own


def test_an_editors_text_with_control_characters(client):
    make_post(
        title="A\x0bB", summary="C\x00D", body="<p>E\x0bF ]]&gt; G&#xb;H</p>", tags=["I\x1fJ"]
    )
    root = ElementTree.fromstring(client.get("/en/index.xml").content)  # noqa: S314 — our own
    assert root.findtext("channel/item/title") == "AB"
    assert root.findtext("channel/item/description") == "CD"
