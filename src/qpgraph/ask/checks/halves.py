"""Whether one half of a question is left: a place without a row, "with whom", "and which department"."""

import re
from collections.abc import Mapping, Sequence

from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.search.text import fold

__all__ = ["halved", "places_left"]

_WITH = re.compile(
    r"\b(?:and|va|,) (?:together )?(?:with whom|with which \w+|cung (?:voi )?(?:ai|\w+ nao)|voi ai)\b"
)
_LINKS = frozenset(("and", "va", "via", "through", "qua"))

_LEADING = frozenset(("lead", "leads", "leading", "leader", "chu tri"))
_NEAR = 4


def halved(question: Question, proposal: Proposal) -> list[str]:
    """The words of a question that ask for another half than the one that is told."""
    return [
        *_with_whom(question, proposal),
        *_which_office(question, proposal),
        *_role_lacking(question, proposal),
        *_years_of_point(question, proposal),
    ]


def _with_whom(question: Question, proposal: Proposal) -> list[str]:
    """ "And with whom", where only those are told who do it."""
    if proposal.form.show.name not in ("agents", "leads"):
        return []
    found = _WITH.search(question.folded)
    return [found.group().split(" ", 1)[1]] if found else []


def _which_office(question: Question, proposal: Proposal) -> list[str]:
    """ "And via which department", where the answer is a yes or no."""
    asked = question.asked
    if proposal.form.aggregate not in ("exists", "denied"):
        return []
    nouns = {cue.first for cue in asked.all("noun-agency")}
    cues = [cue for cue in asked.all("which-after") if cue.first and cue.last + 1 in nouns]
    return [cue.text for cue in cues if asked.words[cue.first - 1].folded in _LINKS][:1]


def _role_lacking(question: Question, proposal: Proposal) -> list[str]:
    """The word for leading, where provinces are told that lack something else than one who leads."""
    form = proposal.form
    taken = any("lead" in condition.piece for condition in form.conditions)
    if form.aggregate != "without" or question.topic or question.asked.agencies or taken:
        return []
    denials = [cue.last for cue in question.asked.all("not")]
    cues = [cue for cue in question.asked.all("lead") if fold(cue.text) in _LEADING]
    return [cue.text for cue in cues if any(0 < cue.first - last <= _NEAR for last in denials)][:1]


def _years_of_point(question: Question, proposal: Proposal) -> list[str]:
    """The number of a point, where the years of its whole plan are told."""
    asked, form = question.asked, proposal.form
    if proposal.points or not {"start", "end"} <= set(form.show.columns):
        return []
    return asked.refs[:1]


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
    left = [place for place in asked.provinces if place in named and things[place].name("vi") not in told]
    return [asked.used.get(place, things[place].name(asked.language)) for place in left]
