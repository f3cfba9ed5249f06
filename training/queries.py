"""Queries made from the passages: parts of them, in other words, in the other language, in a question."""

import random
import re
from collections.abc import Sequence
from pathlib import Path

import yaml

from qpgraph.search.asked import AskedQuery, read_asked
from training.noise import fold
from training.passages import Passage

__all__ = ["Lexicon", "QueryMaker", "read_questions"]

_PAIRS = Path(__file__).parent / "pairs"
_WORDS = re.compile(r"[\w/&.:-]+")


def read_questions(known: Sequence[str]) -> list[AskedQuery]:
    """The hand-written queries that things of `known` keys answer; raises `ValueError` for an unknown key."""
    wrong: list[str] = []
    found = read_asked(known, missing=wrong.append)
    if wrong:
        raise ValueError("; ".join(wrong))
    return found


class Lexicon:
    """Words for one thing in both languages; a row's words may stand for each other."""

    def __init__(self, rows: list[dict[str, list[str]]]) -> None:
        """Takes rows of `vi` and `en` words."""
        self.rows = rows
        self._row_of = {
            fold(word).lower(): row
            for row in rows
            for words in row.values()
            for word in words
            if len(word) > 1
        }
        longest = sorted(self._row_of, key=len, reverse=True)
        self._any = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, longest)) + r")(?!\w)")

    @classmethod
    def read(cls) -> "Lexicon":
        """The project's own lexicon."""
        rows = []
        for file in sorted(_PAIRS.glob("lexicon*.yaml")):
            rows += yaml.safe_load(file.read_text(encoding="utf-8"))
        return cls(rows)

    def replace(self, text: str, rng: random.Random, language: str, share: float) -> str:
        """The text with some of its known words put in other words of that language."""
        plain = fold(text).lower()
        if len(plain) != len(text):
            return text
        out, at = "", 0
        for match in self._any.finditer(plain):
            others = self._row_of[match.group()].get(language)
            if others and rng.random() < share:
                out += text[at : match.start()] + rng.choice(others)
                at = match.end()
        return out + text[at:]

    def keywords(self, text: str, rng: random.Random, language: str) -> str:
        """A few of the text's known words, in other words of that language; may be empty."""
        rows = [self._row_of[match.group()] for match in self._any.finditer(fold(text).lower())]
        words = [rng.choice(row[language]) for row in rows if row.get(language)]
        unique = list(dict.fromkeys(words))
        rng.shuffle(unique)
        return " ".join(unique[: rng.choice((1, 2, 2, 3, 3, 4))])


class QueryMaker:
    """Makes queries for a passage, each time another."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Reads the templates."""
        self._lexicon = lexicon
        self._templates: dict[str, list[str]] = yaml.safe_load(
            (_PAIRS / "templates.yaml").read_text(encoding="utf-8")
        )

    def make(self, passage: Passage, rng: random.Random) -> str:
        """One query in one of the two languages."""
        language = rng.choice(("vi", "en"))
        texts = passage.own[language] or passage.own["vi"] or passage.own["en"]
        text = texts[0] if rng.random() < 0.7 else rng.choice(texts)
        way = rng.random()
        if way < 0.3:
            core = _part(text, rng)
        elif way < 0.6:
            core = self._lexicon.replace(_part(text, rng), rng, language, 0.7)
        elif way < 0.85:
            other = passage.own[rng.choice(("vi", "en"))]
            core = self._lexicon.keywords(rng.choice(other or texts), rng, language) or _part(text, rng)
        else:
            core = text
        return self._asked(core, passage, language, rng)

    def _asked(self, core: str, passage: Passage, language: str, rng: random.Random) -> str:
        if rng.random() < 0.4:
            return core
        places = [text for text in passage.around[language] if fold(text) in _PROVINCES]
        form = rng.choice(self._templates[language])
        if "{province}" in form and not places:
            return core
        return form.format(x=core, province=rng.choice(places) if places else "")


_PROVINCES = {"Hai Phong", "Bac Ninh", "Can Tho", "Dong Nai"}


def _part(text: str, rng: random.Random) -> str:
    """Some of the words in a row: mostly a few, sometimes a clause."""
    words = _WORDS.findall(text)
    count = rng.choice((2, 3, 3, 4, 4, 5, 6, 8, 12))
    if len(words) <= count:
        return text
    start = rng.randrange(len(words) - count + 1)
    return " ".join(words[start : start + count]).strip(".:-")
