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

ZONE = timezone(timedelta(hours=8))
NEWEST = datetime(2026, 4, 26, 14, 0, tzinfo=ZONE)
SECTIONS = ("world", "tech", "ai-tech", "finance", "science")
TAGS = ("Trade", "US-China relations", "AI", "C++", "AT&T", "Node.js", "A / B", "open source")
ZH_TAGS = ("中美关系", "芯片", "人工智能", "能源", "AI")
SUBJECTS = ("harbour", "ministry", "court", "laboratory", "bank", "railway", "island", "orchestra")
VERBS = ("opens", "delays", "audits", "maps", "repairs", "doubles", "questions", "answers")
THINGS = ("a tunnel", "its ledger", "the tide tables", "two engines", "an old law", "the archive")
ZH_SUBJECTS = ("港口", "法院", "银行", "实验室", "铁路")
ZH_VERBS = ("公布", "推迟", "审查", "修复", "扩大")
ZH_THINGS = ("隧道工程", "年度账目", "潮汐资料", "旧档案")

CONFIG = """
baseURL = "https://news.example/"
title = "The Example Courier"
defaultContentLanguage = "en"
defaultContentLanguageInSubdir = true
timeZone = "Asia/Shanghai"
enableEmoji = true
disableKinds = []

[languages.en]
  contentDir = "content/en"
  weight = 1
  languageCode = "en"
  title = "The Example Courier"
  [languages.en.params]
    description = "News of no place in particular."
[languages.zh]
  contentDir = "content/zh"
  weight = 2
  languageCode = "zh"
  title = "示例信使"
  hasCJKLanguage = true
  [languages.zh.params]
    description = "不属于任何地方的新闻。"

[taxonomies]
  tag = "tags"
  category = "categories"
  series = "series"

[outputs]
  home = ["html", "rss"]
  section = ["html", "rss"]
  taxonomy = ["html", "rss"]
  term = ["html", "rss"]

[markup.goldmark.renderer]
  unsafe = true

[params]
  author = "Example Desk"
"""

RSS = """{{- printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>x</description>
{{ range first LIMIT .RegularPages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}</pubDate>
GUID
<description>{{ .Summary | plainify | safeHTML }}</description>
<content:encoded>{{ .Content | transform.XMLEscape | safeHTML }}</content:encoded>
{{ range .Params.categories }}<category domain="category">{{ . }}</category>{{ end }}
{{ range .Params.tags }}<category domain="tag">{{ . }}</category>{{ end }}
</item>{{ end }}
</channel></rss>
"""
PERMALINK_GUID = "<guid>{{ .Permalink }}</guid>"
OTHER_GUID = '<guid isPermaLink="false">tag:news.example,2026:{{ .File.UniqueID }}</guid>'

LIST = """<!doctype html><html lang="{{ site.Language.LanguageCode }}"><title>{{ .Title }}</title>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></html>
"""
SINGLE = """<!doctype html><html lang="{{ site.Language.LanguageCode }}"><title>{{ .Title }}</title>
{{ .Content }}</html>
"""
NOTE = """<aside class="note">{{ .Inner | .Page.RenderString }}</aside>"""
NUMBER = """<strong>{{ .Get 0 }}</strong>"""

BLOCKS = (
    '## What is known\n\nThe report names three sources -- none of them new --- and says "more"...',
    "### 1. What's next? A/B & C_d — e {#next}\n\nNobody knows yet.",
    "| Place | Figure |\n| --- | ---: |\n| North | 1,204 |\n| South | *n/a* |",
    "A claim.[^1] And another one.[^note]\n\n[^1]: As told by **two** people.\n[^note]: In print.",
    "Term\n: What it means, in one line.\n: Or in another.",
    "- [x] written\n- [ ] checked\n  1. by one\n  2. by two\n\n     with a paragraph of its own",
    '```python\nprint("kept <as is> & whole")\n```',
    "```\nno language\n  at all\n```",
    "    an indented block\n    of two lines",
    '<figure><img src="/images/chart.png" alt="A chart"><figcaption>Raw HTML</figcaption></figure>',
    '<div class="box" onclick="steal()">A box <script>steal()</script></div>',
    "> A quotation\n>\n> > within a quotation\n>\n> - with a list",
    'See [the map](https://maps.example/a?b=1&c=2 "A title") and <https://example.org/>.',
    '![A picture](/images/chart.png "Its title")',
    "A line  \nbroken hard\\\ntwice, and ~~struck~~ text :tada:",
    "日本語と中文混排,以及 emoji 🚀 与全角标点。",
    "{{< note >}}A *shortcode* with text within.{{< /note >}}",
    "There were {{< number 42 >}} of them.",
    "https://bare.example/path?x=1&y=2 stands alone.",
    "* * *",
    "## Repeated\n\nOnce.\n\n## Repeated\n\nTwice.",
)
ZH_BLOCKS = (
    "## 概述\n\n各方反应不一——有人“赞成”,有人反对。",
    "1. 第一点\n2. 第二点\n   - 细节",
    "| 地区 | 数字 |\n| --- | --- |\n| 北方 | 12 |",
    "> 引用一句话。",
    "正文提到[来源](https://example.com/zh?a=1&b=2)和 `code`。",
)


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
        aliases=(f"/old/{index}.html", "../other-name") if index % 13 == 0 else (),
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


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000"
    "000c49444154789c635070480000014400c10b8d96420000000049454e44ae426082"
    ""
)

if __name__ == "__main__":
    write_site(Path(sys.argv[1]), int(sys.argv[2]), int((sys.argv[3:] or ["1"])[0]))
