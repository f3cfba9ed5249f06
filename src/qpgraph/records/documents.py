"""The source texts: one UTF-8 text file a document, its lines counted from 1 as `cat -n` does."""

from dataclasses import dataclass
from pathlib import Path

from qpgraph.errors import QpgraphError
from qpgraph.records.base import Lines

__all__ = ["Document", "document_path", "read_document"]


@dataclass(frozen=True)
class Document:
    """A source text; `lines[0]` is line 1."""

    id: str
    lines: tuple[str, ...]

    def numbered(self, lines: Lines) -> list[tuple[int, str]]:
        """The lines of some ranges with their numbers; lines beyond the end are left out."""
        return [
            (number, self.lines[number - 1])
            for first, last in lines
            for number in range(first, min(last, len(self.lines)) + 1)
        ]

    def text(self, lines: Lines) -> str:
        """The lines of some ranges as one text."""
        return "\n".join(line for _, line in self.numbered(lines))

    def beyond(self, lines: Lines) -> int | None:
        """The last line of the ranges if the document ends before it."""
        last = max((last for _, last in lines), default=0)
        return last if last > len(self.lines) else None


def document_path(folder: Path, name: str) -> Path:
    """The text file of a document, by its id."""
    return folder / f"{name}.txt"


def read_document(folder: Path | None, name: str) -> Document:
    """Reads a document by its id; raises `QpgraphError` saying what is missing."""
    if folder is None:
        raise QpgraphError(
            "no folder of source texts is known; name it with --documents DIR or QPGRAPH_DOCUMENTS=DIR"
        )
    path = document_path(folder, name)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        known = ", ".join(sorted(each.stem for each in folder.glob("*.txt"))) or "none"
        raise QpgraphError(f"{folder} holds no document '{name}' (it holds: {known})") from error
    except UnicodeDecodeError as error:
        raise QpgraphError(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8") from error
    except OSError as error:
        raise QpgraphError(f"{path}: can't be read: {error.strerror}") from error
    return Document(name, tuple(text.removesuffix("\n").split("\n")))
