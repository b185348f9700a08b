import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from publication.actions import import_page
from publication.models import Page
from publication.models.page import RESERVED
from tests.factories import make_editor, make_publication

pytestmark = pytest.mark.django_db


def come(path="about", title="About", summary="Who we are.", body="<p>We.</p>", by=None):
    return import_page(make_publication(), path, title, summary, body, by=by)


def test_a_page_is_made_clean(client):
    page, outcome = come(title="About\nus\0", body='<p onclick="x">We.</p><script>x</script>')
    assert outcome == "created"
    stored = Page.objects.get()
    assert stored == page
    assert (stored.title, stored.summary, stored.body) == ("About us", "Who we are.", "<p>We.</p>")
    assert "We." in client.get("/en/about/").text


def test_the_same_again_what_changed_there_and_what_changed_here():
    come()
    assert come()[1] == "unchanged"
    assert come(body="<p>They.</p>")[1] == "updated"
    assert come(body="<p>They.</p>")[1] == "unchanged"
    Page.objects.update(title="Ours")
    assert come(body="<p>They.</p>")[1] == "unchanged"
    assert come(body="<p>Others.</p>")[1] == "edited here"
    assert (Page.objects.get().title, Page.objects.get().body) == ("Ours", "<p>They.</p>")


def test_one_that_was_begun_here_is_left_alone():
    Page.objects.create(publication=make_publication(), path="about", title="Ours")
    page, outcome = come()
    assert (outcome, page.title) == ("edited here", "Ours")


NO_PATHS = ["posts/a", "", "a b", "../a", "a//b", ".a", "a?b"]


@pytest.mark.parametrize("path", [*sorted(RESERVED), *NO_PATHS])
def test_a_path_that_is_not_a_pages(path):
    with pytest.raises(ValidationError) as refused:
        come(path)
    assert refused.value.messages
    assert not Page.objects.exists()


def test_one_below_another():
    assert come("/about/team/")[0].get_absolute_url() == "/en/about/team/"


@pytest.mark.parametrize("values", [{"title": ""}, {"body": "<div>" * 300}, {"title": "x" * 201}])
def test_what_cannot_be_stored(values):
    with pytest.raises(ValidationError):
        come(**values)
    assert not Page.objects.exists()


def test_who_may():
    with pytest.raises(PermissionDenied):
        come(by=make_editor("one", "view_page"))
    assert come(by=make_editor("two", "change_page"))[1] == "created"
