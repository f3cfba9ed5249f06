"""The language of a page, Vietnamese or English, and the words of its texts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

import yaml
from markupsafe import Markup

from qpgraph.errors import QpgraphError

__all__ = ["LANGUAGES", "Language", "Messages", "Translator", "as_language", "choose_language"]

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_RANGE = re.compile(r"\s*([A-Za-z*]+)(?:-[\w-]+)?\s*(?:;\s*q\s*=\s*([0-9.]+))?\s*")


def as_language(name: str | None) -> Language | None:
    """The language of a two-letter code; None if the explorer doesn't speak it."""
    return next((language for language in LANGUAGES if language == name), None)


def choose_language(parameter: str | None, cookie: str | None, accept: str) -> Language:
    """What was asked for, else what was chosen before, else what the browser prefers, else Vietnamese.

    >>> choose_language(None, None, "en-GB,en;q=0.9,vi;q=0.8")
    'en'
    """
    return as_language(parameter) or as_language(cookie) or _preferred(accept)


def _preferred(accept: str) -> Language:
    """RFC 9110, 12.5.4."""
    wanted: list[tuple[float, Language]] = []
    for part in accept.split(","):
        match = _RANGE.fullmatch(part)
        language = as_language(match[1].lower()) if match else None
        if match and language:
            wanted.append((_quality(match[2]), language))
    wanted = [each for each in wanted if each[0] > 0]
    return max(wanted, key=lambda each: each[0])[1] if wanted else "vi"


def _quality(text: str | None) -> float:
    try:
        return float(text or 1)
    except ValueError:
        return 0


class Messages:
    """Texts for people, each key with both languages side by side.

    A text may have `{places}` for values, and `**strong**`. It may have two forms, `one` and `other`,
    chosen by the value `n`.
    """

    def __init__(self, texts: Mapping[str, Mapping[Language, str | Mapping[str, str]]]) -> None:
        """`texts` by key, then by language."""
        self.texts = texts

    @staticmethod
    @cache
    def load(folder: Path) -> "Messages":
        """The texts of a folder's YAML files; `QpgraphError` when a key stands in two files."""
        texts: dict[str, Mapping[Language, str | Mapping[str, str]]] = {}
        for path in sorted(folder.glob("*.yaml")):
            for key, text in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader).items():
                if key in texts:
                    raise QpgraphError(f"{path}: the key '{key}' stands in another file already")
                texts[key] = text
        return Messages(texts)

    def text(self, key: str, language: Language, **values: object) -> Markup:
        """A text as HTML, its values escaped; raises `KeyError` for an unknown key."""
        found = self.texts[key][language]
        if not isinstance(found, str):
            found = found["one" if values.get("n") in (1, "1") else "other"]
        return _markup(found).format(**{name: _shown(value, language) for name, value in values.items()})


@dataclass(frozen=True)
class Translator:
    """The texts in one language: `t("home.title")`."""

    language: Language
    messages: Messages

    def __call__(self, key: str, **values: object) -> Markup:
        """See `Messages.text`."""
        return self.messages.text(key, self.language, **values)

    def knows(self, key: str) -> bool:
        """Whether there is such a text."""
        return key in self.messages.texts


@cache
def _markup(text: str) -> Markup:
    escaped = str(Markup.escape(text)).replace("&#39;", "'").replace("&#34;", '"')
    return Markup(re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", escaped))


def _shown(value: object, language: Language) -> object:
    from qpgraph.wording.numbers import shown_number

    return shown_number(value, language) if isinstance(value, int | float) else value
