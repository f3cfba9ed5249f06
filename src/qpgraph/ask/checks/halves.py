"""Whether one half of a question is left: a place without a row, "with whom", "and which department"."""

import re
from collections.abc import Mapping, Sequence

from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.ask.words.framing import WH
from qpgraph.ask.words.words import AND
from qpgraph.search.text import fold

__all__ = ["halved", "places_left", "says_back"]

_SOON = 3
_ONE_FACT = (
    *("leads", "coordinators", "agents", "partners", "schedule", "due", "points", "output-texts"),
    *("step-actors", "step-times", "standards", "texts", "items", "groups", "purposes"),
)
_ASKS = frozenset(("nao", "gi", "may", "bao", "ai", "dau"))
_WH_WORDS = frozenset(("which", "what", "who", "whom", "whose", "where", "when", "how", "why"))
_ASKS |= _WH_WORDS
_LEADING = frozenset(("lead", "leads", "leading", "leader", "chu tri"))
_NEAR = 4
_THROUGH = re.compile(
    r"\b(?:qua|thong qua) (?:\S+ ){0,2}(?:nao|ai|dau)\b|\b(?:through|via|past) (?:which|whom|what|whose)\b"
)
_ANNEX = re.compile(
    r"\b(?:co|kem|kem theo|dinh kem|gom|has|have|having|with|includes?|contains?|attach(?:ed)?)"
    r" (?:\S+ ){0,2}(?:phu luc|annex|annexe|annexes|appendix|appendices)\b"
)
_AGENTS = ("agents", "leads", "coordinators", "partners", "parts")
_OF_ANNEXES = frozenset(("Task", "BudgetItem", "BudgetTotal"))
"""What stands in annexes, if a plan has any."""


def halved(question: Question, proposal: Proposal) -> list[str]:
    """The words of a question that ask for another half than the one that is told."""
    return [
        *_asked_on(question, proposal),
        *_role_lacking(question, proposal),
        *_through(question, proposal),
        *_annex(question, proposal),
        *says_back(question, proposal),
    ]


def _asked_on(question: Question, proposal: Proposal) -> list[str]:
    """The words that ask on in a clause of their own, where one fact or a yes or no is told."""
    asked, form = question.asked, proposal.form
    single = form.aggregate == "list" and form.show.name in _ONE_FACT
    if asked.further or not (single or form.aggregate in ("exists", "denied")):
        return []
    asking = {cue.first for cue in asked.all(*WH) if _ASKS & set(fold(cue.text).split())}
    asking |= {place for place, word in enumerate(asked.words) if word.folded in _WH_WORDS}
    links = [place for place, word in enumerate(asked.words) if word.folded in AND]
    pairs = [(link, place) for link in links for place in sorted(asking) if 0 < place - link <= _SOON]
    said = {word for point in proposal.points for word in point.words}
    return [
        asked.words[place].exact
        for link, place in pairs
        if not said.intersection(word.key for word in asked.words[link + 1 : place])
        and (not single or min(asking) < link)
    ][:1]


def _role_lacking(question: Question, proposal: Proposal) -> list[str]:
    """The word for leading, where provinces are told that lack something else than one who leads."""
    form = proposal.form
    taken = any("lead" in condition.piece for condition in form.conditions)
    if form.aggregate != "without" or question.topic or question.asked.agencies or taken:
        return []
    denials = [cue.last for cue in question.asked.all("not")]
    cues = [cue for cue in question.asked.all("lead") if fold(cue.text) in _LEADING]
    return [cue.text for cue in cues if any(0 < cue.first - last <= _NEAR for last in denials)][:1]


def places_left(question: Question, proposal: Proposal, rows: Sequence[Mapping[str, str]]) -> list[str]:
    """The provinces named of which no row tells anything, where facts of each are listed."""
    asked, form = question.asked, proposal.form
    told = {row.get("province", "") for row in rows}
    alone = form.aggregate != "list" or form.show.name.startswith("province") or asked.has("not", "only")
    if alone or len(asked.provinces) < 2 or not all(told):
        return []
    within = [each for each in form.conditions if each.piece == "in-province"]
    named = {place for each in within for values in each.values.values() for place in values}
    things = question.vocabulary.things
    left = [
        place
        for place in asked.provinces
        if place in named
        and (asked.names(place) or not form.classes)
        and things[place].name("vi") not in told
    ]
    return [asked.used.get(place, things[place].name(asked.language)) for place in left]


def _through(question: Question, proposal: Proposal) -> list[str]:
    """Through whom something goes, where those who take part are shown."""
    found = _THROUGH.search(question.folded) if proposal.form.show.name.startswith(_AGENTS) else None
    return [found[0]] if found else []


def _annex(question: Question, proposal: Proposal) -> list[str]:
    """Whether there is an annex, where points are found that stand in none."""
    if set(proposal.form.classes) <= _OF_ANNEXES or not proposal.points:
        return []
    found = _ANNEX.search(question.folded) if proposal.form.aggregate in ("exists", "denied") else None
    pieces = {each.piece for each in proposal.form.conditions}
    return [found[0]] if found and pieces <= {"in-province", "in-plan"} else []


def says_back(question: Question, proposal: Proposal) -> list[str]:
    """The place that is asked for, where only the one that the question names is shown."""
    form, asked = proposal.form, question.asked
    pieces = {each.piece for each in form.conditions}
    alone = len(asked.provinces) == 1 and not question.focus.negative
    if form.show.name != "provinces" or form.aggregate != "list" or not (alone and "in-province" in pieces):
        return []
    said = [cue.text for cue in asked.all("where", "noun-province", "who")]
    return [*said, *(asked.used.get(place, "") for place in asked.provinces)][:1]
