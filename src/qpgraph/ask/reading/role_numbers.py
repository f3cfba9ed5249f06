"""How many agencies have a role: one alone ("the only partner"), or as many as are said ("two leads")."""

from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.ask.words.linking import Mention
from qpgraph.ask.words.numerals import LOW_NUMBERS
from qpgraph.search.text import fold

__all__ = ["ALONE", "alone_in", "in_each", "is_by", "is_sole", "joint", "numbers_tasks"]

ALONE = frozenset(
    (
        *("alone", "solely", "single-handedly", "single-handed", "on its own", "by itself", "exclusively"),
        *("mot minh", "don phuong", "doc lap"),
    )
)
"""Words beside an agency or its role that say that nobody shares it."""
_OF_ONE = frozenset(("the", "as", "its", "their", "a", "one"))
_NOUNS = frozenset(("coordinator", "co-ordinator", "partner", "collaborator", "leader", "lead"))
_SMALL = frozenset(("the", "by", "do", "co", "mot", "minh", "that", "it", "is", "was"))
_BESIDE = 2
_NEAR = 3


def alone_in(asked: Asked, role: Cue) -> bool:
    """Whether "only" stands before what an agency does: then it has no other role."""
    before = [cue for cue in asked.all("only") if 0 < role.first - cue.last <= _BESIDE]
    return any(fold(cue.text) not in ALONE for cue in before) and not is_sole(asked, role)


def is_sole(asked: Asked, role: Cue) -> bool:
    """Whether no other agency shares a role: "the only partner", "only A leads", "led by A alone"."""
    if role.first >= len(asked.words):
        return False
    named = _is_noun(asked, role)
    return any(
        (named and _before_noun(asked, cue, role))
        or (named and "nhat" in fold(cue.text) and 0 < cue.first - role.last <= _BESIDE)
        or any(_of_agency(asked, cue, role, mention) for mention, _ in asked.agencies)
        for cue in asked.all("only")
    )


def _is_noun(asked: Asked, role: Cue) -> bool:
    """Whether a role names those who have it: "coordinator", "lead agency", "đơn vị phối hợp"."""
    nouns = asked.all("noun-agency")
    if any(noun.first == role.last + 1 or noun.last == role.first - 1 for noun in nouns):
        return True
    return fold(role.text).split()[0] in _NOUNS


def _before_noun(asked: Asked, only: Cue, role: Cue) -> bool:
    """Whether "only" stands right before the one who has a role, and not before what all of them are."""
    said = fold(only.text)
    before = asked.words[only.first - 1].folded if only.first else ""
    sole = said.startswith(("sole", "the s", "single", "only one", "just one")) or before in _OF_ONE
    return role.first == only.last + 1 and sole


def _of_agency(asked: Asked, only: Cue, role: Cue, mention: Mention) -> bool:
    """Whether "only" stands beside a named agency, and that beside the role."""
    apart = max(role.first - mention.last, mention.first - role.last)
    if fold(only.text) in ALONE:
        after_role = 0 < only.first - role.last <= 1
        return after_role or 0 < max(only.first - mention.last, mention.first - only.last) <= _BESIDE
    between = {word.folded for word in asked.words[only.last + 1 : mention.first]}
    return 0 < mention.first - only.last <= _NEAR and between <= _SMALL and apart <= _NEAR


_SEVERAL = frozenset(("nhieu", "several", "multiple", "many", "jointly", "joint"))
_FAR = 4


def joint(asked: Asked, role: str) -> tuple[int, bool] | None:
    """How many agencies must share a role, and whether more will do: "two departments lead together"."""
    for cue in asked.all(role):
        passive = range(cue.last + 2, cue.last + 6) if is_by(asked, cue) else range(0)
        for place in (*range(max(cue.first - 5, 0), cue.first), *passive):
            if place >= len(asked.words):
                break
            number = _low(asked.words[place].folded)
            if number and (_counts_agencies(asked, place) or _counts_leads(asked, cue, place)):
                more = _is_more(asked, place)
                return number + (more and not _is_least(asked, place)), more
        words = {word.folded for word in asked.words[max(cue.first - 4, 0) : cue.last + 3]}
        if asked.has("jointly") or (words & _SEVERAL and asked.has("noun-agency")):
            return 2, True
    return None


def is_by(asked: Asked, role: Cue) -> bool:
    """Whether those who have a role follow it: "led by more than one department"."""
    after = asked.words[role.last + 1].folded if role.last + 1 < len(asked.words) else ""
    return after in ("by", "boi")


def _low(word: str) -> int | None:
    """A low number, as a word or a digit."""
    return int(word) if word.isdigit() and len(word) == 1 else LOW_NUMBERS.get(word)


def _counts_agencies(asked: Asked, place: int) -> bool:
    """Whether a number goes with a word for agencies, and is no question."""
    near = _FAR if _or_more(asked, place) else _BESIDE
    nouns = [cue for cue in asked.all("noun-agency") if 0 < cue.first - place <= near]
    before = asked.words[place - 1].folded if place else ""
    after = asked.words[place + 1].folded if place + 1 < len(asked.words) else ""
    return bool(nouns) and before not in ("trong", "of", "cua") and after not in ("trong", "of", "among")


_THOSE = frozenset(("leads", "coordinators", "partners", "leaders"))


def _counts_leads(asked: Asked, role: Cue, place: int) -> bool:
    """Whether a number goes with those who have a role: "more than two leads"."""
    return role.first - place == 1 and role.text.casefold() in _THOSE


def _is_least(asked: Asked, place: int) -> bool:
    """Whether a number itself will do: "at least two", and not "more than two"."""
    before = {word.folded for word in asked.words[max(place - 3, 0) : place]}
    return _or_more(asked, place) or bool(before & {"it", "least", "tu"})


def _is_more(asked: Asked, place: int) -> bool:
    """Whether more than a number will do, too: "more than two", "hai … trở lên"."""
    before = {word.folded for word in asked.words[max(place - 3, 0) : place]}
    return _or_more(asked, place) or bool(before & {"it", "least", "tu", "hon", "than"})


def _or_more(asked: Asked, place: int) -> bool:
    """Whether "or more" stands after a number."""
    after = " ".join(word.folded for word in asked.words[place + 1 : place + 7])
    return after.startswith(("or more", "hoac hon", "hay hon")) or "tro len" in after


_SO_MANY = frozenset(("exactly", "single", "than", "hon"))
_AT_LEAST = frozenset(("least", "most", "thieu", "nhat", "tro", "more"))
_JUST = frozenset(("only", "just", "dung", "chi"))


def numbers_tasks(asked: Asked) -> bool:
    """Whether only agencies with so many tasks are asked for: "which lead exactly one task"."""
    for cue in asked.all("noun-task") if asked.has("lead", "coordinate") else ():
        aside = {place for each in asked.all("except") for place in range(each.first, each.last + 1)}
        near = [place for place in range(max(cue.first - 4, 0), cue.first) if place not in aside]
        before = {asked.words[place].folded for place in near}
        several = any(LOW_NUMBERS.get(word, int(word) if word.isdigit() else 0) > 1 for word in before)
        if several and not asked.refs and (not asked.topics or before & _AT_LEAST):
            return True
        if before & _SO_MANY or (before & _JUST and before & {"one", "mot"}):
            return True
    return False


def in_each(asked: Asked) -> bool:
    """Whether those are asked for who have a role in each of several tasks: "vừa … vừa …", "both"."""
    twice = sum(word.exact == "vưa2" for word in asked.words) > 1
    return len(asked.refs) > 1 and (twice or asked.has("both", "common"))
