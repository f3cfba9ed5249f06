"""The provinces of a question: those that are left out, and the plan that a year beside one tells."""

from collections.abc import Mapping, Sequence

from qpgraph.ask.reading.asked import Asked
from qpgraph.ask.reading.roles import advised
from qpgraph.ask.vocabulary import Thing
from qpgraph.ask.words.linking import Mention

__all__ = ["leave_out", "less_plan_type", "take_places", "year_beside_place"]

_INSIDE = frozenset(("trong", "va", "and", "inside", "in"))
"""Before "outside" these make a pair of it: "trong và ngoài tỉnh"."""
_JOINS = frozenset(("and", "va", "or", "hay", "lan", "cung"))
_FAR = 2


def take_places(asked: Asked, things: Mapping[str, Thing]) -> None:
    """The provinces that are only named by a plan, or by the committee that is advised."""
    if asked.plans and not asked.provinces:
        asked.provinces = [place for plan in asked.plans if (place := things[plan].one("province"))]
    for mention, offices in () if asked.provinces else advised(asked):
        places = {things[iri].one("province") for iri in offices}
        if len(places) == 1 and (place := places.pop()):
            asked.provinces = [place]
            asked.used[place] = mention.text


def leave_out(asked: Asked, everywhere: Sequence[str]) -> None:
    """Takes the provinces out that "besides" or "other than" names: all others are meant."""
    for cue in asked.all("except"):
        before = asked.words[cue.first - 1].folded if cue.first else ""
        named = [
            mention
            for mention in asked.mentions
            if mention.is_a("province") and 0 < mention.first - cue.last <= _FAR
        ]
        if not named or before in _INSIDE:
            continue
        gone = set(named[0].values("province")) | _joined(asked, named[0])
        kept = [iri for iri in asked.provinces if iri not in gone]
        asked.provinces = kept or [iri for iri in everywhere if iri not in gone]
        for iri in asked.provinces:
            asked.used.setdefault(iri, f"{cue.text} {named[0].text}")
        asked.cues.remove(cue)


def _joined(asked: Asked, first: Mention) -> set[str]:
    """The provinces that are joined to one: "besides Bắc Ninh and Hải Phòng"."""
    found: set[str] = set()
    last = first.last
    for mention in asked.mentions:
        between = [word.folded for word in asked.words[last + 1 : mention.first]]
        if mention.is_a("province") and mention.first > last and set(between) <= _JOINS and len(between) < 2:
            found |= set(mention.values("province"))
            last = mention.last
    return found


def year_beside_place(asked: Asked) -> bool:
    """Whether the only year stands right beside a province ("Đồng Nai 2026"): it tells its plan."""
    place = asked.years[0][0]
    beside = any(
        mention.is_a("province") and (mention.last == place - 1 or mention.first == place + 1)
        for mention in asked.mentions
    )
    return beside and not asked.has("noun-budget")


def less_plan_type(asked: Asked) -> None:
    """Takes "decision" out where it only names the plan of the province before it."""
    places = {mention.last + 1 for mention in asked.mentions if mention.is_a("province")}
    if asked.plans:
        asked.cues = [cue for cue in asked.cues if cue.name != "noun-act" or cue.first not in places]
