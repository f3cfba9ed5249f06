"""Reads a page as a browser would: its links, anchors, headings, tables and text."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

__all__ = ["Reading", "read_page"]


@dataclass
class Reading(HTMLParser):
    """What a page has."""

    hrefs: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str | None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """See `HTMLParser`."""
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.append((tag, name, value))
            if name == "href" and value is not None:
                self.hrefs.append(value)
            if name == "id" and value is not None:
                self.ids.append(value)

    def handle_data(self, data: str) -> None:
        """See `HTMLParser`."""
        self.texts.append(data)


def read_page(page: str) -> Reading:
    """What the page has."""
    reading = Reading()
    reading.feed(page)
    reading.close()
    return reading
