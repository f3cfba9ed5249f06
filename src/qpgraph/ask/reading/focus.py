"""What is asked for: the noun that "which", "how many" or "who" goes with, in either language."""

# ruff: noqa: PLR0911 - a decision returns where it is made

from dataclasses import dataclass
from itertools import pairwise

from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.ask.reading.counting import (
    asks_least,
    asks_share,
    by_number,
    counts_places,
    counts_takers,
    counts_tasks,
    counts_those,
    counts_units,
    how_much,
    is_level,
    numbered,
    of_all,
)
from qpgraph.ask.reading.role_questions import (
    counts_role,
    counts_times,
    is_post,
    lists_role,
    names_role,
    names_roles,
)
from qpgraph.ask.reading.whether import asks_both, asks_whether, of_places, which_lack
from qpgraph.ask.reading.which import (
    asks_itself,
    does_what,
    of_those,
    tasks_at_last,
    which_at_last,
    whole_noun,
)
from qpgraph.ask.reading.who import (
    also_who,
    is_whom,
    whose_act,
    whose_place,
    whose_plan,
)
from qpgraph.ask.words.words import OR
from qpgraph.search.text import fold

__all__ = ["Focus", "read_focus"]

_NOUNS = {
    "noun-agency": "agency",
    "noun-province": "province",
    "noun-task": "task",
    "noun-target": "target",
    "noun-general-target": "general-target",
    "noun-measure": "measure",
    "noun-duty": "duty",
    "noun-standard": "standard",
    "noun-legal": "legal",
    "noun-act": "legal",
    "noun-plan": "plan",
    "noun-report": "report",
    "noun-step": "step",
    "noun-catalogue": "catalogue",
    "noun-group": "group",
    "noun-task-group": "task-group",
    "noun-measure-group": "measure-group",
    "noun-budget": "budget",
    "noun-output": "output",
}
_KINDS = ("task", "target", "measure", "duty")
_ASIDE = ("s", "different")
_NEAR = 3


@dataclass(frozen=True)
class Focus:
    """What is asked for (`agency`, `province`, `value`, `count`, `time`, `list`, `budget`, …) and of what."""

    what: str
    noun: str | None = None
    """The noun that the question word goes with."""
    kinds: tuple[str, ...] = ()
    """The kinds of points that the question names: task, target, measure, duty."""
    yes_no: bool = False
    negative: bool = False


def read_focus(asked: Asked) -> Focus:
    """The focus of a question."""
    nouns = [(cue, _NOUNS[cue.name]) for cue in asked.cues if cue.name in _NOUNS]
    nouns += [(cue, "province") for cue in of_places(asked)]
    yes_no = asks_whether(asked)
    either = (yes_no or _asks_side(asked) or _or_places(asked)) and _is_either(asked)
    yes_no = yes_no and not either
    yes_no = yes_no and not which_lack(asked)
    asking = _asked_noun(asked, nouns)
    if asking and asking[0] == "list" and (asked.has("where", "who") or _only_plural(asked, asking[1])):
        asking = None
    kinds = tuple(dict.fromkeys(noun for _, noun in nouns if noun in _KINDS))
    if asking and asking[1] in _KINDS and len(kinds) > 1:
        kinds = (asking[1],)
    negative = asked.has("not") and not yes_no and not asks_both(asked)
    if asked.has("if-so") and asked.has("noun-budget") and not asked.has("same", "level", "higher", "lower"):
        return Focus("value", "budget", kinds)
    what, noun = ("province", "province") if either else _what(asked, asking, nouns)
    return Focus("exists" if yes_no else what, noun, kinds, yes_no, negative)


def _only_plural(asked: Asked, noun: str) -> bool:
    """Whether "các" only makes a plural of agencies, and something else is asked for: when, how many."""
    plain = all(fold(cue.text) in ("cac", "nhung") for cue in asked.all("list"))
    return plain and noun == "agency" and asked.has("when", "deadline", "period", "how-many", "what-for")


