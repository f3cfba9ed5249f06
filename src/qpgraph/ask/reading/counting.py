"""What "how many" goes with: things that are counted, shares, levels, those that a plan helps."""

from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.search.text import fold, has_diacritics

__all__ = [
    "counts_takers",
    "counts_tasks",
    "counts_units",
    "how_much",
    "is_level",
    "numbered",
    "of_all",
    "only_place",
]

_ROLES = (
    "lead",
    "coordinate",
    "part",
    "report",
    "report-to",
    "recipient",
    "issuer",
    "noun-task",
    "noun-duty",
)
_TAKERS = frozenset(
    ("don vi", "to chuc", "unit", "units", "organisation", "organisations", "organization", "organizations")
)
_PIECES = frozenset(("cai", "viec", "dong", "muc", "dau", "nv", "of"))
"""What stands after "how many" where tasks that are named elsewhere are counted."""


def counts_takers(asked: Asked) -> bool:
    """Whether "how many units" counts those that a plan helps, and not agencies by their part in it."""
    any_kind = {fold(cue.text) for cue in asked.all("noun-agency")} <= _TAKERS
    return any_kind and bool(asked.topics) and not (asked.has(*_ROLES) or asked.agencies or asked.acts)


def counts_tasks(asked: Asked, many: Cue) -> bool:
    """Whether "how many of them" counts tasks: "trong đó bao nhiêu cái", "how many of its tasks"."""
    if not asked.has("noun-task") or many.last + 1 >= len(asked.words) or asked.has("noun-budget"):
        return False
    after = asked.words[many.last + 1].folded
    topics = {place for topic in asked.topics for place in range(topic.first, topic.last + 1)}
    tasks = [cue.first - many.last for cue in asked.all("noun-task") if cue.first > many.last]
    if after == "of":
        return any(distance < 7 for distance in tasks)
    return after in _PIECES and many.last + 1 not in topics


def is_level(asked: Asked) -> bool:
    """Whether a level or rate is asked for without a question word: "growth rate of labour productivity"."""
    level = asked.cue("rate")
    asks = asked.has(
        "when", "deadline", "which-before", "noun-budget", "noun-agency", "noun-task", "noun-act"
    )
    return level is not None and bool(asked.topics) and not asks and not asked.acts


def numbered(asked: Asked, noun: Cue) -> bool:
    """Whether "số" or "number of" stands before a noun."""
    before = [word.exact for word in asked.words[max(noun.first - 2, 0) : noun.first]]
    if before[-1:] == ["so"] and not has_diacritics(asked.text):
        # Without marks it may also be "sở", which stands before no task, target or duty.
        return noun.name in _COUNTED and before[0] != "mot"
    return before[-1:] == ["sô1"] or (before == ["number", "of"] and noun.text.endswith("s"))


_COUNTED = ("noun-task", "noun-target", "noun-measure")


def how_much(asked: Asked) -> bool:
    """Whether "how much" is asked: then nothing is counted."""
    return any(cue.text.casefold() == "how much" for cue in asked.all("how-many"))


def counts_units(asked: Asked) -> bool:
    """Whether "số" or "number of" stands before what is counted ("the number of enterprises")."""
    for topic in asked.topics:
        before = [word.exact for word in asked.words[max(topic.first - 2, 0) : topic.first]]
        if topic.is_a("unit", "synonym") and (before[-1:] == ["sô1"] or before == ["number", "of"]):
            return True
    return False


_PLACES = ("plan", "provinc", "tinh", "ke hoach", "dia phuong", "localit", "cities", "thanh pho", "all four")


def of_all(asked: Asked, many: Cue | None = None) -> bool:
    """Whether all provinces are meant ("of the four provinces"); right after "how many", if that is given."""
    return any(
        any(noun in fold(cue.text) for noun in _PLACES)
        for cue in asked.all("every", "shared")
        if many is None or 0 < cue.first - many.last <= 3
    )


def only_place(asked: Asked, many: Cue, noun: Cue) -> bool:
    """Whether just a province stands between "how many" and a noun ("how many Hai Phong tasks")."""
    between = range(many.last + 1, noun.first)
    places = [mention for mention in asked.mentions if mention.is_a("province")]
    return bool(between) and all(
        any(mention.first <= place <= mention.last for mention in places) for place in between
    )
