"""What languages are called: by machines, by networks that share links, and by themselves."""

from typing import Any, Final

from django.utils.translation import get_language_info

from .models import Publication

_SUBTAG_CASE: Final = {2: str.upper, 4: str.title}

# Where most of a language's readers are, where that is not the country of the same letters.
_TERRITORIES: Final = {
    "be": "BY",
    "bn": "IN",
    "ca": "ES",
    "cs": "CZ",
    "cy": "GB",
    "da": "DK",
    "el": "GR",
    "en": "US",
    "et": "EE",
    "eu": "ES",
    "fa": "IR",
    "ga": "IE",
    "gl": "ES",
    "he": "IL",
    "hi": "IN",
    "hy": "AM",
    "ja": "JP",
    "ka": "GE",
    "kk": "KZ",
    "ko": "KR",
    "ms": "MY",
    "nb": "NO",
    "nn": "NO",
    "pt": "PT",
    "sl": "SI",
    "sq": "AL",
    "sr": "RS",
    "sv": "SE",
    "sw": "KE",
    "ta": "IN",
    "te": "IN",
    "uk": "UA",
    "ur": "PK",
    "vi": "VN",
    "zh-hans": "CN",
    "zh-hant": "TW",
}


def language_tag(publication: Publication) -> str:
    """The BCP 47 tag of what a publication writes: `en`, `zh-Hans`."""
    code, locale = publication.code, publication.locale
    # The locale says more (`zh` is shown as `zh-hans`) unless it only stands in for another.
    return cased(locale if locale.split("-")[0] == code.split("-")[0] else code)


def language_name(publication: Publication) -> str:
    """What the language calls itself: `English`, `简体中文`."""
    info: dict[str, Any] = get_language_info(publication.locale)
    name: str = info["name_local"]
    return name[:1].upper() + name[1:]


def open_graph_locale(publication: Publication) -> str:
    """The language and territory that Open Graph asks for (https://ogp.me/#optional): `zh_CN`."""
    language, *rest = publication.locale.split("-")
    region = next((part for part in reversed([*rest, *_rest(publication)]) if len(part) == 2), "")
    territory = region or _TERRITORIES.get(publication.locale) or _TERRITORIES.get(language)
    return f"{language}_{(territory or language).upper()}"


def cased(tag: str) -> str:
    """As BCP 47 writes it (RFC 5646 §2.1.1): `zh-hans` → `zh-Hans`, `pt-br` → `pt-BR`."""
    first, *rest = tag.split("-")
    return "-".join([first, *(_SUBTAG_CASE.get(len(part), str.lower)(part) for part in rest)])


def _rest(publication: Publication) -> list[str]:
    return publication.code.split("-")[1:]
