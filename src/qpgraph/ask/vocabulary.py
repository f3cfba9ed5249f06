"""What the graph can talk about: its things with their names, and its points with their words.

Read from the store once, by the queries in `vocabulary/`; a question is then understood in memory and
answered by SPARQL.
"""

from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import log
from pathlib import Path

from qpgraph.ask.words.words import broken_keys, keys, words_of
from qpgraph.settings import on_base

__all__ = ["Point", "Rows", "Thing", "Vocabulary", "load_vocabulary"]

Rows = Sequence[Mapping[str, str]]
"""What a SELECT found: column to text; unknown values are left out."""

_FOLDER = Path(__file__).parent / "vocabulary"


@dataclass
class Thing:
    """A thing of the vocabulary: its kind, its names (`@` and language cut off), its relations."""

    iri: str
    kind: str
    label: dict[str, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    relations: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def one(self, relation: str) -> str | None:
        """The first of a relation's values."""
        found = self.relations.get(relation)
        return found[0] if found else None

    @property
    def is_many(self) -> bool:
        """Whether it stands for many agencies: "departments and sectors", the communes."""
        return self.one("level") in ("group", "commune")

    def name(self, language: str) -> str:
        """The label in a language, or in any."""
        return self.label.get(language) or next(iter(self.label.values()), self.iri.rsplit("/", 1)[-1])


@dataclass
class Point:
    """A point of a plan: where it stands, its words and its relations."""

    iri: str
    kind: str
    plan: str
    document: str
    province: str
    ref: str
    lines: str
    position: int
    own: list[tuple[str, ...]] = field(default_factory=list)
    near: list[tuple[str, ...]] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    relations: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    units: set[str] = field(default_factory=set)
    values: list[tuple[float, str]] = field(default_factory=list)
    words: frozenset[str] = frozenset()
    exact: set[str] = field(default_factory=set)
    """Its words with their diacritics."""
    text: str = ""
    broken: str = ""
    """The text with a comma where punctuation parts words."""
    around: str = ""

    def has(self, relation: str, things: Iterable[str]) -> bool:
        """Whether one of the things stands in the relation."""
        found = self.relations.get(relation, ())
        return any(thing in found for thing in things)


@dataclass
class Vocabulary:
    """Things by address, points by address, and how rare a word is among the points."""

    things: dict[str, Thing]
    points: dict[str, Point]
    weights: dict[str, float]
    words: frozenset[str]
    exact: frozenset[str] = frozenset()
    """The words with their diacritics, and without their tones."""
    toned: frozenset[str] = frozenset()
    """The words with their diacritics."""
    surfaces: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Words without diacritics to the words themselves."""

    def is_period(self, years: Iterable[int]) -> bool:
        """Whether two years are the first and last of a plan: then they say which plan, not when in it."""
        wanted = {str(year) for year in years}
        return any({plan.one("start"), plan.one("end")} == wanted for plan in self.of_kind("plan"))

    @cached_property
    def periods(self) -> frozenset[int]:
        """How many years the plans cover."""
        spans = [(plan.one("start"), plan.one("end")) for plan in self.of_kind("plan")]
        return frozenset(int(end) - int(start) + 1 for start, end in spans if start and end)

    @cached_property
    def last_year(self) -> int | None:
        """The year that all plans end in, which says nothing more about one; `None` if they differ."""
        ends = {plan.one("end") for plan in self.of_kind("plan")}
        end = ends.pop() if len(ends) == 1 else None
        return int(end) if end else None

    def of_kind(self, kind: str) -> list[Thing]:
        """The things of a kind."""
        return [thing for thing in self.things.values() if thing.kind == kind]


def load_vocabulary() -> Generator[str, Rows, Vocabulary]:
    """Asks for queries, one after the other, and returns the vocabulary."""
    concepts = yield _query("concepts")
    links = yield _query("links")
    points = yield _query("points")
    texts = yield _query("texts")
    relations = yield _query("relations")
    quantities = yield _query("quantities")
    things = _things(concepts, links)
    found = _points(points, texts, relations, quantities)
    _words(found.values())
    frequency = Counter(word for point in found.values() for word in point.words)
    count = max(len(found), 1)
    weights = {word: log(1 + count / number) / log(1 + count) for word, number in frequency.items()}
    words = frozenset(frequency) | {
        key for thing in things.values() for name in thing.names for key in keys(name)
    }
    said = [
        word for row in (*texts, *concepts) for word in words_of(row.get("text") or row.get("name") or "")
    ]
    toned = {word.exact for word in said}
    surfaces: dict[str, set[str]] = defaultdict(set)
    for word in said:
        surfaces[word.folded].add(word.typed.lower())
    toneless = {word.rstrip("12345") for word in toned}
    return Vocabulary(
        things,
        found,
        weights,
        words,
        frozenset(toned | toneless),
        frozenset(toned),
        {folded: frozenset(forms) for folded, forms in surfaces.items()},
    )


def _query(name: str) -> str:
    return on_base((_FOLDER / f"{name}.rq").read_text(encoding="utf-8"))


def _things(concepts: Rows, links: Rows) -> dict[str, Thing]:
    things: dict[str, Thing] = {}
    for row in concepts:
        thing = things.setdefault(row["thing"], Thing(row["thing"], row["kind"]))
        thing.names.add(row["name"])
        if row["preferred"] == "true":
            thing.label[row.get("name@", "vi")] = row["name"]
    for row in links:
        if row["thing"] in things:
            things[row["thing"]].relations[row["relation"]].append(row["other"])
    return things


def _points(points: Rows, texts: Rows, relations: Rows, quantities: Rows) -> dict[str, Point]:
    found: dict[str, Point] = {}
    for row in points:
        found[row["point"]] = Point(
            iri=row["point"],
            kind=row["class"],
            plan=row["plan"],
            document=row["identifier"],
            province=row["province"],
            ref=row.get("ref", ""),
            lines=row["lines"],
            position=int(row.get("position", 0)),
        )
    for row in texts:
        point = found.get(row["point"])
        if point is None:
            continue
        phrase = keys(row["text"])
        if row["weight"] != "parent":
            point.exact.update(word.exact for word in words_of(row["text"]))
            point.broken += f"{broken_keys(row['text'])}| "
        (point.near if row["weight"] == "parent" else point.own).append(phrase)
        if row["weight"] == "label":
            point.labels.setdefault(row.get("text@", "vi"), row["text"])
    for row in relations:
        if row["point"] in found:
            found[row["point"]].relations[row["relation"]].append(row["thing"])
    for row in quantities:
        if row["point"] in found:
            point = found[row["point"]]
            point.units.add(row["unit"])
            point.values.append((float(row["value"]), row["unit"]))
            for relation in ("by", "per", "max"):
                if relation in row:
                    point.relations[relation].append(row[relation])
    return found


def _words(points: Iterable[Point]) -> None:
    for point in points:
        point.words = frozenset(key for phrase in point.own for key in phrase)
        point.text = " | ".join(f" {' '.join(phrase)} " for phrase in point.own)
        point.around = " | ".join(f" {' '.join(phrase)} " for phrase in point.near)
