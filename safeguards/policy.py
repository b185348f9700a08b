"""What markup a stored body may hold. The one table: the sanitiser and the editor both read it.

Names are lower case. `GLOBAL_ATTRIBUTES` holds for every element of `ELEMENTS`, which maps an
element to its further attributes. Values are checked by `value_kept`.

Decisions:

* Ids are kept, for headings and footnotes are linked to for ever, except those that begin with
  `RESERVED_ID_PREFIX`, which the site's own pages use for their anchors. `name` is allowed on `a`
  alone, and forms, embeds and objects are gone, so no id can shadow a property of `document`.
* Classes are a short list, so that foreign markup cannot dress up as a component of our pages.
* `style` never stays. The one thing in it that carries meaning, the alignment of table cells
  (Hugo writes `style="text-align:right"`), becomes `align`, which a strict CSP lets through.
"""

import re
from fnmatch import translate
from typing import Final


def names(listed: str) -> frozenset[str]:
    """The names in a text, between white space."""
    return frozenset(listed.split())


RESERVED_ID_PREFIX: Final = "site--"

EMBED_HOSTS: Final = (
    "www.youtube.com",
    "www.youtube-nocookie.com",
    "player.vimeo.com",
    "player.bilibili.com",
)
"""Whose players may stand in an iframe, https only. The CSP's `frame-src` takes this list too."""

URL_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})

GLOBAL_ATTRIBUTES: Final = frozenset(
    {"id", "class", "title", "lang", "dir", "role", "aria-label", "aria-hidden"}
)

_PLAIN = names("""
    abbr acronym address article aside b bdi bdo big br caption center cite code dd dfn div dl dt
    em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i kbd li mark ol p pre rp rt rtc ruby s
    samp section small span strike strong sub summary sup tt u ul var wbr
""")
_CELL = frozenset({"align", "valign", "colspan", "rowspan", "headers"})
_ROW = frozenset({"align", "valign"})
_PLAYER = frozenset({"src", "controls", "loop", "muted", "preload"})
_ALIGNED = dict.fromkeys(names("div h1 h2 h3 h4 h5 h6 p"), frozenset({"align"}))

ELEMENTS: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys(_PLAIN, frozenset[str]()),
    **_ALIGNED,
    "a": frozenset({"href", "hreflang", "name", "rel", "type"}),
    "abbr": frozenset({"title"}),
    "audio": _PLAYER,
    "blockquote": frozenset({"cite"}),
    "code": frozenset({"data-lang"}),
    "col": _ROW | {"span"},
    "colgroup": _ROW | {"span"},
    "data": frozenset({"value"}),
    "del": frozenset({"cite", "datetime"}),
    "details": frozenset({"open"}),
    "iframe": frozenset(
        {"src", "width", "height", "loading", "allow", "allowfullscreen", "referrerpolicy"}
    ),
    "img": frozenset({"src", "alt", "width", "height", "loading", "decoding", "align"}),
    "input": frozenset({"type", "disabled", "checked"}),
    "ins": frozenset({"cite", "datetime"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "pre": frozenset({"tabindex"}),
    "q": frozenset({"cite"}),
    "source": frozenset({"src", "type"}),
    "table": frozenset({"align"}),
    "tbody": _ROW,
    "td": _CELL,
    "tfoot": _ROW,
    "th": _CELL | {"scope", "abbr"},
    "thead": _ROW,
    "time": frozenset({"datetime"}),
    "tr": _ROW,
    "track": frozenset({"src", "kind", "srclang", "label", "default"}),
    "video": _PLAYER | {"poster", "width", "height", "playsinline"},
}

REQUIRED: Final = {
    "iframe": frozenset({"src"}),
    "input": frozenset({"type", "disabled"}),  # the check boxes of a Markdown task list
    "source": frozenset({"src"}),
    "track": frozenset({"src"}),
}
"""Elements that go altogether when one of these attributes is missing or was refused."""

DROPPED_WITH_CONTENT: Final = names("""
    applet button canvas datalist embed frameset math noembed noframes object script select style
    svg template textarea title xmp
    """)
"""Other elements outside the table are unwrapped: their content stays."""

VOID: Final = names("area base br col embed hr img input link meta param source track wbr")

INLINE: Final = names("""
    a abbr acronym audio b bdi bdo big cite code data del dfn em font i iframe img input ins kbd
    mark q rp rt rtc ruby s samp small span strike strong sub sup time tt u var video wbr
    """)
"""Elements at whose edges no line breaks; at any other's, and at `br`, one does."""

CLASSES: Final = names("""
    footnotes footnote-* language-* highlight anchor task-list* contains-task-list
    align-left align-right align-center align-justify alignleft alignright aligncenter alignnone
    text-left text-right text-center
    bg chroma line ln lnt hl lntable lntd lnlinks cl err x k kc kd kn kp kr kt n na nb bp nc no nd
    ni ne nf fm py nl nn nx nt nv vc vg vi vm l ld s sa sb sc dl sd s2 se sh si sx sr s1 ss m mb mf
    mh mi il mo o ow p c ch cm c1 cs cp cpf g gd ge gr gh gi go gp gs gu gt gl w
""")
"""Patterns, `*` being any characters: footnotes, code (Hugo's Chroma), alignment."""

_CLASS = re.compile("|".join(map(translate, CLASSES)))
_ALIGN = re.compile("left|right|center|justify|char")
_EMBED = re.compile(rf"https://(?:{'|'.join(map(re.escape, EMBED_HOSTS))})/[^\s\\]*")
_HTTPS_OR_OURS = re.compile(r"https://[^\s\\]+|/(?![/\\])[^\s\\]*|(?![/\\])[^\s\\:]+")
_NOT_SCRIPT = re.compile(r"https?://\S+|[/?#].*|[^:]*", re.IGNORECASE | re.DOTALL)
_ALLOW = re.compile(
    r"(?:\s*(?:accelerometer|autoplay|clipboard-write|encrypted-media|fullscreen|gyroscope"
    r"|picture-in-picture|web-share)\s*(?:;|$))*"
)
_VALUES: Final = {
    (None, "role"): re.compile(r"doc-[a-z]+|none|presentation|note|img"),
    (None, "align"): _ALIGN,
    (None, "cite"): _NOT_SCRIPT,
    ("pre", "tabindex"): re.compile("0"),
    ("input", "type"): re.compile("checkbox"),
    ("iframe", "src"): _EMBED,
    ("iframe", "allow"): _ALLOW,
    ("audio", "src"): _HTTPS_OR_OURS,
    ("video", "src"): _HTTPS_OR_OURS,
    ("video", "poster"): _HTTPS_OR_OURS,
    ("source", "src"): _HTTPS_OR_OURS,
    ("track", "src"): _HTTPS_OR_OURS,
}


def value_kept(element: str, attribute: str, value: str) -> str | None:
    """The part of an attribute's decoded value that may stay; None: the attribute goes.

    Schemes of `href` and `src` are the sanitiser's part: nh3 parses addresses as browsers do.
    """
    if attribute == "class":
        names = value.split()
        kept = [name for name in names if _CLASS.fullmatch(name)]
        return value if kept == names else " ".join(kept) or None
    if attribute == "id":
        return None if not value or value.lower().startswith(RESERVED_ID_PREFIX) else value
    pattern = _VALUES.get((element, attribute)) or _VALUES.get((None, attribute))
    return value if pattern is None or pattern.fullmatch(value) else None
