"""What a question takes for granted, and its answer does not have: a number of each year, a rank, a place."""

from collections.abc import Iterable
from itertools import pairwise

from qpgraph.ask.planning.form import COMPARED
from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.ask.reading.asked import after_owner
from qpgraph.ask.subjects.choosing import yearly
from qpgraph.ask.vocabulary import Point
from qpgraph.ask.words.numerals import single_numerals
from qpgraph.ask.words.words import keys
from qpgraph.search.text import fold

__all__ = ["presumed"]

_NUMBERED = ("quantit", "output", "province-values")
_COMPARING = ("compare", "both", "common", "difference", "every", "shared", "elsewhere-too")
_WHOLE = (
    "ca giai doan",
    "ca ky",
    "toan ky",
    "whole period",
    "entire period",
    "in total",
    "tong cong",
    "altogether",
)
_RANKS = frozenset(("hai", "nhi", "ba", "tu"))
_PLACES = frozenset(("second", "third", "fourth", "2nd", "3rd", "4th"))
_COMING = frozenset(("come", "comes", "rank", "ranks", "ranked", "is", "stands", "placed", "finishes"))


def presumed(question: Question, proposal: Proposal) -> list[str]:
    """The words of a question that take for granted what its answer does not have."""
    return [
        *_of_another_place(question),
        *_of_another_period(question, proposal),
        *_every_year(question, proposal),
        *_of_time(question, proposal),
        *_ranked(question, proposal),
        *_of_other_schools(question, proposal),
        *_so_many(question, proposal),
        *_first_of_many(question, proposal),
        *_at_most(question, proposal),
        *_of_all(question, proposal),
    ]


def _of_another_place(question: Question) -> list[str]:
    """The plan that is named by its number and is not of the province that is named."""
    asked, things = question.asked, question.vocabulary.things
    if asked.has(*_COMPARING) or len(asked.provinces) != 1:
        return []
    return [
        asked.used.get(plan, "")
        for plan in asked.plans
        if things[plan].one("province") not in asked.provinces
    ]


def _of_another_period(question: Question, proposal: Proposal) -> list[str]:
    """The first and last year of a plan that are named, where no point of the answer is of such a plan."""
    asked, things = question.asked, question.vocabulary.things
    years = {str(year) for _, year in asked.years}
    if asked.plans or not proposal.points or not question.vocabulary.is_period([int(year) for year in years]):
        return []
    plans = [things[point.plan] for point in proposal.points if point.plan in things]
    same = any({plan.one("start"), plan.one("end")} == years for plan in plans)
    return [] if same or not plans else ["-".join(sorted(years))]


_EVERY_YEAR = ("hằng năm", "mỗi năm", "each year", "every year", "yearly", "annual")
_DONE = frozenset(("Task", "Target", "Measure", "Duty", "CatalogueEntry"))


def _every_year(question: Question, proposal: Proposal) -> list[str]:
    """ "Each year" in a question for a yes or no, where no point of the answer is of each year."""
    form = proposal.form
    if form.aggregate != "exists" or not proposal.points or not set(form.classes) <= _DONE:
        return []
    cues = [cue for cue in question.asked.all("annual") if cue.text]
    said = any(proposal.says(keys(word), each=False) for word in _EVERY_YEAR)
    return [cue.text for cue in cues if not said and not any(map(yearly, proposal.points))][:1]


def _of_time(question: Question, proposal: Proposal) -> list[str]:
    """ "Each year" of a number that is one in all, or "the whole period" of one that is yearly."""
    asked, form = question.asked, proposal.form
    states = form.show.name.startswith(_NUMBERED)
    checks = form.aggregate == "exists" and bool(asked.numbers)
    valued = [point for point in proposal.points if point.values]
    if not (states or checks) or not valued or form.aggregate.startswith("sum"):
        return []
    annual = [
        cue for cue in asked.all("annual") if cue.text and not proposal.says(keys(cue.text), each=False)
    ]
    if annual and not any(yearly(point) for point in valued):
        return [annual[0].text]
    whole = [cue for cue in asked.all("total") if fold(cue.text) in _WHOLE]
    return [whole[0].text] if whole and checks and all(point.relations.get("per") for point in valued) else []


def _ranked(question: Question, proposal: Proposal) -> list[str]:
    """ "The second most", "comes second": nothing is ranked but the first."""
    if question.asked.has("noun-step", "quarter") or proposal.form.show.name.startswith("step"):
        return []
    words = question.asked.words
    for one, other in pairwise(words):
        first = other.folded in ("most", "least") or other.folded.endswith("est")
        english = one.folded in _PLACES and first
        comes = one.folded in _COMING and other.folded in _PLACES
        if (one.exact in ("thư1", "thu") and other.folded in _RANKS) or english or comes:
            said = proposal.says((one.folded, other.folded), each=True)
            return [] if said else [question.asked.text[one.start : other.end]]
    return []


