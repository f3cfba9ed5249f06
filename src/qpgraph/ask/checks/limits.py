"""Words that limit what is asked: a quarter, an average, "each", "except", "or", "after".

An answer that leaves one of them out is about more than was asked, so it is none.
"""

import re
from collections.abc import Sequence

from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.ask.reading.role_numbers import ALONE
from qpgraph.ask.words.numerals import LOW_NUMBERS
from qpgraph.ask.words.words import keys
from qpgraph.search.text import fold

__all__ = ["unlimited"]

_EXCEPT = ("other-than", "without-", "never-")
_SHOWN_TIMES = ("step-times", "schedule", "steps", "deadlines", "task-starts", "task-ends")
_SENSES = ("before", "after")
_FAR = 3
_SUMS = ("count", "sum", "exists", "denied", "difference", "ratio", "without")
_AMOUNTS = ("amount", "total", "budget", "plan", "act")
_NOT_MOST = frozenset(("thông1", "hơp5", "duy", "thư1", "it1", "chi1"))
"""Before "nhất" in words that are no superlative: "thống nhất", "ít nhất"."""
_NO = ("no", "without", "không có", "khong co")
_MEASURED = ("quantit", "output")
_ONLY = ("only-", "never-", "without-", "year", "joint-")


def unlimited(question: Question, proposal: Proposal) -> list[str]:
    """The limiting words of a question that nothing in the form takes up."""
    return [
        *_average(question, proposal),
        *_not_said(question, proposal, "other-span", ()),
        *_not_said(question, proposal, "outside-place", ()),
        *_quarter(question, proposal),
        *_excepted(question, proposal),
        *_apart(question, proposal),
        *_senses(question, proposal),
        *_order(question, proposal),
        *_summed(question, proposal),
        *_alone(question, proposal),
        *_in_both(question, proposal),
        *_role_of_none(question, proposal),
        *_superlative(question, proposal),
        *_best(question),
        *_compared(question, proposal),
        *_long(question, proposal),
        *_grown(question, proposal),
    ]


def _pieces(proposal: Proposal) -> tuple[str, ...]:
    return tuple(condition.piece for condition in proposal.form.conditions)


def _not_said(question: Question, proposal: Proposal, cue: str, pieces: Sequence[str]) -> list[str]:
    """A cue's words, where none of the pieces and no point of the answer has them."""
    if any(piece.startswith(tuple(pieces)) for piece in _pieces(proposal) if pieces):
        return []
    cues = question.asked.all(cue)
    left = [each for each in cues if not each.text or not proposal.says(keys(each.text), each=True)]
    return [each.text or cue for each in left][:1]


_AVERAGE = ("binh quan", "trung binh", "average")


def _average(question: Question, proposal: Proposal) -> list[str]:
    """The word for an average, where the points of the answer don't tell of one."""
    if (
        proposal.form.show.name == "amounts"
        or not question.asked.has("average")
        or any(proposal.says(keys(word), each=True) for word in (*_AVERAGE, "bình quân", "trung bình"))
    ):
        return []
    return [word for word in _AVERAGE if word in question.folded][:1] or ["average"]


def _quarter(question: Question, proposal: Proposal) -> list[str]:
    """The quarter that is named or asked for, where neither a condition nor what is shown has it."""
    if not question.asked.has("quarter"):
        return []
    asks = question.focus.what == "time" and proposal.form.show.name in _SHOWN_TIMES
    asks = asks or proposal.form.show.name == "changes-when"
    stated = all(point.relations.get("quarter") for point in proposal.points)
    if question.focus.what == "province" and not question.asked.quarters:  # "by quarter"
        stated, asks = any(point.relations.get("quarter") for point in proposal.points), True
    if "with-quarter" in _pieces(proposal) or (asks and stated and proposal.points):
        return []
    return _not_said(question, proposal, "quarter", ())


def _excepted(question: Question, proposal: Proposal) -> list[str]:
    """What is to be left out, where nothing leaves it out; "ngoài" may also belong to a name."""
    asked, roles = question.asked, proposal.form.show.name in ("leads", "coordinators", "agents", "parts")
    cues = asked.all("except")
    cues = [cue for cue in cues if _names_after(asked, cue) or (roles and _of_kind(asked, cue))]
    if not cues or any(piece.startswith(_EXCEPT) for piece in _pieces(proposal)):
        return []
    return [cue.text for cue in cues if not proposal.says(keys(cue.text), each=True)][:1]