def _what(  # noqa: PLR0912 - one case a line
    asked: Asked, asking: tuple[str, str] | None, nouns: list[tuple[Cue, str]]
) -> tuple[str, str | None]:
    if lists_role(asked) or names_roles(asked):
        return "agency", "agency"
    if counts_role(asked):
        return "count", "agency"
    if asking is not None:
        way, noun = asking
        if way == "how-many" and noun != "budget" and asks_share(asked, noun in _KINDS):
            return "value", None
        helped = noun == "province" and not counts_places(asked)
        if way == "how-many" and (helped or (noun == "agency" and counts_takers(asked))):
            return "value", None
        if way == "how-many":
            money = noun == "budget" or (asked.has("noun-budget") and how_much(asked))
            return ("value", "budget") if money else ("count", noun)
        if noun in ("agency", "province"):
            return noun, noun
        if noun in _KINDS and also_who(asked):
            return "agency", "agency"
        return "list", noun
    if which_at_last(asked) or any(
        fold(cue.text).endswith(("tinh nao", "noi nao", "cho nao")) for cue in asked.all("elsewhere-too")
    ):
        return "province", "province"
    if asking is None and tasks_at_last(asked):
        return "list", "task"
    if whose_place(asked):
        return "province", "province"
    if (asked.has("who") and not whose_plan(asked)) or whose_act(asked):
        return "agency", "agency"
    if is_whom(asked, nouns):
        return "agency", "agency"
    if (asked.has("where") or whose_plan(asked)) and not asked.has("report-to"):
        return "province", "province"
    if counts_times(asked) or any(counts_tasks(asked, cue) for cue in asked.all("how-many")):
        return "count", "task"
    shared = _which_share(asked) or asks_least(asked) or counts_units(asked) or is_level(asked)
    if shared or asked.has("how-many", "ratio", "difference"):
        return "value", None
    if asked.has("deadline", "when", "how-often") or _is_period(asked):
        return "time", None
    named = [noun for _, noun in nouns]
    if is_post(asked):
        return "agency", "agency"
    if named[:1] == ["province"] and (asked.topics or asked.has("not", "except", "numeric")):
        return "province", "province"
    parts = ("lead", "coordinate", "part") if asked.refs else ("lead", "coordinate")
    if ("agency" in named or names_role(asked)) and asked.has(*parts):
        return "agency", "agency"
    if asked.refs and not (named or asked.agencies) and asked.has("lead", "coordinate"):
        return "agency", "agency"
    if "budget" in named and asked.has("definition", "most", "least"):
        return "list", "budget"
    if not named and asked.has("at-least", "percent-word") and not asked.numbers and asked.topics:
        return "value", None
    if (asked.plans or "budget" in named) and len(named) > 1:
        named = [noun for noun in named if noun != "plan"] or named
    named = ["standard"] if asked.refs and "standard" in named else named
    return ("list", named[0]) if named else ("list", None)


def _which_share(asked: Asked) -> bool:
    """Whether "what percentage" is asked, with a word or two between ("what minimum share")."""
    which = asked.all("which-after")
    return any(0 < cue.first - one.last <= _NEAR for one in which for cue in asked.all("percent-word"))


def _is_period(asked: Asked) -> bool:
    """Whether "which period" asks when something is done, and not what a plan covers."""
    return (
        asked.has("period")
        and bool(asked.topics or asked.refs or asked.unknown)
        and not asked.has("noun-plan")
    )


