"""Which language codes a publication can have, and the locale that Django activates for each."""

from typing import Final

from django.conf.locale import LANG_INFO
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# Django has no locale of its own under these codes, which addresses and feeds use.
LOCALES: Final = {"zh": "zh-hans", "zh-cn": "zh-hans", "zh-tw": "zh-hant", "zh-hk": "zh-hant"}


def locale_for(code: str) -> str:
    """The locale that Django activates for a language `code` (`zh` → `zh-hans`).

    Raises ValidationError for a code that names no language.
    """
    locale = LOCALES.get(code, code)
    validate_locale(locale)
    return locale


def validate_locale(locale: str) -> None:
    """Refuse a locale that Django knows nothing of: it would silently show English."""
    if "name" not in LANG_INFO.get(locale, {}):
        message = _("“%(locale)s” is not a language that Django knows, such as “en” or “zh-hans”.")
        raise ValidationError(message, code="unknown_locale", params={"locale": locale})
