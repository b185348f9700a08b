"""Whatever a site's configuration looks like, its posts come out; its outputs are left alone."""

import json

import pytest

from posts.arrivals import Arrival
from transfer.hugo.refusal import HugoError
from transfer.moving import PageArrival, PublicationArrival, RedirectArrival

from .conftest import POST, only

BASE = {"baseURL": "https://old.example/", "title": "Old"}
YAML = 'baseURL: "https://old.example/"\ntitle: Old\n'
TOML = 'baseURL = "https://old.example/"\ntitle = "Old"\n'


def in_place(arrival: Arrival) -> str:
    content = arrival.content
    return f"/{arrival.language}/posts/{content.section}/{content.slug}/"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("hugo.toml", TOML),
        ("hugo.yaml", YAML),
        ("hugo.json", json.dumps(BASE)),
        ("config.toml", TOML),
        ("config.yaml", YAML),
        ("config.json", json.dumps(BASE)),
        ("config/_default/hugo.toml", TOML),
        ("config/_default/config.yaml", YAML),
    ],
)
def test_each_form_of_configuration(site, read, name, text):
    folder = site({name: text, "content/posts/tech/chips.md": POST}, config=None)
    [arrival] = only(Arrival, read(folder))
    assert (arrival.guid, in_place(arrival)) == (
        "https://old.example/posts/tech/chips/",
        "/en/posts/tech/chips/",
    )
    assert arrival.old_paths == ("/posts/tech/chips/",)


def test_a_folder_of_configuration_with_environments(site, read):
    files = {
        "config/_default/hugo.toml": TOML,
        "config/_default/languages.yaml": "en:\n  weight: 1\nfr:\n  weight: 2\n  title: Vieux\n",
        "config/_default/params.toml": 'author = "The Desk"\n',
        "config/production/hugo.toml": 'baseURL = "https://live.example/"\n',
        "config/staging/hugo.toml": 'baseURL = "https://staging.example/"\n',
        "content/posts/tech/chips.md": POST,
        "content/posts/tech/chips.fr.md": POST.replace("A post", "Un article"),
    }
    folder = site(files, config=None)
    moved = read(folder)
    assert [one.guid for one in only(Arrival, moved)] == [
        "https://live.example/fr/posts/tech/chips/",
        "https://live.example/posts/tech/chips/",
    ]
    assert [(one.code, one.name, one.byline) for one in only(PublicationArrival, moved)] == [
        ("en", "Old", "The Desk"),
        ("fr", "Vieux", "The Desk"),
    ]
    assert len({one.translation for one in only(Arrival, moved)}) == 1
    staged = only(Arrival, read(folder, environment="staging"))
    assert staged[0].guid == "https://staging.example/fr/posts/tech/chips/"


def test_a_theme_with_a_configuration_and_shortcodes_of_its_own(site, read):
    files = {
        "themes/plain/hugo.toml": '[params]\nauthor = "Theme"\n[outputFormats.x]\n'
        'mediaType = "application/json"\n',
        "themes/plain/layouts/shortcodes/shout.html": "<b>{{ .Inner }}</b>",
        "themes/plain/layouts/_default/single.html": '{{ resources.Get "no" | css.Sass }}',
        "themes/plain/layouts/_default/_markup/render-heading.html": "<h9>{{ .Text }}</h9>",
        "content/posts/a.md": POST + "{{< shout >}}Hear{{< /shout >}}\n\n# Head\n",
    }
    [arrival] = only(Arrival, read(site(files, 'theme = "plain"\n')))
    assert "<b>Hear</b>" in arrival.content.body
    assert "<h9>Head</h9>" in arrival.content.body


def test_a_vendored_module(site, read):
    files = {
        "_vendor/modules.txt": "# example.org/theme v1.0.0\n",
        "_vendor/example.org/theme/layouts/shortcodes/shout.html": "<b>{{ .Inner }}</b>",
        "go.mod": "module example.org/site\n\ngo 1.20\n\nrequire example.org/theme v1.0.0\n",
        "content/posts/a.md": POST + "{{< shout >}}Hear{{< /shout >}}\n",
    }
    config = '[[module.imports]]\npath = "example.org/theme"\n'
    [arrival] = only(Arrival, read(site(files, config)))
    assert "<b>Hear</b>" in arrival.content.body


@pytest.mark.parametrize(
    "config",
    [
        'disableKinds = ["home", "taxonomy", "term", "RSS", "sitemap", "section"]\n',
        '[outputs]\nhome = ["html"]\npage = ["html", "amp"]\n',
        'publishDir = "docs"\n',
        "[minify]\nminifyOutput = true\n",
        "[segments.lists]\n[[segments.lists.excludes]]\nkind = 'page'\n",
        "renderSegments = ['a']\n[segments.a]\n[[segments.a.excludes]]\nkind = 'page'\n",
        "enableGitInfo = true\n",
        "[build]\nwriteStats = true\n",
        "[outputFormats.json]\nmediaType = 'text/html'\nbaseName = 'other'\n",
        "ignoreFiles = ['\\.bak$']\n",
    ],
)
def test_settings_that_stay_out_of_the_way(site, read, config):
    moved = read(site({"content/posts/tech/chips.md": POST}, config))
    [arrival] = only(Arrival, moved)
    assert in_place(arrival) == "/en/posts/tech/chips/"
    assert arrival.markdown == "Text.\n"


