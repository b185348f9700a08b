"""Writes the whole site as one of Hugo's, which builds as it is."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import batched
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.files.storage import default_storage

from images.models import Picture
from posts.actions.bulk import read_posts
from posts.models import Post, Redirect
from publication.models import File, Page, Publication
from taxonomy.models import Category, Tag

from .hugo_config import LAYOUTS, config
from .hugo_pages import page_file, post_file, term_file
from .refusal import LeavingError

_POSTS: Final = 200
_CHUNK: Final = 1_000_000

type Progress = Callable[[int], None]


def export_hugo(folder: Path, *, progress: Progress = lambda number: None) -> Counter[str]:
    """Write everything into a new or empty folder, and say how many of each kind there were.

    Posts of every status, pages, terms, pictures, files and redirects. Raises LeavingError, before
    anything is written, for a folder that holds something.
    """
    publications = list(Publication.objects.all())
    if not publications:
        raise LeavingError("There is no publication yet, and so nothing to export.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise LeavingError(f"{folder} is not empty: give a new folder.")
        return _written(folder, publications, progress)
    except OSError as error:
        raise LeavingError(f"{error.filename or folder}: {error.strerror}.") from error


def _written(folder: Path, publications: list[Publication], progress: Progress) -> Counter[str]:
    counts: Counter[str] = Counter()
    _write(folder / "hugo.json", config(publications, settings.SITE_URL))
    for name, layout in LAYOUTS.items():
        _write(folder / "layouts" / name, layout)
    for post, old_paths in _posts():
        section = post.section.slug if post.section is not None else "_drafts"
        name = f"{post.slug}.html"
        _write(
            folder / "content" / post.language / "posts" / section / name,
            post_file(post, old_paths),
        )
        counts["post"] += 1
        progress(1)
    for page in Page.objects.select_related("publication"):
        _write(
            folder / "content" / page.publication_id / f"{page.path.replace('/', '-')}.html",
            page_file(page),
        )
        counts["page"] += 1
    for kind, terms in (("tags", Tag.objects.all()), ("categories", Category.objects.all())):
        for term in terms.iterator():
            _write(_term_path(folder, kind, term), term_file(term))
            counts["tag" if kind == "tags" else "category"] += 1
    for path, stored in _files():
        _copy(stored, folder / "static" / path)
        counts["file"] += 1
    counts["redirect"] = _write_redirects(folder)
    return counts


def _posts() -> Iterator[tuple[Post, list[str]]]:
    """Each post with what its file says, and the old paths that lead to it."""
    numbers = Post.objects.order_by("pk").values_list("pk", flat=True).iterator()
    for some in batched(numbers, _POSTS):
        old: dict[int, list[str]] = {}
        for path, post in Redirect.objects.filter(post__in=some).values_list("path", "post"):
            if post is not None:
                old.setdefault(post, []).append(path)
        for row in read_posts(some):
            yield row, old.get(row.pk, [])


def _term_path(folder: Path, kind: str, term: Tag | Category) -> Path:
    return folder / "content" / term.language / kind / term.slug / "_index.html"


def _files() -> Iterator[tuple[str, str]]:
    """(path below `static`, name in the storage) of every picture, its copies and every file."""
    for picture in Picture.objects.iterator():
        for name in (picture.file, *picture.copies):
            yield picture.get_absolute_url().lstrip("/").replace(picture.file, name), name
    for file in File.objects.iterator():
        yield file.path.lstrip("/"), file.stored_as


def _write_redirects(folder: Path) -> int:
    """Those that lead to no post: in the form that servers of static files read."""
    rows = Redirect.objects.filter(post=None).order_by("path")
    lines = [
        f"{row.path} {row.destination or '/404.html'} {301 if row.target else 410}" for row in rows
    ]
    if lines:
        _write(folder / "static" / "_redirects", "\n".join(lines) + "\n")
    return len(lines)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _copy(stored: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with default_storage.open(stored) as source, path.open("wb") as out:
        while chunk := source.read(_CHUNK):
            out.write(chunk)
