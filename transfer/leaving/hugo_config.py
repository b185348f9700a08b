"""What tells Hugo of the site as a whole: its configuration and its layouts. Pure."""

import json
from collections.abc import Sequence
from typing import Any, Final

from publication.languages import LOCALES
from publication.models import Publication

_CJK: Final = frozenset({"zh", "ja", "ko"})


def config(publications: Sequence[Publication], site_url: str) -> str:
    """`hugo.json`: each language at its address, the same lists and feeds as here."""
    lists = ["html", "rss"]
    first = publications[0]
    return _written(
        {
            "baseURL": f"{site_url}/",
            "title": first.name,
            "defaultContentLanguage": first.code,
            "defaultContentLanguageInSubdir": True,
            "timeZone": first.time_zone,
            "enableRobotsTXT": True,
            "languages": {
                row.code: _language(row, weight) for weight, row in enumerate(publications, start=1)
            },
            "taxonomies": {"tag": "tags", "category": "categories", "author": "authors"},
            "outputs": {
                **dict.fromkeys(("home", "section", "term"), lists),
                "taxonomy": ["html"],
            },
            "markup": {"goldmark": {"renderer": {"unsafe": True}}},
        }
    )


def _language(row: Publication, weight: int) -> dict[str, Any]:
    return {
        "contentDir": f"content/{row.code}",
        "weight": weight,
        "languageCode": row.code,
        "title": row.name,
        "timeZone": row.time_zone,
        "hasCJKLanguage": row.code.partition("-")[0] in _CJK or row.code in LOCALES,
        "params": {
            "description": row.description,
            "tagline": row.tagline,
            "author": row.byline,
            "contact": row.contact,
        },
    }


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


# Plain ones, for the site to be built at once; a theme takes their place.
_HEAD: Final = """<!doctype html>
<html lang="{{ site.Language.LanguageCode }}">
<meta charset="utf-8">
<title>{{ .Title }}</title>
"""
LAYOUTS: Final[dict[str, str]] = {
    "_default/single.html": _HEAD
    + """<h1>{{ .Title }}</h1>
{{ with .Params.picture }}<p><img src="{{ . }}" alt="{{ $.Params.picture_alt }}"></p>{{ end }}
{{ .Content }}
{{ range .Translations }}
<p><a href="{{ .RelPermalink }}" hreflang="{{ .Language.LanguageCode }}">{{ .Title }}</a></p>
{{ end }}
""",
    "_default/list.html": _HEAD
    + """<h1>{{ .Title }}</h1>
<ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>
""",
    "_default/rss.xml": """{{- printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
     xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>{{ .Title }}</title>
<link>{{ .Permalink }}</link>
<description>{{ site.Params.description }}</description>
<language>{{ site.Language.LanguageCode }}</language>
{{ with .OutputFormats.Get "RSS" }}
<atom:link href="{{ .Permalink }}" rel="self" type="application/rss+xml" />
{{ end }}
{{ range where .RegularPages "Params.guid" "!=" nil }}
<item>
<title>{{ .Title }}</title>
<link>{{ .Permalink }}</link>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}</pubDate>
<guid isPermaLink="{{ .Params.guid_is_permalink }}">{{ .Params.guid }}</guid>
<description>{{ .Summary | plainify | transform.XMLEscape | safeHTML }}</description>
<content:encoded>{{ .Content | transform.XMLEscape | safeHTML }}</content:encoded>
{{ range .Params.categories }}<category domain="category">{{ . }}</category>{{ end }}
{{ range .Params.tags }}<category domain="tag">{{ . }}</category>{{ end }}
</item>
{{ end }}
</channel>
</rss>
""",
}
