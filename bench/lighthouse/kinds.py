"""The kinds of pages that are measured, by name: those that the tests of quality look at."""

from urllib.parse import quote

from tests.quality.pages import PAGES, STATES

LANGUAGES = ("en", "zh")

# Lighthouse gives an error page no score.
_STATES = {name.replace(" ", "-"): path for name, (path, status) in STATES.items() if status == 200}
_PATHS = {name.partition(":")[2]: path for name, path in PAGES.items()} | _STATES
KINDS = {name: quote(path, safe="/?=&+") for name, path in _PATHS.items()}


def chosen(names: list[str]) -> dict[str, str]:
    """These kinds, or all. Raises ValueError for a name that is none."""
    if unknown := [name for name in names if name not in KINDS]:
        raise ValueError(f"no page is called {', '.join(unknown)}: choose of {', '.join(KINDS)}")
    return {name: path for name, path in KINDS.items() if not names or name in names}
