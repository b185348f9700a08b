"""Bytes of a feed → text, whatever its encoding declaration claims."""

import codecs
import re
from collections.abc import Iterator
from email.message import Message

_MARKS = (  # the longer first: UTF-32 begins with the mark of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"), (b"{\0", "utf-16-le"))
_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")

# What browsers read under these names, because it is what writers mean.
# https://encoding.spec.whatwg.org/#names-and-labels
_MEANT = {
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}


def decode(data: bytes, content_type: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the text of a document, without a byte order mark, and notes on what was mended.

    Tried in turn: the byte order mark, the charset of `content_type`, the encoding that the XML
    declares, UTF-8. A text that none of them fits is UTF-8 with a few broken characters, which
    become U+FFFD, or else Windows-1252.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), ()
    candidates = list(_candidates(data, content_type))
    if "cp1252" in candidates:  # servers claim ISO 8859-1 by default; valid UTF-8 is never that
        candidates.insert(0, "utf-8")
    for encoding in candidates:
        try:
            return data.decode(encoding), ()
        except UnicodeDecodeError:
            continue
    mended = data.decode("utf-8", errors="replace")
    broken = mended.count("\ufffd")
    if broken * 4 < len(mended) - len(mended.encode("ascii", errors="ignore")):
        return mended, (f"{broken} broken characters were replaced.",)
    return data.decode("cp1252", errors="replace"), ("The encoding was guessed: Windows-1252.",)


def _candidates(data: bytes, content_type: str | None) -> Iterator[str]:
    for start, encoding in _UNMARKED:
        if data.startswith(start):
            yield encoding
            return
    if named := _charset(content_type):
        yield named
    if (declared := _DECLARED.match(data[:1024])) and (named := _known(declared[1].decode())):
        yield named
    yield "utf-8"


def _charset(content_type: str | None) -> str | None:
    if not content_type:
        return None
    message = Message()
    message["Content-Type"] = content_type
    charset = message.get_param("charset")
    return _known(charset) if isinstance(charset, str) else None


def _known(name: str) -> str | None:
    """Return Python's name of a text encoding that reads as ASCII, or None.

    A document that could be read so far as to find its declaration is not in UTF-16.
    """
    try:
        encoding = codecs.lookup(name).name
        if b"<?xml".decode(encoding) != "<?xml":
            return None
    except (LookupError, UnicodeError, ValueError):
        return None
    return _MEANT.get(encoding, encoding)