def _asked_noun(asked: Asked, nouns: list[tuple[Cue, str]]) -> tuple[str, str] | None:
    """The noun of the first question word that has one beside it."""
    order = ("how-many", "which-before", "which-after", "list")
    for cue in sorted(
        (cue for cue in asked.cues if cue.name in order), key=lambda cue: order.index(cue.name)
    ):
        if cue.name == "which-after" and of_those(asked, cue):
            return cue.name, "province"
        if cue.name == "list" and any(asks_itself(noun) for noun in asked.all("noun-province")):
            return "which-before", "province"
        near: list[tuple[int, str]] = []
        if cue.name == "which-before":
            near = [
                (cue.first - other.last, noun)
                for other, noun in nouns
                if 0 < cue.first - other.last <= 12 and not does_what(asked, cue, other)
            ]
            units = [cue.first - topic.last for topic in asked.topics if cue.first - topic.last > 0]
            if near and units and min(units) < min(near)[0] and min(near)[0] > 6:
                near = []
        elif cue.name in ("which-after", "list"):
            near = [
                (other.first - cue.last, noun)
                for other, noun in nouns
                if 0 < _apart(asked, cue, other) <= 4 and not does_what(asked, cue, other)
            ]
        elif cue.name == "how-many":
            near = [
                (other.first - cue.last, noun)
                for other, noun in nouns
                if 0 < _apart(asked, cue, other) <= 2 and not by_number(asked, other)
            ]
            if counts_those(asked, cue) or (not near and of_all(asked, cue)):
                near = [(1, "province")]
        if near:
            return cue.name, whole_noun(asked, cue, min(near)[1])
    if any(_before_number(asked, noun) for noun in asked.all("noun-act")):
        return "which-before", "legal"
    if any(asks_itself(noun) for noun in asked.all("noun-province")):
        return "which-before", "province"
    counted = [noun for other, noun in nouns if numbered(asked, other)]
    return ("how-many", counted[0]) if counted else None


def _before_number(asked: Asked, act: Cue) -> bool:
    """Whether the number of an act is asked for right after its type: "quyết định số mấy"."""
    return any(cue.first == act.last + 1 for cue in asked.all("number")) and asked.has("based-on", "common")


def _apart(asked: Asked, cue: Cue, noun: Cue) -> int:
    """How far a noun stands after a question word; years, numbers, places, "yearly" between don't count."""
    spans = [(each.first, each.last) for each in asked.mentions if each.is_a("province")]
    spans += [(each.first, each.last) for each in asked.all("annual", "once-only", "on-request")]
    places = {place for first, last in spans for place in range(first, last + 1)}
    between = [(at, asked.words[at].exact) for at in range(cue.last + 1, noun.first)]
    aside = sum(at in places or word.isdigit() or word in _ASIDE for at, word in between)
    return noun.first - cue.last - aside


def _asks_side(asked: Asked) -> bool:
    """Whether one of several sides is asked for: "who", "bên nào", "where"; and no role in a task."""
    if asked.has("lead", "coordinate"):
        return False
    sides = {cue.text.casefold() for cue in asked.all("noun-agency")} & {"bên", "ben", "side", "one"}
    after = {
        asked.words[cue.last + 1].folded
        for cue in asked.all("which-after")
        if cue.last + 1 < len(asked.words)
    }
    return asked.has("who", "where") or bool(sides) or bool(after & {"of", "one"})


_BETWEEN = frozenset(("hay", "or", "hoac", "o", "in", "tai", "la", "ben", "cua", "the", "at", "that", "of"))


def _or_places(asked: Asked) -> bool:
    """Whether "or" stands between two provinces: "more in A or in B"."""
    if not asked.has("noun-task", "noun-measure") or asked.has("difference"):
        return False
    places = sorted((each.first, each.last) for each in asked.mentions if each.is_a("province"))
    for (_, last), (first, _) in pairwise(places):
        between = {word.folded for word in asked.words[last + 1 : first]}
        if between & OR and between <= _BETWEEN:
            return True
    return False


def _is_either(asked: Asked) -> bool:
    """Whether one of two provinces is asked for: "does A or B aim higher"."""
    after_so = [word for before, word in pairwise(asked.words) if before.folded == "so"]
    words = {word.exact for word in asked.words if word not in after_so}
    joined = words & {"or", "hay", "hoặc", "and", "va2", "va", "với", "vơi1", "voi", "vs", "versus"}
    more = asked.has("higher", "lower", "most", "least") or "more" in {word.exact for word in asked.words}
    return len(asked.provinces) > 1 and bool(joined) and more
