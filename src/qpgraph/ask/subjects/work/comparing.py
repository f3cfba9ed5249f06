"""Numbers of provinces side by side: the highest, how far they are apart, how many times one is the other."""

# A decision returns where it is made.

from dataclasses import replace

from qpgraph.ask.planning.form import Aggregate
from qpgraph.ask.planning.picking import Chosen, choose, propose
from qpgraph.ask.planning.question import Question
from qpgraph.ask.planning.scope import Scope
from qpgraph.ask.reading.asked import Asked
from qpgraph.ask.reading.counting import asks_both_ends
from qpgraph.ask.reading.topics import Topic
from qpgraph.ask.subjects.choosing import Result, counts_in, percent, stating_numbers, these

__all__ = ["chosen_numbers", "compare"]


def compare(question: Question) -> Result:
    """The highest or lowest number on a topic, or how far the numbers of two provinces are apart."""
    asked = question.asked
    if not question.topic:
        return None
    question = replace(question, topic=question.topic.without(*_said_again(question)))
    for kind, show in (("target", "quantities"), ("task", "outputs")):
        if question.focus.kinds and kind not in question.focus.kinds:
            continue
        scope = question.scope(kind)
        chosen = chosen_numbers(question, scope)
        if chosen is None:
            continue
        if asked.has("difference", "ratio"):
            return _apart(question, show, scope, chosen)
        show_name = "province-values" if question.focus.what == "province" and kind == "target" else show
        return propose(question, show_name, scope, chosen, aggregate=_order(question))
    return None


def _order(question: Question) -> Aggregate:
    """How the numbers are ordered; all are told where each one's is asked for besides."""
    asked = question.asked
    several = len(asked.provinces) > 1
    each = several and (asked.has("by-province") or (asked.has("every", "how-many") and _number_first(asked)))
    if each or asks_both_ends(asked) or not asked.has("most", "higher", "least", "lower"):
        return "list"
    return "worst" if asked.has("least", "lower") else "best"


def _number_first(asked: Asked) -> bool:
    """Whether the numbers are asked for first, and only then which is the higher."""
    many, which = asked.cue("how-many"), asked.cue("which-before", "which-after", "who", "where")
    return many is not None and which is not None and many.last < which.first


def chosen_numbers(question: Question, scope: Scope) -> Chosen | None:
    """The points of each province that state the number asked for, all in one unit."""
    stating_numbers(question, scope)
    chosen = _widest(question, scope)
    return _same_unit(question, _counting(question, scope, chosen)) if chosen else None


def _widest(question: Question, scope: Scope) -> Chosen | None:
    """What the topic picks; without the words that only some provinces use, if that reaches more of them."""
    topic = question.topic
    chosen = choose(question, scope, topic, many=False, per_province=True)
    firm = Topic([term for term in topic.terms if not term.loose], topic.weights)
    if not firm or len(firm.terms) == len(topic.terms) or any(term.foreign for term in topic.terms):
        return chosen
    wider = choose(question, scope, firm, many=False, per_province=True)
    if wider is None or chosen is None:
        return chosen
    more = {point.province for point in wider.points} - {point.province for point in chosen.points}
    return wider if more else chosen


_AND = ("va", "and", "la", "with")


def _said_again(question: Question) -> list[str]:
    """What "and how many people" counts after another question: it is what was named before."""
    asked = question.asked
    which = asked.cue("which-before", "which-after", "who", "where")
    for cue in asked.all("how-many"):
        before = asked.words[cue.first - 1] if cue.first else None
        joined = asked.words[cue.first].after_break or (before and before.folded in _AND)
        if which and which.first < cue.first and joined and len(question.topic.terms) > 1:
            return [topic.text for topic in asked.topics if topic.first == cue.last + 1]
    return []


def _counting(question: Question, scope: Scope, chosen: Chosen) -> Chosen:
    """Of several numbers those that count what is named, if there are any."""
    terms = [term for term in question.topic.terms if term.units or term.text == question.counted]
    among = chosen.points
    if len(terms) == len(question.topic.terms):
        among = [point for point in question.points(scope) if not percent(point)]
    points = [point for point in among if terms and counts_in(question, point, terms)]
    return replace(chosen, points=points) if points else chosen


def _same_unit(question: Question, chosen: Chosen) -> Chosen:
    """Numbers are only compared in one unit: the one that most of them have, or times of it ("lượt …")."""
    units = [unit for point in chosen.points for _, unit in point.values]
    kept = tuple(condition for condition in chosen.conditions if condition.piece != "these")
    words = ", ".join(condition.words for condition in chosen.conditions if condition.piece == "these")
    if len(set(units)) < 2:
        return Chosen(chosen.points, (*kept, replace(these(chosen.points), words=words)), chosen.score)
    things = question.vocabulary.things
    names = {unit: things[unit].name("vi") if unit in things else "" for unit in units}
    common = max(dict.fromkeys(units), key=lambda unit: (units.count(unit), -len(names[unit])))
    name = names[common]
    times = {unit for unit in units if name and (names[unit].endswith(name) or names[unit].startswith(name))}
    alike = {common, *times}
    points = [point for point in chosen.points if alike & point.units]
    return Chosen(points, (*kept, replace(these(points), words=words)), chosen.score)


def _apart(question: Question, show: str, scope: Scope, chosen: Chosen) -> Result:
    """How much more, or how many times as much, one of two has; of more or in two units it is not told."""
    places = {point.province for point in chosen.points}
    units = {unit for point in chosen.points for _, unit in point.values}
    if len(places) != 2 or len(units) != 1 or len(chosen.points) != 2:
        return None
    aggregate: Aggregate = "ratio" if question.asked.has("ratio") else "difference"
    return propose(question, show, scope, chosen, aggregate=aggregate)
