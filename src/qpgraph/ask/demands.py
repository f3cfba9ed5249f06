"""What the question words ask for: an answer that shows nothing of one of them is half an answer.

"Who leads it, and in which years" has two question words; a table without years leaves one unanswered.
"""

from qpgraph.ask.asked import Asked, Cue
from qpgraph.ask.planning import Proposal, Question
from qpgraph.search.text import fold

__all__ = ["unmet"]

_TIMES = frozenset(
    ("start", "end", "by", "date", "deadline", "when", "quarter", "recurs", "year", "recurrence")
)
_NUMBERS = frozenset(("value", "amount", "count", "difference"))
_AGENCIES = frozenset(("agency", "who", "to", "actor", "issuer", "signer", "recipient", "province"))
_INTERROGATIVES = frozenset(("nao", "may", "gio", "bao", "what", "which", "khi"))
_LINKS = frozenset(("and", "va", "or", "hay"))
_OTHER_MEASURES = frozenset(("ngay", "thang", "nam", "quy", "so", "muc", "dieu", "nhom"))
"""What "bao nhiêu" and "mấy" after them ask for is no quantity."""
_NEAR = 3


def unmet(question: Question, proposal: Proposal) -> list[str]:
    """The question words whose answer is in no column."""
    asked, form = question.asked, proposal.form
    columns = set(form.show.columns)
    left = []
    if not columns & _AGENCIES:
        left += [cue.text for cue in (*asked.all("who"), *_which(asked, "noun-agency"))]
    if not columns & _TIMES and form.aggregate == "list":
        left += [cue.text for cue in asked.all("when") if _asks_time(asked, cue)]
    if not columns & _NUMBERS and form.aggregate == "list":
        left += [cue.text for cue in asked.all("how-many") if _counts_other(asked, cue)]
    return [text for text in left if text]


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


def _asks_time(asked: Asked, cue: Cue) -> bool:
    """Whether a word for the time asks for it, and does not just begin a clause or name it."""
    said = fold(cue.text).split()
    if said == ["when"]:
        return cue.first == 0 or asked.words[cue.first - 1].folded in _LINKS
    return bool(_INTERROGATIVES.intersection(said))


def _counts_other(asked: Asked, cue: Cue) -> bool:
    """Whether "how many" goes with something else than what can be counted in a list."""
    before = asked.words[cue.first - 1].folded if cue.first else ""
    nouns = [other for other in asked.cues if other.name.startswith("noun-")]
    beside = any(0 < noun.first - cue.last <= _NEAR for noun in nouns)
    return not beside and before not in _OTHER_MEASURES
