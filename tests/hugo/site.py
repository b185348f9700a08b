"""Writes a Hugo site of any size, the same one for the same seed. All words are our own.

python -m tests.hugo.site FOLDER NUMBER [SEED]
"""

import json
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

from .words import (
    BLOCKS,
    CONFIG,
    LIST,
    NOTE,
    NUMBER,
    PERMALINK_GUID,
    PNG,
    RSS,
    SECTIONS,
    SINGLE,
    SUBJECTS,
    TAGS,
    THINGS,
    VERBS,
    ZH_BLOCKS,
    ZH_SUBJECTS,
    ZH_TAGS,
    ZH_THINGS,
    ZH_VERBS,
)

ZONE = timezone(timedelta(hours=8))
NEWEST = datetime(2026, 4, 26, 14, 0, tzinfo=ZONE)


@dataclass(frozen=True)
class Written:
    """A post as it was written: what an import must come to."""

    file: str
    language: str
    section: str
    slug: str
    title: str
    date: datetime
    state: str
    url: str = ""
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    aliases: tuple[str, ...] = field(default=())

    @property
    def address(self) -> str:
        return self.url or f"/{self.language}/posts/{self.section}/{self.slug}/"


def write_site(
    folder: Path,
    number: int,
    seed: int = 1,
    *,
    terms: Sequence[str] = (),
    guid: str = PERMALINK_GUID,
    limit: int = 1_000_000,
) -> list[Written]:
    """Write `number` posts, a third of them in Chinese as well, and return them all."""
    chance = random.Random(seed)  # noqa: S311 — no secret
    write(folder / "hugo.toml", CONFIG)
    rss = RSS.replace("LIMIT", str(limit)).replace("GUID", guid)
    layouts = {"list.html": LIST, "single.html": SINGLE, "rss.xml": rss}
    for name, text in layouts.items():
        write(folder / "layouts" / "_default" / name, text)
    write(folder / "layouts" / "shortcodes" / "note.html", NOTE)
    write(folder / "layouts" / "shortcodes" / "number.html", NUMBER)
    (folder / "static" / "images").mkdir(parents=True, exist_ok=True)
    (folder / "static" / "images" / "chart.png").write_bytes(PNG)
    write(folder / "static" / "style.css", "body {}")
    write(folder / "static" / "report.pdf", "%PDF-1.4 of our own")
    about = "---\ntitle: About us\n---\nWho we are. [The first post](/en/posts/)."
    write(folder / "content" / "en" / "about.md", about)
    write(folder / "content" / "zh" / "about.md", "---\ntitle: 关于\n---\n我们是谁。")
    posts: list[Written] = []
    for index in range(number):
        post = _english(chance, index, terms)
        posts.append(post)
        _write_post(folder, chance, post, index)
        if index % 3 == 0:
            chinese = _chinese(chance, post, index)
            posts.append(chinese)
            _write_post(folder, chance, chinese, index)
    return posts


def _english(chance: random.Random, index: int, terms: Sequence[str]) -> Written:
    title = (
        f"The {chance.choice(SUBJECTS)} {chance.choice(VERBS)} {chance.choice(THINGS)} ({index})"
    )
    if index % 11 == 0:
        title += " & \"quotes\", 'as typed'"
    section = chance.choice(SECTIONS)
    slug = f"piece-{index}"
    tags = list(chance.sample(TAGS, chance.randrange(4)))
    if terms:
        tags.append(terms[index % len(terms)])
    state = {5: "draft", 6: "future", 7: "expired"}.get(index % 40, "published")
    return Written(
        file=f"content/en/posts/{section}/{slug}{'/index' if index % 5 == 0 else ''}.md",
        language="en",
        section=section,
        slug=slug,
        title=title,
        date=NEWEST - timedelta(minutes=37 * index),
        state=state,
        url=f"/en/posts/{section}/{slug}-special/" if index % 50 == 9 else "",
        tags=tuple(tags),
        categories=(section, "opinion") if index % 7 == 0 else (section,),
        aliases=(f"/old/{index}.html", f"../other-{index}") if index % 13 == 0 else (),
    )


def _chinese(chance: random.Random, post: Written, index: int) -> Written:
    words = (ZH_SUBJECTS, ZH_VERBS, ZH_THINGS)
    title = "".join(chance.choice(some) for some in words) + f"(第{index}期)"
    return Written(
        file=post.file.replace("content/en/", "content/zh/"),
        language="zh",
        section=post.section,
        slug=post.slug,
        title=title,
        date=post.date + timedelta(minutes=5),
        state=post.state,
        tags=tuple(chance.sample(ZH_TAGS, 2)),
        categories=(post.section,),
    )


def _write_post(folder: Path, chance: random.Random, post: Written, index: int) -> None:
    blocks = BLOCKS if post.language == "en" else ZH_BLOCKS
    body = [f"Paragraph {index} begins here, and goes on for a while."]
    if index % 2:
        body.append("<!--more-->")
    body += chance.sample(blocks, min(len(blocks), chance.randrange(2, 7)))
    if post.file.endswith("index.md"):
        body.append("![In the bundle](photo.png)")
        bundle = (folder / post.file).parent
        bundle.mkdir(parents=True, exist_ok=True)
        (bundle / "photo.png").write_bytes(PNG)
    lead = "Source" if post.language == "en" else "来源"
    body.append(f"---\n\n*{lead}: [Example Wire](https://wire.example/{index}?a=1&b=2), The Paper*")
    form = ("yaml", "toml", "json")[index % 3]
    write(folder / post.file, front_matter(_matter(post, index), form, body))


def _matter(post: Written, index: int) -> dict[str, object]:
    future = post.date.replace(year=2126)
    values: dict[str, object] = {
        "title": post.title,
        "date": (future if post.state == "future" else post.date).isoformat(),
        "tags": list(post.tags),
        "categories": list(post.categories),
        "draft": post.state == "draft" or None,
        "expiryDate": _later(post, 1) if post.state == "expired" else None,
        "lastmod": _later(post, 3) if index % 4 == 0 else None,
        "summary": None if index % 2 else f"What piece {index} says: 'plainly', and in one line.",
        "url": post.url,
        "aliases": list(post.aliases),
        "series": ["The long view"] if index % 17 == 0 else None,
        "author": "Ada Writer" if index % 19 == 0 else None,
    }
    return {key: value for key, value in values.items() if value}


def _later(post: Written, hours: int) -> str:
    return (post.date + timedelta(hours=hours)).isoformat()


def front_matter(matter: dict[str, object], form: str, body: Sequence[str]) -> str:
    """Values as JSON: YAML reads that, and TOML reads it of texts, lists and booleans."""
    text = "\n\n".join(body)
    rows = {key: json.dumps(value, ensure_ascii=False) for key, value in matter.items()}
    if form == "json":
        return f"{json.dumps(matter, ensure_ascii=False, indent=2)}\n\n{text}\n"
    mark, equals = ("+++", "=") if form == "toml" else ("---", ":")
    head = "\n".join(f"{key} {equals} {value}" for key, value in rows.items())
    return f"{mark}\n{head.replace(' : ', ': ')}\n{mark}\n{text}\n"


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_site(Path(sys.argv[1]), int(sys.argv[2]), int((sys.argv[3:] or ["1"])[0]))
