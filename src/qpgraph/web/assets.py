"""The files that pages load: style sheets as they are, scripts as `web/` was built."""

import gzip
import hashlib
import json
import mimetypes
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["Asset", "Assets", "Entry"]

_HERE = Path(__file__).parent
_COMPRESSED = ("text/", "application/json", "image/svg+xml")
_TYPES = {".js": "text/javascript", ".map": "application/json", ".woff2": "font/woff2"}


@dataclass(frozen=True)
class Asset:
    """A file's bytes, as they are and compressed where that helps."""

    body: bytes
    compressed: bytes | None
    media_type: str


@dataclass(frozen=True)
class Entry:
    """What a page must load for a script: the script, what it imports, its style sheets."""

    script: str
    imports: tuple[str, ...]
    styles: tuple[str, ...]


class Assets:
    """All assets by name; a name changes with its content, so a browser may keep it for ever."""

    def __init__(self, styles: Path, images: Path, static: Path) -> None:
        """Style sheets and images are served as they are; `static` is what `web/` was built into."""
        sheet = "\n".join(path.read_text(encoding="utf-8") for path in sorted(styles.glob("*.css"))).encode()
        self.style = f"site-{hashlib.sha256(sheet).hexdigest()[:10]}.css"
        self._sheet = _asset(sheet, ".css")
        manifest = static / "manifest.json"
        self._manifest: dict[str, Any] = json.loads(manifest.read_bytes()) if manifest.is_file() else {}
        self._paths = {name: static / name for name in _names(self._manifest)}
        self._paths |= {path.name: path for path in images.iterdir()}
        self._read: dict[str, Asset] = {}

    @staticmethod
    @cache
    def load() -> "Assets":
        """The project's own."""
        return Assets(_HERE / "styles", _HERE / "images", _HERE / "static")

    @property
    def built(self) -> bool:
        """Whether the scripts are there; without them, pages work but don't move."""
        return bool(self._manifest)

    def entry(self, name: str) -> Entry | None:
        """What to load for `web/src/<name>.ts`; None when it isn't built."""
        chunk = self._manifest.get(f"src/{name}.ts")
        if chunk is None:
            return None
        chunks = list(self._chunks(f"src/{name}.ts", {}).values())
        styles = dict.fromkeys(style for each in chunks for style in each.get("css", ()))
        return Entry(chunk["file"], tuple(each["file"] for each in chunks[1:]), tuple(styles))

    def find(self, name: str) -> Asset | None:
        """An asset by its name; None if there is none."""
        if name == self.style:
            return self._sheet
        path = self._paths.get(name)
        if path is None:
            return None
        if name not in self._read:
            self._read[name] = _asset(path.read_bytes(), path.suffix)
        return self._read[name]

    def _chunks(self, key: str, seen: dict[str, Any]) -> dict[str, Any]:
        if key not in seen:
            seen[key] = self._manifest[key]
            for imported in self._manifest[key].get("imports", ()):
                self._chunks(imported, seen)
        return seen


def _names(manifest: dict[str, Any]) -> set[str]:
    names: set[str] = set()
    for chunk in manifest.values():
        names |= {chunk["file"], *chunk.get("css", ()), *chunk.get("assets", ())}
    return names


def _asset(body: bytes, ending: str) -> Asset:
    media_type = _TYPES.get(ending) or mimetypes.types_map.get(ending, "application/octet-stream")
    small = gzip.compress(body, 9, mtime=0) if media_type.startswith(_COMPRESSED) else None
    return Asset(body, small if small and len(small) < len(body) else None, media_type)
