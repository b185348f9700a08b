from urllib.parse import urlencode

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import make_post

from .pages import ask

pytestmark = pytest.mark.django_db

SIGNS = "'\"\\:*&|!()<->-+#%_.,@/ \0\n中aÀ１«“』"
PARAMETERS = ("q", "section", "tag", "language", "from", "to", "page")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(q=st.one_of(st.text(max_size=60), st.text(alphabet=SIGNS, max_size=40)))
def test_as_words(q):
    make_post(title="a 中 b", slug="one") if not _there() else None
    assert Client().get(f"/en/search/?{urlencode({'q': q}, errors='replace')}").status_code == 200


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(values=st.fixed_dictionaries({name: st.text(max_size=12) for name in PARAMETERS}))
def test_in_every_field(values):
    make_post(title="a 中 b", slug="one") if not _there() else None
    query = urlencode({**values, "q": "a"}, errors="replace")
    assert Client().get(f"/en/search/?{query}").status_code == 200


@pytest.mark.parametrize(
    "typed",
    ["", "???", "！？。", "x" * 10_000, "中" * 10_000, "a:* | !b & (c <-> d)", "'; DROP", "-a", '"',
     "a\\'b", "\0", "foo " * 2500, '"a b', "--", '-"', "🙂"],
)  # fmt: skip
def test_signs_long_texts_and_syntax(typed):
    make_post(title="a b c")
    box = ask(typed).xpath("//main//input[@name='q']/@value")
    assert box == [typed.replace("\0", "\ufffd").strip()]


def _there() -> bool:
    from posts.models import Post

    return Post.objects.exists()