def _of_other_schools(question: Question, proposal: Proposal) -> list[str]:
    """The kind of school that is named, where the number that answers is one of another kind."""
    lists = question.lexicon.lists
    numbers = proposal.form.show.name.startswith(_NUMBERED)
    checks = proposal.form.aggregate == "exists" and question.asked.numbers and proposal.points
    if not (numbers or checks) or any(_of_all_schools(point, lists["schools"]) for point in proposal.points):
        return []
    kinds = [names for kind, names in lists.items() if kind.startswith("school-")]
    return [
        term.text
        for term in question.topic.terms
        for names in kinds
        if fold(term.text) in names and not _has_one(proposal, names)
    ][:1]


_VOCATIONAL = (" co so giao duc nghe nghiep ", " vocat school ")


def _of_all_schools(point: Point, names: Iterable[str]) -> bool:
    """Whether a point speaks of schools of any kind."""
    text = point.text
    for name in _VOCATIONAL:
        text = text.replace(name, " ")
    return any(f" {' '.join(keys(name))} " in text for name in names)


def _has_one(proposal: Proposal, names: Iterable[str]) -> bool:
    """Whether a point of the answer has one of some names."""
    return any(proposal.says(keys(name), each=False) for name in names)


_COUNTED = ("noun-task", "noun-target", "noun-measure", "noun-duty", "noun-step")


def _so_many(question: Question, proposal: Proposal) -> list[str]:
    """How many there are, where there are not so many ("leads 3 tasks, right?", "the three standards")."""
    asked, form = question.asked, proposal.form
    listed = form.aggregate == "list" and form.show.name in ("points", "standards", "provinces", "bases")
    compared = any(each.piece in COMPARED for each in form.conditions)
    if not (form.aggregate == "exists" or listed) or asked.refs or compared:
        return []
    shown = form.show.name if listed else ""
    limits = {cue.last for cue in asked.all("how-many", "at-least", "more-than")}
    if limits and shown != "provinces":
        return []
    nouns = {cue.first for cue in asked.all(*_COUNTED_IN.get(shown, _COUNTED))}
    nouns |= {mention.first for mention, _ in asked.agencies if after_owner(asked, mention) in nouns}
    found = len(_things(proposal, shown))
    every = len(question.vocabulary.of_kind("province"))
    return [
        asked.words[numeral.first].exact
        for numeral in single_numerals(asked.words)
        if numeral.first + 1 in nouns
        and numeral.first - 1 not in limits
        and numeral.value <= _FEW
        and numeral.value != found
        and not (shown == "provinces" and numeral.value >= every)
        and not (form.show.name == "points" and listed and numeral.value < found)
    ][:1]


def _first_of_many(question: Question, proposal: Proposal) -> list[str]:
    """How many are to be told, where only the first is ("which two provinces have the highest")."""
    asked = question.asked
    if proposal.form.aggregate not in ("best", "worst", "most", "least"):
        return []
    nouns = {cue.first for cue in asked.all("noun-province", "noun-agency", "noun-budget", *_COUNTED)}
    nouns |= {cue.first - 1 for cue in asked.all("which-before")} | {
        cue.last + 2 for cue in asked.all("which-after")
    }
    told = (1, len(asked.provinces), len(question.vocabulary.of_kind("province")))
    return [
        asked.words[numeral.first].exact
        for numeral in single_numerals(asked.words)
        if numeral.first + 1 in nouns and numeral.value not in told and numeral.value <= _FEW
    ][:1]


_FEW = 12
_COUNTED_IN = {
    "standards": ("noun-standard",),
    "provinces": ("noun-province",),
    "bases": ("noun-act", "noun-legal"),
}


def _things(proposal: Proposal, shown: str) -> set[str]:
    """What an answer shows: standards, provinces, acts, or points themselves."""
    if shown == "standards":
        return _standards(proposal)
    if shown == "bases":
        return {act for point in proposal.points for act in point.relations["legal"]}
    return {point.province if shown == "provinces" else point.iri for point in proposal.points}


def _standards(proposal: Proposal) -> set[str]:
    """The standards that the points of an answer name, of those asked for."""
    found = {each for point in proposal.points for each in point.relations.get("standard", ())}
    for condition in proposal.form.conditions:
        if condition.piece in ("standard-one-of", "with-standard"):
            found &= set(map(str, condition.values["standards"]))
    return found


_AT_MOST = ("toi da", "khong qua", "at most", "no more than", "maximum", "up to")


def _at_most(question: Question, proposal: Proposal) -> list[str]:
    """The words for an upper limit, which no number of a plan is compared with."""
    said = [phrase for phrase in _AT_MOST if f" {phrase} " in f" {question.folded} "]
    numbered = proposal.form.show.name.startswith(_NUMBERED) or proposal.form.aggregate == "exists"
    return [phrase for phrase in said if numbered and not proposal.says(keys(phrase), each=False)][:1]


def _of_all(question: Question, proposal: Proposal) -> list[str]:
    """What "only" or "when" says of the tasks of all plans, where all of them are listed."""
    form = proposal.form
    listed = form.show.name == "points" and form.aggregate == "list" and not form.conditions
    return [cue.text for cue in question.asked.all("only", "when") if listed and cue.text][:1]
