"""What "who" and "whose" ask for: those who have a role, or the provinces that have something."""

from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.search.text import fold

__all__ = [
    "also_who",
    "is_whom",
    "whose_act",
    "whose_place",
    "whose_plan",
]

_NEAR = 3


def is_whom(asked: Asked, nouns: list[tuple[Cue, str]]) -> bool:
    """Whether "là đâu" asks for the agency that a question begins with: "cơ quan chủ trì … là đâu"."""
    first = min(nouns, key=lambda each: each[0].first, default=None)
    asks = any(cue.text.casefold() in ("đâu", "dau") for cue in asked.all("where"))
    return asks and first is not None and first[1] == "agency" and asked.has("lead", "coordinate")


def _who_mentions(asked: Asked) -> bool:
    """Whether "who" asks for the plans that speak of something: "who else mentions ISO 27001"."""
    roles = asked.has("lead", "coordinate", "part", "report", "report-to", "noun-duty", "signer", "issuer")
    if asked.acts and not (roles or asked.has("issued", "replace", "amend", "proposer")):
        return any(
            0 < cites.first - who.last <= _NEAR for who in asked.all("who") for cites in asked.all("based-on")
        )
    cites = [cue for cue in asked.all("based-on") if fold(cue.text) != "theo"]
    return bool(cites) and bool(asked.topics) and not (roles or asked.agencies or asked.acts)


def whose_place(asked: Asked) -> bool:
    """Whether "who" asks for provinces and no agency."""
    asks = (_sets_most, _sets_target, _who_mentions, _who_among)
    return asked.has("who") and any(each(asked) for each in asks)


_AMONG = frozenset(("among", "amongst", "of", "the", "these", "those", "trong", "so", "cac"))


def _who_among(asked: Asked) -> bool:
    """Whether "who among the provinces" asks for one of them."""
    places = [*asked.all("noun-province"), *asked.all("every", "shared")]
    return any(
        who.last < place.first and {word.folded for word in asked.words[who.last + 1 : place.first]} <= _AMONG
        for who in asked.all("who")
        for place in places
        if place.first - who.last <= _NEAR
    )


def whose_plan(asked: Asked) -> bool:
    """Whether "whose plan" asks for the province that it is of."""
    whose = [cue for cue in asked.all("who") if cue.text.casefold() == "whose"]
    last = len(asked.words) - 1
    return any(
        cue.last == last or any(0 < noun.first - cue.last <= 2 for noun in asked.all("noun-plan"))
        for cue in whose
    ) and asked.has("noun-plan")


def _sets_most(asked: Asked) -> bool:
    """Whether "who" asks for the province with the highest number: "who has the lowest target"."""
    more = asked.has("most", "least", "higher", "lower")
    return more and bool(asked.topics) and not asked.has("lead", "coordinate", "part", "noun-task", "report")


_SETS = frozenset(
    (
        "has", "have", "set", "state", "name", "give", "aim", "doesn't", "don't", "co", "dat", "neu",
        "ghi", "de", "dua", "khong", "chua",
    )
)  # fmt: skip
"""What stands between "who" and the target that somebody has."""


_HAS = ("has", "have", "co", "chua")


def _sets_target(asked: Asked) -> bool:
    """Whether "who" asks for the provinces that have a target, or none: "who has no TFP target"."""
    roles = asked.has("lead", "coordinate", "part", "noun-task", "report", "noun-duty", "signer", "issuer")
    sets = {who.last + 1 for who in asked.all("who") if who.last + 1 < len(asked.words)}
    lists = {cue.first for cue in asked.all("noun-budget", "noun-catalogue")}
    rest = [topic for topic in asked.topics if topic.first not in lists]
    if lists and not (rest or asked.unknown or asked.provinces):
        return not (roles or asked.agencies) and any(asked.words[place].key in _HAS for place in sets)
    return (
        bool(asked.topics)
        and not (roles or asked.agencies)
        and any(who.last < target.first for who in asked.all("who") for target in asked.all("noun-target"))
        and any({asked.words[place].key, asked.words[place].exact} & _SETS for place in sets)
    )


def also_who(asked: Asked) -> bool:
    """Whether "and who leads it" follows what is asked first."""
    which = asked.cue("which-before", "which-after", "list")
    who = [cue for cue in asked.all("who") if which is not None and cue.first > which.last]
    return bool(who) and asked.has("lead", "coordinate")


def whose_act(asked: Asked) -> bool:
    """Whether "who signs" asks for the agency that signs something, and not for who signed a plan."""
    if asked.acts or asked.plans or asked.has("noun-plan") or not asked.topics:
        return False
    return any(cue.text.casefold().startswith(("who ", "ai ")) for cue in asked.all("signer", "issuer"))
