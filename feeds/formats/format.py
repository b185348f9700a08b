from typing import ClassVar, Final

from django.utils.feedgenerator import SyndicationFeed

from feeds.document import Document

GENERATOR: Final = "Newsroom"


class Format(SyndicationFeed):
    """A way to write a document.

    An item holds, besides what Django puts there, what `PostSyndication.item_extra_kwargs` says.
    """

    name: ClassVar[str]
    """For people: `RSS`."""
    file: ClassVar[str]
    """The last part of a feed's address: `index.xml`."""
    archive_suffix: ClassVar[str]
    """What ends an archive's address: `xml`."""
    media_type: ClassVar[str]
    """For `type` attributes; what is served may say less."""
    tells_removals: ClassVar[bool] = False
    """Whether it says which entries were taken back."""
    revision: ClassVar[str]
    """To be raised with every change to what the format writes: clients' copies are then old."""
    content_type: str

    @property
    def document(self) -> Document:
        """What is to be written."""
        document: Document = self.feed["document"]
        return document

    @classmethod
    def signature(cls) -> tuple[str, ...]:
        """What its bytes depend on besides what they show. A part of validators."""
        return cls.file, cls.revision
