from io import StringIO

import pytest
from django.core.management import call_command

from posts.models import Citation, Post, Revision
from publication.models import Publication
from sources.models import Publisher
from taxonomy.models import Category, Tag

pytestmark = [pytest.mark.django_db, pytest.mark.shared]


@pytest.fixture
def seed(shared):
    return str(shared / "seed" / "us-china-relations.xml")


def run(seed, **options):
    out = StringIO()
    call_command("import_feed", seed, language="en", stdout=out, **options)
    return out.getvalue()


def test_the_first_time(seed):
    assert "1 post, 5 tags, 1 category, 4 citations created" in run(seed)
    assert Post.objects.published("en").count() == 1
    assert Tag.objects.count() == 5
    assert Category.objects.count() == 1
    assert Citation.objects.count() == Publisher.objects.count() == 4


def test_the_second_time_changes_nothing(seed):
    run(seed)
    before = list(Post.objects.values()), Revision.objects.count()
    report = run(seed)
    assert "1 unchanged" in report
    assert "0 posts created" in report
    assert before == (list(Post.objects.values()), Revision.objects.count())


def test_a_dry_run_changes_nothing(seed):
    report = run(seed, dry_run=True)
    assert "1 post, 5 tags, 1 category, 4 citations created" in report
    for model in (Post, Tag, Category, Publisher, Publication):
        assert not model.objects.exists()


def test_the_publication_comes_from_the_channel(seed):
    run(seed)
    publication = Publication.objects.get()
    assert (publication.code, publication.locale) == ("en", "en")
    assert publication.name == "goodinfo.net Daily"
    assert publication.byline == "goodinfo.net"
    assert publication.time_zone == "Asia/Shanghai"


def test_an_existing_publication_is_left_alone(seed):
    Publication.objects.create(code="en", locale="en", name="Mine", byline="Me", time_zone="UTC")
    run(seed)
    publication = Publication.objects.get()
    assert (publication.name, publication.byline) == ("Mine", "Me")
