"""The colours of the site where no style sheet reaches: `static/css/tokens.css` has the same."""

from typing import Final

PAPER: Final = "#fcfaf5"
INK: Final = "#1b1814"
INK_SOFT: Final = "#5e574d"
RULE: Final = "#dcd5c7"
ACCENT: Final = "#9c1c1f"
PAPER_DARK: Final = "#161412"
