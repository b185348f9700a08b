"""The command: what it takes, what it says, what it leaves when it is stopped."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from posts.models import Post, Redirect
from publication.models import File, Page, Publication
from transfer import take_in as taking
from transfer.hugo import program

from .conftest import POST
from .site import write_site

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def import_hugo(*arguments: object, **options: object) -> str:
    out = StringIO()
    call_command("import_hugo", *arguments, stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def stored() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Post, Page, File, Redirect, Publication))


def counts(report) -> dict:
    return json.loads(report.read_text())["counts"]


@pytest.fixture
def generated(tmp_path):
    folder = tmp_path / "generated"
    return folder, write_site(folder, 30, seed=2)


def test_all_of_a_site(generated, client, tmp_path):
    folder, written = generated
    report = tmp_path / "report.json"
    said = import_hugo(folder, json=report)
    assert counts(report)["post"] == {"created": len(written)}
    assert "post" in said.splitlines()[2]
    assert Page.objects.count() == 2
    assert client.get("/en/about/").status_code == 200
    assert client.head("/report.pdf").status_code == 200
    assert client.get("/en/series/the-long-view/").status_code == 301
    for post in written:
        status = {"published": 200, "expired": 410}.get(post.state, 404)
        assert client.get(post.address).status_code == status, post
    import_hugo(folder, json=report)
    again = counts(report)
    assert {kind: set(row) for kind, row in again.items() if kind not in ("list", "file")} == {
        "post": {"unchanged"},
        "page": {"unchanged"},
        "redirect": {"unchanged"},
    }
    assert set(again["file"]) == {"unchanged", "skipped"}


def test_killed_in_the_middle_and_run_again(generated, monkeypatch):
    folder, written = generated
    monkeypatch.setattr(taking, "BATCH", 7)
    batches = iter([1, 2])

    def killed(progress, number=1):
        if next(batches, None) is None:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("transfer.progress.Progress.advance", killed)
        with pytest.raises(KeyboardInterrupt):
            import_hugo(folder)
    assert 0 < Post.objects.count() < len(written)
    import_hugo(folder)
    assert Post.objects.count() == len(written)
    assert Post.objects.values("translation_key").distinct().count() == 30
    whole = stored()
    import_hugo(folder)
    assert stored() == whole


def test_a_dry_run_changes_nothing(generated, tmp_path):
    folder, written = generated
    report = tmp_path / "report.json"
    said = import_hugo(folder, dry_run=True, json=report)
    assert stored() == (0, 0, 0, 0, 0)
    assert "What a dry run" in said or "It does not see" in said
    assert counts(report)["post"] == {"created": len(written)}
    assert json.loads(report.read_text())["dry_run"] is True


def test_only_some_sorts(generated):
    folder, written = generated
    import_hugo(folder, only=("pages", "files"))
    assert (Post.objects.count(), Page.objects.count()) == (0, 2)
    assert File.objects.count() > 0
    import_hugo(folder, only=("posts",))
    assert Post.objects.count() == len(written)
    assert not Redirect.objects.filter(path__contains="series").exists()


def test_only_what_is_new(generated, tmp_path):
    folder, written = generated
    call_command("import_hugo", folder, "--since", "2026-04-26", stdout=StringIO())
    assert 0 < Post.objects.count() < len(written)


def test_what_is_lost_is_said_and_ends_with_status_1(site, tmp_path):
    files = {"content/posts/a/b.md": POST, "content/posts/a/undated.md": "---\ntitle: T\n---\nx"}
    report = tmp_path / "report.json"
    out = StringIO()
    with pytest.raises(CommandError, match="1 thing was lost") as ended:
        call_command("import_hugo", site(files), "--json", str(report), stdout=out)
    assert ended.value.returncode == 1
    assert "lost: post “posts/a/undated.md”: it has no date" in out.getvalue()
    [lost] = json.loads(report.read_text())["lost"]
    assert (lost["kind"], lost["name"]) == ("post", "posts/a/undated.md")
    assert Post.objects.count() == 1


def test_an_error_that_a_template_logs_is_a_loss(site):
    files = {
        "layouts/shortcodes/tweet2.html": '{{ errorf "no such tweet in %s" .Position }}',
        "content/posts/a/b.md": POST + "{{< tweet2 >}}\n",
    }
    out = StringIO()
    with pytest.raises(CommandError, match="lost"):
        call_command("import_hugo", site(files), stdout=out)
    assert "no such tweet in" in out.getvalue()
    assert Post.objects.count() == 1


def test_a_broken_site_leaves_nothing(site):
    files = {"content/posts/a/b.md": POST, "content/posts/a/c.md": "---\ntitle: [\n---\n"}
    with pytest.raises(CommandError, match=r"Hugo refuses the site: .*c\.md"):
        import_hugo(site(files))
    assert stored() == (0, 0, 0, 0, 0)


def test_without_hugo(site, monkeypatch):
    for place in ("_wheel", "_beside", "_on_path"):
        monkeypatch.setattr(program, place, lambda: None)
    with pytest.raises(CommandError, match="Hugo is not installed"):
        import_hugo(site({"content/posts/a/b.md": POST}))


def test_a_language_that_is_none(site):
    config = "defaultContentLanguage = 'xx'\n[languages.xx]\nweight = 1\n"
    with pytest.raises(CommandError, match="“xx” is not a language"):
        import_hugo(site({"content/posts/a/b.md": POST}, config))
    assert stored() == (0, 0, 0, 0, 0)


def test_a_code_of_its_own_with_a_tag(site):
    config = "defaultContentLanguage = 'cn'\n[languages.cn]\nweight = 1\nlanguageCode = 'zh-CN'\n"
    import_hugo(site({"content/posts/a/b.md": POST}, config))
    assert Publication.objects.get().locale == "zh-hans"


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [("--only", "posts,photos", "photos"), ("--since", "yesterday", "yesterday")],
)
def test_options_that_say_nothing(site, option, value, said):
    with pytest.raises(CommandError, match=said):
        call_command("import_hugo", site({}), option, value)


def test_titles_of_terms(site):
    tagged = POST.replace("title", "tags: [ai]\ntitle")
    files = {
        "content/posts/a/b.md": tagged,
        "content/tags/ai/_index.md": "---\ntitle: Artificial intelligence\n---\nWhat *it* is.",
    }
    folder = site(files)
    import_hugo(folder)
    tag = Post.objects.get().tags.get()
    assert (tag.title, tag.description) == ("Artificial intelligence", "What it is.")
    tag.title = "An editor's title"
    tag.save()
    import_hugo(folder)
    tag.refresh_from_db()
    assert tag.title == "An editor's title"
