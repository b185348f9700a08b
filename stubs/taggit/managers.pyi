from typing import Any

from django.db.models.fields.related import RelatedField

class TaggableManager(RelatedField[Any, Any]):
    def __init__(
        self,
        verbose_name: Any = ...,
        help_text: Any = ...,
        through: str | None = ...,
        blank: bool = ...,
        related_name: str | None = ...,
        to: str | None = ...,
        ordering: list[str] | None = ...,
    ) -> None: ...
