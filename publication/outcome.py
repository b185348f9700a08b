from enum import StrEnum


class Outcome(StrEnum):
    """What became of what arrived from another system."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    EDITED_HERE = "edited here"
    REFUSED = "refused"
