"""Under which `edge` stamps what publications say of themselves."""

from typing import Final


def publication_key(code: str) -> str:
    """Of what a publication says of itself wherever it is named."""
    return f"publication {code}"


ALL_PUBLICATIONS: Final = publication_key("")
"""Of what any of them says: for what shows several."""
