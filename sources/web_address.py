"""Web addresses as they are cited. Pure."""

import re
from typing import Final
from urllib.parse import unquote, urlsplit, urlunsplit

from .domains import domain_of

_TRACKING: Final = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_[ce]id|mkt_tok"
    r"|_ga|_gl|oly_(?:anon|enc)_id|vero_id|wt\.mc_id|cmpid|ns_(?:campaign|mchannel|source)"
    r"|spm|share_token|at_(?:medium|campaign|link_\w+|format|ptr_name|bbc_team)",
    re.IGNORECASE,
)
# Hosts of the same pages in another dress.
_DRESS: Final = re.compile(r"^(?:www\d?|m|mobile|amp)\.")


def with_scheme(typed: str) -> str:
    """Take `reuters.com/world/…` as browsers do."""
    typed = typed.strip()
    return f"https://{typed}" if typed and ":" not in typed.partition("/")[0] else typed


def without_tracking(url: str) -> str:
    """The address without the parameters that only tell who led there. Others keep their bytes."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    kept = [it for it in parts.query.split("&") if not _TRACKING.fullmatch(it.partition("=")[0])]
    return urlunsplit(parts._replace(query="&".join(kept)))


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are on one site: one host, or one below the other."""
    first, second = (_DRESS.sub("", domain_of(url)) for url in (one, other))
    if not first or not second:
        return False
    return first == second or first.endswith(f".{second}") or second.endswith(f".{first}")


def piece_at(url: str) -> str:
    """What two spellings of one address share, to tell what is cited twice; "" for none.

    Scheme, `www.`, tracking, fragment, percent-encoding and a slash at the end make no difference.
    """
    domain = domain_of(url)
    if not domain:
        return ""
    parts = urlsplit(without_tracking(url))
    query = f"?{unquote(parts.query)}" if parts.query else ""
    return f"{_DRESS.sub('', domain)}{unquote(parts.path).rstrip('/')}{query}"