def _of_kind(asked: Asked, cue: Cue) -> bool:
    """Whether a kind of agencies, and no role of theirs, is named right after a cue: "but departments"."""
    kinds = [noun for noun in asked.all("noun-agency") if 0 < noun.first - cue.last <= 2]
    roles = asked.all("lead", "coordinate")
    beside = (
        {role.first - 1 for role in roles} if asked.language == "vi" else {role.last + 1 for role in roles}
    )
    return any(not {noun.first, noun.last} & beside for noun in kinds)


def _names_after(asked: Asked, cue: Cue) -> bool:
    """Whether a thing is named right after a cue."""
    return any(
        0 < mention.first - cue.last <= _FAR and not mention.is_a("cue", "stop") for mention in asked.mentions
    )


def _apart(question: Question, proposal: Proposal) -> list[str]:
    """ "Each" of several agencies, or one compared with the other: counting what they share tells neither."""
    pieces = [piece for piece in _pieces(proposal) if piece.startswith(("with-lead", "with-coordinate"))]
    several = len(pieces) > len(set(pieces))
    asked = question.asked
    if not several or proposal.form.aggregate not in ("count", "exists"):
        return []
    compared = asked.all("higher", "lower", "by-province")
    if compared:
        return [compared[0].text or compared[0].name]
    together = asked.has("jointly", "both") or {"cung", "together"} & {word.folded for word in asked.words}
    return [] if proposal.points or together else [mention.text for mention, _ in asked.agencies]


def _summed(question: Question, proposal: Proposal) -> list[str]:
    """The word for a total where points are only listed."""
    form = proposal.form
    several = form.show.name.startswith(_MEASURED) and len({point.iri for point in proposal.points}) > 1
    stated = form.show.name.startswith((*_AMOUNTS, *_MEASURED)) and not several
    places = [point.province for point in proposal.points]
    ordered = form.aggregate in ("best", "worst") and len(places) == len(set(places))
    stated = stated or form.show.measure == "total" or ordered
    if form.aggregate.startswith(_SUMS) or stated or "Reporting" in form.classes:
        return []
    totals = [
        cue.text
        for cue in question.asked.all("total")
        if cue.text and cue.text.casefold() not in ("combine", "combines", "combining")
    ]
    # Every point on total factor productivity has "tổng".
    return [text for text in totals if fold(text) == "tong" or not proposal.says(keys(text), each=True)][:1]


def _alone(question: Question, proposal: Proposal) -> list[str]:
    """ "Only" before an agency, where the others that share its role are not left out."""
    pieces = _pieces(proposal)
    named = any(piece.startswith(("with-lead", "with-coordinate", "with-part")) for piece in pieces)
    if not named or any(piece.startswith(_ONLY) for piece in pieces):
        return []
    spans = [(mention.first, mention.last) for mention, _ in question.asked.agencies]
    return [
        cue.text
        for cue in question.asked.all("only")
        if any(0 < first - cue.last <= _FAR for first, _ in spans)
        or (fold(cue.text) in ALONE and any(0 < cue.first - last <= _FAR for _, last in spans))
    ][:1]


def _in_both(question: Question, proposal: Proposal) -> list[str]:
    """ "Both" of two provinces, where what each has is listed without saying what they share."""
    listed = proposal.form.show.name == "points" and proposal.form.aggregate == "list"
    if not listed or question.topic or len(question.asked.provinces) < 2:
        return []
    return [cue.text or "both" for cue in question.asked.all("both", "common")][:1]


def _role_of_none(question: Question, proposal: Proposal) -> list[str]:
    """ "No coordinator", where the form only denies that part to an agency that is named further on."""
    asked = question.asked
    agencies = [mention.first for mention, _ in asked.agencies]
    for cue in asked.all("not"):
        for role in asked.all("lead", "coordinate"):
            beside = 0 < role.first - cue.last <= _FAR and cue.text.casefold() in _NO
            far = all(first - role.last > _FAR - 1 for first in agencies)
            if beside and far and agencies and f"without-{role.name}-of" in _pieces(proposal):
                return [f"{cue.text} {role.text}"]
    return []


def _is_low(word: str) -> bool:
    """Whether a word after "at least" is a low number; "năm" is the word for a year there."""
    return (word.isdigit() and len(word) == 1) or (word in LOW_NUMBERS and word != "nam")


def _superlative(question: Question, proposal: Proposal) -> list[str]:
    """A "nhất" that no known word took up ("tốn kém nhất"), where several points are listed in no order."""
    ordered = proposal.form.aggregate not in ("list", "count") or len(proposal.points) < 2
    if ordered or question.asked.has("most", "least", "higher", "lower", "earliest", "latest", "only"):
        return []
    words = question.asked.words
    pairs = [(words[place - 1].exact, word) for place, word in enumerate(words) if place]
    alone = any(word.exact == "nhât1" and before not in _NOT_MOST for before, word in pairs)
    return ["nhất"] if alone and not proposal.says(("nhat",), each=True) else []


