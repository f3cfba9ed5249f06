"""What a query asks for beside its words: a kind of thing, a place, a year, an actor, a thing by name."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from qpgraph.search.reading import Reading
from qpgraph.search.thesaurus import Thesaurus

__all__ = ["ACTORS", "Intent", "named_things", "read_intent"]

ACTORS = frozenset({"Agency", "AgencyKind"})
"""Classes of what acts."""
_THINGS = frozenset({"Standard", "StandardFamily", "AgencyKind", "Agency", "LegalDocument", "Plan"})
_ASIDE = frozenset({"Province", "Plan", "DocumentType"})


@dataclass(frozen=True)
class Intent:
    """What a query asks for; concepts by address."""

    kinds: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    """One name of each."""
    years: tuple[str, ...] = ()
    actors: frozenset[str] = frozenset()
    acting: float = 0.0
    """The share of the query's words that names the actors."""
    named: dict[str, float] = field(default_factory=dict)
    """Things that the query names, with the share of it that is the name, less where that is unsure."""
    themes: frozenset[str] = frozenset()
    standards: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    words: int = 0
    """Words that say something, places and kinds left out."""


def read_intent(reading: Reading, thesaurus: Thesaurus, related: float) -> Intent:
    """What a query asks for; `related` is how sure a thing is whose name a general word shares."""
    content = set(range(len(reading.words))) - reading.stopped
    spoken: set[int] = set()
    found: dict[str, dict[str, None]] = {}
    for match in reading.matches:
        places = range(match.first, match.last)
        concept = thesaurus.concepts[match.concept]
        if concept.kind in ("Province", "kind"):
            content -= set(places)
        if concept.kind == "Province":
            found.setdefault("Province", {})[concept.names[0][1]] = None
        elif concept.kind == "kind":
            found.setdefault("kind", {})[concept.id.removeprefix("kind:")] = None
        for each in (match.concept, *thesaurus.related(match.concept)):
            kind = thesaurus.concepts[each].kind
            if kind in ACTORS:
                spoken.update(places)
            if kind not in ("Province", "kind"):
                found.setdefault(kind, {})[each] = None
    if len(found.get("kind", {})) > 1:
        found["kind"].pop("plan", None)  # "the budget of the plan" asks for the budget
    return Intent(
        kinds=tuple(found.get("kind", ())),
        provinces=tuple(found.get("Province", ())),
        years=tuple(reading.years),
        actors=_of(found, *ACTORS),
        acting=len(spoken) / max(1, len(content | spoken)),
        named={
            concept: share * sure
            for concept, (share, sure) in named_things(reading, thesaurus, related).items()
        },
        themes=frozenset(
            match.concept for match in reading.matches if thesaurus.concepts[match.concept].kind == "Theme"
        ),
        standards=_of(found, "Standard", "StandardFamily"),
        acts=_of(found, "LegalDocument"),
        words=len(content),
    )


def _of(found: dict[str, dict[str, None]], *kinds: str) -> frozenset[str]:
    return frozenset(concept for kind in kinds for concept in found.get(kind, ()))


def named_things(reading: Reading, thesaurus: Thesaurus, related: float) -> dict[str, tuple[float, float]]:
    """The things that a query names: the share of the query that is the name, and how sure that is."""
    asked = {
        place
        for match in reading.matches
        if match.concept.startswith("kind:")
        for place in range(match.first, match.last)
    }
    content = (set(range(len(reading.words))) - reading.stopped) | asked
    spans: dict[str, set[int]] = {}
    sure: dict[str, float] = {}
    for match in reading.matches:
        for concept in (match.concept, *thesaurus.related(match.concept)):
            if thesaurus.concepts[concept].kind in _THINGS:
                spans.setdefault(concept, set()).update(range(match.first, match.last))
                sure[concept] = max(sure.get(concept, 0.0), 1.0 if concept == match.concept else related)
        if thesaurus.concepts[match.concept].kind in _ASIDE:
            content -= set(range(match.first, match.last)) - asked
    doing = any(match.concept == "kind:duty" for match in reading.matches)
    return {
        concept: (_share(places - reading.stopped, content), sure[concept])
        for concept, places in spans.items()
        # Not who it is is asked then, but what it has to do.
        if not (doing and thesaurus.concepts[concept].kind in ACTORS)
    }


def _share(said: Iterable[int], content: set[int]) -> float:
    said = set(said)
    return len(said) / max(1, len(content | said))
