"""What lay in `static`, in bundles and in themes is handed over at its address, nothing else."""

from transfer.moving import FileArrival, Skipped

from .conftest import POST, only
from .site import write
from .words import PNG


def test_which_files(site, read):
    files = {
        "content/posts/a/index.md": POST + "![x](p.png) [sheet](/look/wanted.css)",
        "content/posts/a/data.json": "{}",
        "content/posts/a/notes.txt": "n",
        "static/report.pdf": "%PDF",
        "static/look/style.css": "a {}",
        "static/look/wanted.css": "b {}",
        "static/demo/index.html": "<p>A page of its own</p>",
        "static/.well-known/security.txt": "Contact: x",
        "static/.DS_Store": "x",
        "static/robots.txt": "User-agent: *",
        "static/CNAME": "old.example",
        "themes/t/static/logo.svg": "<svg/>",
        "themes/t/static/app.js": "1",
    }
    folder = site(files, 'theme = "t"\nenableRobotsTXT = true\n')
    (folder / "content/posts/a/p.png").write_bytes(PNG)
    moved = read(folder)
    assert {one.path for one in only(FileArrival, moved)} == {
        "/posts/a/p.png",
        "/posts/a/data.json",
        "/posts/a/notes.txt",
        "/report.pdf",
        "/look/wanted.css",
        "/demo/index.html",
        "/.well-known/security.txt",
        "/logo.svg",
    }
    assert {one.name: one.lost for one in only(Skipped, moved) if one.kind == "file"} == {
        "/look/style.css": False,
        "/robots.txt": False,
        "/CNAME": False,
        "/app.js": False,
    }


def test_below_a_path_and_with_odd_names(site, read):
    config = 'baseURL = "https://old.example/blog/"\n'
    folder = site({"hugo.toml": config, "content/posts/a/b.md": POST}, None)
    write(folder / "static" / "图 1 & 2.pdf", "x")
    assert {one.path for one in only(FileArrival, read(folder))} == {"/blog/图 1 & 2.pdf"}


def test_the_bytes_are_there(site, hugo):
    from transfer.hugo.reader import hugo_reader

    from .conftest import NOW

    folder = site({"content/posts/a/b.md": POST, "static/a.txt": "what it says"})
    with hugo_reader(hugo, folder, now=NOW) as reader:
        [file] = only(FileArrival, list(reader))
        assert file.file.read_text() == "what it says"
