from typing import ClassVar

from django.utils.feedgenerator import SyndicationFeed


class Format(SyndicationFeed):
    """A way to write a document. `self.feed["document"]` is the `feeds.document.Document`.

    An item holds, besides what Django puts there, what `Syndication.item_extra_kwargs` says.
    """

    name: ClassVar[str]
    """For people: `RSS`."""
    file: ClassVar[str]
    """The last part of a feed's address: `index.xml`."""
    archive_suffix: ClassVar[str]
    """What ends an archive's address: `xml`."""
    media_type: ClassVar[str]
    """For `type` attributes; what is served may say less."""
    content_type: str
