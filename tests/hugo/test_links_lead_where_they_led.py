"""Where addresses change, links in bodies are re-pointed; where not, no byte of them changes."""

from posts.arrivals import Arrival

from .conftest import POST, only

LINKS = """[one](../other/) [two](/posts/a/other/#part) [three](pic.png) [four](#here) [five](?q=1)
[six](https://else.example/posts/a/other/) [seven](mailto:x@y.example) [eight](/files/a.pdf)
[nine]({{< ref "other.md" >}}) [ten]({{< relref "other.md" >}}) [eleven](//else.example/x)
"""


def bodies(site, read, config: str = "", prefix: str = "") -> str:
    other = POST.replace("2026", "2025")
    files = {
        f"content{prefix}/posts/a/b.md": POST + LINKS,
        f"content{prefix}/posts/a/other.md": other,
    }
    return only(Arrival, read(site(files, config)))[-1].content.body


def test_moved(site, read):
    body = bodies(site, read)
    for link in (
        '<a href="/en/posts/a/other/">one</a>',
        '<a href="/en/posts/a/other/#part">two</a>',
        '<a href="/posts/a/b/pic.png">three</a>',
        '<a href="#here">four</a>',
        '<a href="?q=1">five</a>',
        '<a href="https://else.example/posts/a/other/">six</a>',
        '<a href="mailto:x@y.example">seven</a>',
        '<a href="/files/a.pdf">eight</a>',
        '<a href="/en/posts/a/other/">nine</a>',
        '<a href="/en/posts/a/other/">ten</a>',
        '<a href="//else.example/x">eleven</a>',
    ):
        assert link in body


def test_not_moved(site, read):
    body = bodies(site, read, "defaultContentLanguageInSubdir = true\n")
    for link in (
        '<a href="../other/">one</a>',
        '<a href="/posts/a/other/#part">two</a>',
        '<a href="pic.png">three</a>',
        '<a href="https://old.example/en/posts/a/other/">nine</a>',
    ):
        assert link in body
