"""The years that a question about money means: those named, those between, before or after them."""

# A decision returns where it is made.
# ruff: noqa: PLR0911

from collections.abc import Sequence
from itertools import pairwise

from qpgraph.ask.planning.question import Question, Refusal
from qpgraph.ask.words.numerals import LOW_NUMBERS

__all__ = ["beyond_span", "budget_span", "excepted", "years_of"]


def years_of(question: Question) -> list[int]:
    """The years asked about, with those between where a span is meant; none for the plans' own period."""
    years = sorted({year for _, year in question.asked.years})
    if question.asked.has("first-years", "last-years"):
        return _ends(question)
    places = sorted(place for place, _ in question.asked.years)
    between = question.asked.words[places[0] : places[-1]] if places else ()
    apart = any(
        word.folded in ("and", "va", "or", "hay", "hoac", "with", "voi", "vs", "versus") for word in between
    )
    compared = question.asked.has("difference", "ratio", "higher", "lower", "same", "rise", "fall")
    if question.vocabulary.is_period(years) and not (apart or compared):
        return []
    if len(years) == 1 and excepted(question):
        first, last = budget_span(question)
        return [year for year in range(first, last + 1) if year != years[0]]
    if len(years) == 1 and (sided := _sided(question, years[0])):
        return sided
    if len(years) == 1 and _until(question, places[0]):
        first, last = budget_span(question)
        return list(range(first, years[0] + 1)) if first <= years[0] < last else []
    if len(years) == 1 and _onward(question, places[0]):
        return list(range(years[0], budget_span(question)[1] + 1))
    if len(years) == 2 and _between(question, places[0]):
        return list(range(years[0], years[1] + 1))
    if len(years) == 2 and question.asked.has("until-year"):
        return list(range(years[0], years[1] + 1))
    return years


_EXCEPT = frozenset(("excluding", "except", "without", "tru", "bo", "ngoai", "besides", "minus", "excepting"))


def excepted(question: Question) -> bool:
    """Whether the one year named is to be left out ("excluding 2030", "không tính năm 2030")."""
    asked = question.asked
    if len(asked.years) != 1:
        return False
    place = asked.years[0][0]
    before = [word.folded for word in asked.words[max(place - 3, 0) : place]]
    left = " ".join(before).endswith(("khong tinh nam", "khong ke nam", "not counting", "khong tinh"))
    return left or bool(_EXCEPT & {word for word in before[-2:] if word != "nam"})


def _ends(question: Question) -> list[int]:
    """The first or last years of the plans, as many as are said."""
    begin, end = budget_span(question)
    marks = {"nam", "year", "years"}
    words = [word.folded for word in question.asked.words]
    known = LOW_NUMBERS | {str(number): number for number in LOW_NUMBERS.values()}
    counts = [known[word] for word, after in pairwise(words) if word in known and after in marks]
    many = counts[0] if counts else 1
    whole = list(range(begin, end + 1))
    return whole[:many] if question.asked.has("first-years") else whole[-many:]


def _sided(question: Question, year: int) -> list[int]:
    """The years of the plans before or after one."""
    place = question.asked.years[0][0]
    near = [cue for cue in question.asked.all("before", "after") if 0 < place - cue.last <= _NEAR]
    if not near:
        return []
    first, last = budget_span(question)
    since = near[0].text.casefold() in _SINCE
    after = range(year if since else year + 1, last + 1)
    return list(range(first, year)) if near[0].name == "before" else list(after)


_NEAR = 2
_SINCE = ("since", "kể từ", "ke tu")


_UNTIL = ("until", "till", "through", "to", "den", "toi", "by")


def _until(question: Question, place: int) -> bool:
    """Whether the years up to one are meant ("until 2029", "đến năm 2029"), and none is denied before it."""
    before = [word.folded for word in question.asked.words[max(place - 4, 0) : place]]
    before = [
        word for word in before if word not in ("nam", "het", "year", "the", "end", "of", "cuoi", "and")
    ]
    return bool(before) and before[-1] in _UNTIL


def budget_span(question: Question) -> tuple[int, int]:
    """The first and last year of the budget of the places asked about."""
    rows = [point for point in question.vocabulary.points.values() if point.kind == "budget-total"]
    years = [int(each.split(":")[0]) for row in rows for each in row.relations.get("allocation", ())]
    return (min(years), max(years)) if years else (0, 0)


def beyond_span(question: Question, years: Sequence[int]) -> Refusal | None:
    """Why there is no answer, where one of the years is none of the budget's."""
    first, last = budget_span(question)
    beyond = [str(year) for year in years if not first <= year <= last]
    return Refusal("no-match", {"words": ", ".join(beyond)}) if beyond else None


_ON = frozenset(("on", "onward", "onwards", "tro", "forward"))


def _onward(question: Question, place: int) -> bool:
    """Whether a year and those after it are meant ("from 2028 on", "từ 2028 trở đi")."""
    after = question.asked.words[place + 1 : place + 2]
    return bool(after) and after[0].folded in _ON


def _between(question: Question, place: int) -> bool:
    """Whether "between" stands before the first of two years, or a dash after it."""
    words = question.asked.words
    if question.asked.text[words[place].end : words[place + 1].start].strip() in ("-", "–", "—"):
        return True
    before = question.asked.words[max(place - 2, 0) : place]
    return any(word.folded == "between" for word in before) and not question.asked.has("difference")
