"""What the question words ask for: an answer that shows nothing of one of them is half an answer.

"Who leads it, and in which years" has two question words; a table without years leaves one unanswered.
"""

from dataclasses import replace

from qpgraph.ask.checks.covering import uncovered
from qpgraph.ask.checks.units import miscounted
from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.ask.planning.several import untold
from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.ask.reading.whether import said_not
from qpgraph.search.text import fold

__all__ = ["denied_too", "unmet"]

_TIMES = frozenset(
    ("start", "end", "by", "date", "deadline", "when", "quarter", "recurs", "year", "recurrence")
)
_NUMBERS = frozenset(("value", "amount", "count", "difference"))
_AGENCIES = frozenset(("agency", "who", "to", "actor", "issuer", "signer", "recipient", "province"))
_INTERROGATIVES = frozenset(("nao", "may", "gio", "bao", "what", "which", "khi"))
_LINKS = frozenset(("and", "va", "or", "hay"))
_OTHER_MEASURES = frozenset(("ngay", "thang", "nam", "quy", "so", "muc", "dieu", "nhom"))
"""What "bao nhiêu" and "mấy" after them ask for is no quantity."""
_ONE_KIND = frozenset(("so", "department"))
"""Nouns that ask for one agency of a kind."""
_NEAR = 3
_WHO = ("who ", "ai ")


def denied_too(question: Question, proposal: Proposal) -> Proposal:
    """The answer turned round where a question for a yes or no denies ("is there no …")."""
    form = proposal.form
    taken = any(each.piece.startswith(("without-", "never-", "only-")) for each in form.conditions)
    if form.aggregate != "exists" or taken or not said_not(question.asked):
        return proposal
    return replace(proposal, form=replace(form, aggregate="denied"))


def unmet(question: Question, proposal: Proposal) -> list[str]:
    """The question words whose answer is in no column."""
    asked, form = question.asked, proposal.form
    columns, pieces = set(form.show.columns), {each.piece for each in form.conditions}
    left = []
    if not columns & _AGENCIES:
        left += [cue.text for cue in (*asked.all("who"), *_which(asked, "noun-agency"))]
    if form.show.name == "points":
        left += [cue.text for cue in _which(asked, "noun-agency") if _first_which(asked, cue)]
        nouns = {cue.last + 1 for cue in asked.cues if cue.name.startswith("noun-")}
        roles = {cue.first - 1 for cue in asked.all("lead", "coordinate")}
        left += [
            cue.text for cue in asked.all("which-before") if cue.last in roles and cue.first not in nouns
        ]
        left += [cue.text for cue in asked.all("issuer", "signer") if fold(cue.text).startswith(_WHO)]
    if form.show.name == "provinces" and form.aggregate == "list":
        left += [cue.text for cue in _which(asked, "noun-standard") if not _first_which(asked, cue)]
        asking = {cue: set(fold(cue.text).split()) & _INTERROGATIVES for cue in asked.all("noun-standard")}
        left += [cue.text for cue, words in asking.items() if words and not _first_which(asked, cue)]
    if not columns & _TIMES and form.aggregate in ("list", *_ONE_NUMBER):
        left += [cue.text for cue in asked.all("when") if _asks_time(asked, cue)]
    if not columns & _NUMBERS and form.aggregate == "list":
        left += [cue.text for cue in asked.all("how-many") if _counts_other(asked, cue)]
    if form.aggregate in ("exists", "denied") and not pieces & _EQUAL:
        left += [cue.text or "same" for cue in asked.all("same")]
    if form.aggregate in _ONE_NUMBER:
        left += [cue.text for cue in _numbers_asked(asked)[1:]]
    if form.aggregate == "count" and form.show.name == "points":
        left += [cue.text for cue in asked.all("who")]
    left += _of_a_kind(question, proposal)
    left += _further(question, proposal)
    return [text for text in left if text]


def _further(question: Question, proposal: Proposal) -> list[str]:
    """The further clauses that are not told, and what one says that the points don't have."""
    left = untold(question, proposal)
    listed = replace(proposal, form=replace(proposal.form, aggregate="list"))
    for clause in question.further:
        other = [text for text in miscounted(clause, listed) if fold(text) not in _ANYBODY]
        left += [*uncovered(clause, proposal), *other]
    return left


_ANYBODY = frozenset(("nguoi", "people", "persons"))
"""What experts and officials may be counted as, too."""


def _of_a_kind(question: Question, proposal: Proposal) -> list[str]:
    """ "Which department" where only whole groups of agencies have the part that is shown."""
    role = {"leads": "lead", "coordinators": "coordinate"}.get(proposal.form.show.name, "")
    asked, things = question.asked, question.vocabulary.things
    offices = {office for point in proposal.points for office in point.relations.get(role, ())}
    kinds = [cue for cue in asked.all("noun-agency") if fold(cue.text) in _ONE_KIND]
    if not offices or not kinds or not all(things[each].is_many for each in offices):
        return []
    return [cue.text for cue in kinds][:1]


_EQUAL = frozenset(("same-as", "equal", "equal-of", "total-equal", "in-both", "total-compared"))
_ONE_NUMBER = ("count", "sum")
_ASKS_NUMBER = ("bao nhieu", "may", "how many", "how much")


def _numbers_asked(asked: Asked) -> list[Cue]:
    """The words that each ask for a number of its own: a count or a sum answers one of them."""
    return [cue for cue in asked.all("how-many") if fold(cue.text).startswith(_ASKS_NUMBER)]


def _which(asked: Asked, noun: str) -> list[Cue]:
    """The words for "which" beside a noun."""
    nouns = asked.all(noun)
    after = [
        cue for cue in asked.all("which-after") if any(0 < one.first - cue.last <= _NEAR for one in nouns)
    ]
    before = [
        cue for cue in asked.all("which-before") if any(0 < cue.first - one.last <= _NEAR for one in nouns)
    ]
    return [*after, *before]


def _first_which(asked: Asked, which: Cue) -> bool:
    """Whether a word is the first that asks "which"."""
    return which.first <= min((cue.first for cue in asked.all("which-after", "which-before")), default=0)


def _asks_time(asked: Asked, cue: Cue) -> bool:
    """Whether a word for the time asks for it, and does not just begin a clause or name it."""
    said = fold(cue.text).split()
    if said == ["when"]:
        leads_in = any(asked.words[one.first].after_break for one in asked.all("who", "which-after"))
        return (cue.first == 0 and not leads_in) or asked.words[cue.first - 1].folded in _LINKS
    return bool(_INTERROGATIVES.intersection(said))


def _counts_other(asked: Asked, cue: Cue) -> bool:
    """Whether "how many" goes with something else than what can be counted in a list."""
    before = asked.words[cue.first - 1].folded if cue.first else ""
    nouns = [other for other in asked.cues if other.name.startswith("noun-")]
    beside = any(
        0 < noun.first - cue.last <= _NEAR
        and not any(word.after_break for word in asked.words[cue.last + 1 : noun.first + 1])
        for noun in nouns
    )
    if any(place == cue.last + 1 for place, _ in asked.numbers):
        return False
    return not beside and before not in _OTHER_MEASURES
