"""What "how many" goes with: things that are counted, shares, levels, those that a plan helps."""

from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.search.text import fold, has_diacritics

__all__ = [
    "asks_both_ends",
    "asks_least",
    "asks_number",
    "asks_share",
    "by_number",
    "compare_numbers",
    "counts_places",
    "counts_takers",
    "counts_tasks",
    "counts_those",
    "counts_units",
    "drop_some",
    "how_much",
    "is_level",
    "numbered",
    "of_all",
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


def asks_number(cue: Cue) -> bool:
    """Whether a word for a number asks for it ("bao nhiêu", "what share"), and does not just name it."""
    return cue.name == "how-many" and bool(_ASKING.intersection(fold(cue.text).split()))


_ASKING = frozenset(("bao", "may", "how", "what"))


def asks_least(asked: Asked) -> bool:
    """Whether a question ends with "at least": the number that would follow is asked for."""
    return any(cue.last == len(asked.words) - 1 for cue in asked.all("at-least"))


_OPPOSITES = (("most", "least"), ("higher", "lower"))


def asks_both_ends(asked: Asked) -> bool:
    """Whether both sides of an order are said in words ("higher or lower"): all numbers are asked for."""
    return any(all(any(cue.text for cue in asked.all(name)) for name in pair) for pair in _OPPOSITES)


_HOW_MANY = ("how many", "bao nhieu", "may", "number of")


def asks_share(asked: Asked, points: bool) -> bool:
    """Whether a share is asked for, and not how many points have one ("how many targets above 50 %")."""
    counts = points and any(fold(cue.text) in _HOW_MANY for cue in asked.all("how-many"))
    return asked.has("share") and not counts


_THAN = frozenset(("than", "hon"))
_LEVEL = frozenset(("muc", "con", "so", "the", "of", "a"))
_SIDES = {"higher": "more-than", "lower": "less-than"}


def compare_numbers(asked: Asked) -> None:
    """ "Fewer clubs than five", "cao hơn mức 60 %": a number is compared with, and no other province."""
    for place, _ in asked.numbers:
        before = place - 1
        while before > 0 and asked.words[before].folded in _LEVEL:
            before -= 1
        if before < 0 or asked.words[before].folded not in _THAN:
            continue
        near = [cue for cue in asked.all(*_SIDES) if 0 <= before - cue.last <= _THAN_FAR]
        if not near and (also := asked.cue(*_SIDES)) is not None and not also.text:
            near = [also]
        if near:
            one = near[-1]
            first = one.first if one.text and one.last >= before - 1 else before
            said = asked.text[asked.words[first].start : asked.words[before].end]
            asked.cues = [cue for cue in asked.cues if cue.name != one.name]
            asked.cues.append(Cue(_SIDES[one.name], first, before, said))


_THAN_FAR = 6


def counts_places(asked: Asked) -> bool:
    """Whether "how many places" counts provinces; in one province they are those that its plan helps."""
    return len(asked.provinces) != 1 or not asked.topics


def counts_takers(asked: Asked) -> bool:
    """Whether "how many units" counts those that a plan helps, and not agencies by their part in it."""
    many = {cue.last for cue in asked.all("how-many")}
    nouns = asked.all("noun-agency")
    nouns = [cue for cue in nouns if cue.first - 1 in many] or nouns
    any_kind = {fold(cue.text) for cue in nouns} <= _TAKERS
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


_EACH = ("per ", "each ", "every ", "by ", "moi ", "tung ")


def of_all(asked: Asked, many: Cue | None = None) -> bool:
    """Whether all provinces are meant ("of the four provinces"); right after "how many", if that is given."""
    return any(
        any(noun in fold(cue.text) for noun in _PLACES)
        for cue in asked.all("every", "shared")
        if many is None or not fold(cue.text).startswith(_EACH)
        if many is None or 0 < cue.first - many.last <= 3
    )


_HAVING = frozenset(
    (
        "have", "has", "set", "sets", "state", "states", "give", "name", "mention", "include", "aim",
        "want", "apply", "use", "plan", "list", "contain", "co", "neu", "dat", "de", "ghi", "ap",
    )
)  # fmt: skip


def counts_those(asked: Asked, many: Cue) -> bool:
    """Whether the provinces named before "how many" are counted: "of the four plans, how many have …"."""
    after = asked.words[many.last + 1].folded if many.last + 1 < len(asked.words) else ""
    said = [cue for cue in asked.all("every", "shared") if not fold(cue.text).startswith(_EACH)]
    return after in _HAVING and any(cue.last < many.first for cue in said)


def by_number(asked: Asked, noun: Cue) -> bool:
    """Whether a number of its own follows a noun ("task 4.3"): it is named, and not counted."""
    after = asked.words[noun.last + 1] if noun.last + 1 < len(asked.words) else None
    return after is not None and fold(after.exact) in asked.refs


def drop_some(asked: Asked) -> None:
    """A "mấy" after a word for a list, after "ai" in its clause, before "nào" or "này" is "some"."""
    lists = [cue.last for cue in asked.all("list") if fold(cue.text).split()[0] in _TELLING]
    who = min((cue.last for cue in asked.all("who")), default=len(asked.words))

    def is_some(cue: Cue) -> bool:
        before = asked.words[max(cue.first - 1, 0)].folded
        listed = any(0 < cue.first - last <= _AFTER_LIST for last in lists) and before not in _COUNTING
        listed = listed or before == "xin"
        clause = asked.words[who + 1 : cue.first + 1]
        which = any(
            0 < one.first - cue.last <= _WHICH_FAR
            and not any(word.after_break for word in asked.words[cue.last + 1 : one.first])
            for one in asked.all("which-before")
        )
        doing = len(clause) > 1 and before not in _COUNTING and not any(w.after_break for w in clause)
        these = {word.folded for word in asked.words[cue.last + 2 : cue.last + _WHICH_FAR]} & _THESE
        some = (
            listed
            or doing
            or (not cue.first and asked.has("when"))
            or (which and before not in _COUNTING)
            or (before == "trong" and these)
        )
        return fold(cue.text) == "may" and bool(some)

    asked.cues = [cue for cue in asked.cues if cue.name != "how-many" or not is_some(cue)]


_THESE = frozenset(("nay", "kia", "do", "ay", "tren"))
_TELLING = frozenset(("ke", "liet", "neu", "doc", "chi", "xin", "diem"))
_COUNTING = frozenset(
    (
        "co", "la", "duoc", "den", "toi", "nhat", "thieu", "khoang", "chung", "va", "tong", "gom",
        "cho", "dat", "xem",
    )
)  # fmt: skip
"""Before "mấy" where it asks for a number all the same."""
_AFTER_LIST = 2
_WHICH_FAR = 4
