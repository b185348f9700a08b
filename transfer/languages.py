"""What other systems call a language, and what a publication of it is called here."""

from typing import Final

from django.core.exceptions import ValidationError

from publication.languages import locale_for

# Of another script or spelling than the language alone.
_WHOLE: Final = frozenset({"zh-tw", "zh-hk", "pt-br"})


def code_of_language(language: str) -> str:
    """`en-US` → `en`; `zh_TW` → `zh-tw`; "" for what is no language that Django knows."""
    code = language.strip().lower().replace("_", "-") or "en"
    for one in (code if code in _WHOLE else code.partition("-")[0], code):
        try:
            locale_for(one)
        except ValidationError:
            continue
        return one
    return ""
