from xml.sax.xmlreader import AttributesImpl

from django.utils.xmlutils import SimplerXMLGenerator

from safeguards.text import xml_safe


class Writer(SimplerXMLGenerator):
    """Writes what XML can hold and drops the rest: no text can make a feed ill-formed."""

    def open(self, name: str, attributes: dict[str, str] | None = None) -> None:
        """Begin an element that `endElement` ends."""
        self.startElement(name, AttributesImpl(attributes or {}))

    def characters(self, content: str) -> None:
        super().characters(xml_safe(content))

    def startElement(self, name: str, attrs: "AttributesImpl[str]") -> None:  # noqa: N802 — SAX's
        safe = {key: xml_safe(value) for key, value in attrs.items()}
        super().startElement(name, AttributesImpl(safe))
