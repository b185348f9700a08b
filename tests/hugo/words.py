"""The words, the blocks of Markdown and the layouts of the sites that `site` writes."""

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

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000"
    "000c49444154789c635070480000014400c10b8d96420000000049454e44ae426082"
    ""
)