def test_ugly_addresses(site, read):
    files = {"content/posts/tech/chips.md": POST, "content/about.md": "---\ntitle: Us\n---\nWe."}
    moved = read(site(files, "uglyURLs = true\n"))
    [arrival] = only(Arrival, moved)
    assert in_place(arrival) == "/en/posts/tech/chips/"
    assert arrival.old_paths == ("/posts/tech/chips.html",)
    assert [(page.path, page.title) for page in only(PageArrival, moved)] == [("about", "Us")]
    assert RedirectArrival("/about.html", "/en/about/") in moved


def test_permalinks_and_addresses_written_by_hand(site, read):
    files = {
        "content/posts/tech/chips.md": POST,
        "content/posts/loose.md": POST.replace("2026-04", "2026-03"),
        "content/posts/x.md": POST.replace("title", "url: /strange/place.html\ntitle"),
        "content/posts/filed.md": POST.replace("title", "categories: [Big Ideas]\ntitle").replace(
            "2026-04", "2026-02"
        ),
        "content/posts/2024/05/old.md": POST.replace("2026-04", "2026-05"),
    }
    config = '[permalinks]\nposts = "/:year/:month/:slug/"\n'
    found = only(Arrival, read(site(files, config), section="misc"))
    assert {one.name.removeprefix("posts/"): (in_place(one), one.old_paths) for one in found} == {
        "tech/chips.md": ("/en/posts/tech/a-post/", ("/2026/04/a-post/",)),
        "loose.md": ("/en/posts/misc/a-post/", ("/2026/03/a-post/",)),
        "x.md": ("/en/posts/misc/place/", ("/strange/place.html",)),
        "filed.md": ("/en/posts/big-ideas/a-post/", ("/2026/02/a-post/",)),
        "2024/05/old.md": ("/en/posts/misc/a-post-2/", ("/2026/05/a-post/",)),
    }


def test_two_posts_never_share_an_address(site, read):
    files = {
        f"content/posts/{year}/chips.md": POST.replace("2026", str(year)) for year in (2023, 2024)
    }
    config = '[permalinks]\nposts = "/:year/:slugorcontentbasename/"\n'
    found = only(Arrival, read(site(files, config)))
    assert [in_place(one) for one in found] == ["/en/posts/news/chips/", "/en/posts/news/chips-2/"]
    assert [one.old_paths for one in found] == [("/2023/chips/",), ("/2024/chips/",)]


def test_a_site_below_a_path(site, read):
    config = 'baseURL = "https://old.example/blog/"\ntitle = "Old"\n'
    files = {"hugo.toml": config, "content/posts/tech/chips.md": POST}
    moved = read(site(files, config=None))
    [arrival] = only(Arrival, moved)
    assert arrival.old_paths == ("/blog/posts/tech/chips/",)
    assert RedirectArrival("/blog/index.xml", "/en/index.xml") in moved


def test_languages_with_hosts_of_their_own(site, read):
    config = (
        "defaultContentLanguage = 'en'\n"
        "[languages.en]\nbaseURL = 'https://en.example/'\nweight = 1\n"
        "[languages.de]\nbaseURL = 'https://de.example/'\nweight = 2\n"
    )
    files = {"content/posts/a/b.md": POST, "content/posts/a/b.de.md": POST}
    found = only(Arrival, read(site(files, config)))
    assert sorted(one.guid for one in found) == [
        "https://de.example/posts/a/b/",
        "https://en.example/posts/a/b/",
    ]


def test_other_folders_of_posts(site, read):
    files = {
        "content/blog/tech/chips.md": POST,
        "content/notes/n.md": POST,
        "content/docs/_index.md": "---\ntitle: Manual\n---\nHow to.",
        "content/docs/one.md": "---\ntitle: One\n---\nFirst.",
    }
    folder = site(files, '[params]\nmainSections = ["blog"]\n')
    moved = read(folder)
    assert [one.content.slug for one in only(Arrival, moved)] == ["chips"]
    assert sorted(one.path for one in only(PageArrival, moved)) == ["docs", "docs/one", "notes/n"]
    assert RedirectArrival("/blog/index.xml", "/en/posts/index.xml") in moved
    both = only(Arrival, read(folder, posts=["blog", "notes"]))
    assert sorted(one.content.slug for one in both) == ["chips", "n"]


def test_a_folder_that_is_not_there(site, read):
    folder = site({"content/blog/a.md": POST, "content/notes/b.md": POST})
    with pytest.raises(HugoError, match="“news”; the folders are: blog, notes"):
        read(folder, posts=["news"])


def test_one_file_for_two_languages_makes_two_posts(site, read):
    config = (
        "[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n"
        "[[module.mounts]]\nsource = 'content'\ntarget = 'content'\nlang = 'en'\n"
        "[[module.mounts]]\nsource = 'content'\ntarget = 'content'\nlang = 'fr'\n"
    )
    found = only(Arrival, read(site({"content/posts/a/b.md": POST}, config)))
    assert {one.language: one.key for one in found} == {
        "en": "hugo:content/posts/a/b.md",
        "fr": "hugo:content/posts/a/b.md@fr",
    }


def test_pages_that_a_template_makes(site, read):
    adapter = """{{ range slice "one" "two" }}
{{ $.AddPage (dict "path" . "title" . "content" (dict "mediaType" "text/markdown" "value" .)
  "dates" (dict "date" (time.AsTime "2026-04-01"))) }}
{{ end }}"""
    found = only(Arrival, read(site({"content/posts/a/_content.gotmpl": adapter})))
    assert {one.content.title: one.key for one in found} == {
        "one": "hugo:en/posts/a/one",
        "two": "hugo:en/posts/a/two",
    }