_BEST = frozenset(("best", "worst", "strongest", "weakest", "poorest"))


def _best(question: Question) -> list[str]:
    """The word for what no plan ranks ("the best hospitals")."""
    words = question.asked.words
    before = [words[place - 1].folded if place else "" for place in range(len(words))]
    return [
        word.exact for word, one in zip(words, before, strict=True) if word.exact in _BEST and one == "the"
    ]


def _senses(question: Question, proposal: Proposal) -> list[str]:
    """ "Before" or "after" a year that is only taken as that year."""
    left = []
    pieces = _pieces(proposal)
    said = " ".join(condition.words for condition in proposal.form.conditions)
    for place, year in question.asked.years:
        near = [cue for cue in question.asked.all(*_SENSES) if 0 < place - cue.last <= 2]
        if near and not any(piece.startswith(("year-", "ends-")) for piece in pieces):
            told = f"{near[0].text} {year}"
            if told not in said and not proposal.says(keys(told), each=True):
                left.append(told)
    return left


_COMPARING = ("at-least", "more-than", "less-than", "total-", "joint-", "higher-", "lower-", "year", "ends-")


def _compared(question: Question, proposal: Proposal) -> list[str]:
    """ "More than" or "less than" what no condition has, where points are listed: "for more than a year"."""
    form = proposal.form
    listed = form.show.name in ("points", "bases") and form.aggregate in ("list", "count")
    shared = any(each.piece == "with-act" and each.words for each in form.conditions)
    if not listed or shared or any(piece.startswith(_COMPARING) for piece in _pieces(proposal)):
        return []
    names = ("at-least",) if form.show.name == "bases" else ()
    words, numbers = question.asked.words, {place for place, _ in question.asked.numbers}
    cues = [
        cue.text
        for cue in question.asked.all("more-than", "less-than", *names)
        if cue.last + 1 in numbers
        or (
            cue.last + 1 < len(words)
            and (words[cue.last + 1].folded == "a" or _is_low(words[cue.last + 1].folded))
        )
    ]
    return [text for text in cues if not proposal.says(keys(text), each=True)][:1]


_LONG = re.compile(
    r"\b(?:for|lasting|lasts?|takes?|taking|dai|keo dai|trong vong) (?:\S+ )?"
    r"(?:one|two|three|four|a|[1-4]|mot|hai|ba|bon) (?:years?|nam)\b(?! \d)"
)


def _long(question: Question, proposal: Proposal) -> list[str]:
    """How long tasks last, where they are listed: the documents tell only from when to when."""
    listed = proposal.form.show.name == "points" and proposal.form.aggregate in ("list", "count")
    found = _LONG.search(question.folded) if listed and "Task" in proposal.form.classes else None
    return [found[0]] if found and not proposal.says(keys(found[0]), each=True) else []


_DONE = frozenset(("Task", "Duty", "Measure", "ProcedureStep", "Provision", "Target"))


def _order(question: Question, proposal: Proposal) -> list[str]:
    """ "Before" something is done ("before signing"), where the answer is about that itself."""
    words = question.asked.words
    said = " ".join(condition.words for condition in proposal.form.conditions)
    cues = [
        cue
        for cue in question.asked.all("before")
        if cue.last + 1 < len(words)
        and (words[cue.last + 1].folded == "khi" or words[cue.last + 1].exact.endswith("ing"))
    ]
    done = bool(proposal.form.classes) and set(proposal.form.classes) <= _DONE
    left = [cue.text for cue in cues if cue.text not in said and not proposal.says(keys(cue.text), each=True)]
    return left[:1] if done else []


_GROWN = ("tăng số", "giảm số", "thêm", "increase the number", "raise the number", "reduce the number")


def _grown(question: Question, proposal: Proposal) -> list[str]:
    """ "More" or "fewer" of what the points only speak of ("does it add hospitals"); a sum that "rises"."""
    form, asked = proposal.form, question.asked
    placed = set(_pieces(proposal)) <= {"in-province", "in-plan"}
    if form.aggregate == "exists" and form.classes == ("BudgetTotal",) and placed:
        return ["rise"] if asked.has("rise", "fall") else []
    told = form.show.name in ("points", "provinces") and form.aggregate in ("exists", "list")
    said = any(proposal.says(keys(word), each=True) for word in _GROWN)
    return ["more-of"] if told and asked.has("more-of") and not said else []
