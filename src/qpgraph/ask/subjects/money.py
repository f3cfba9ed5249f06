"""The budget: totals, years, items, groups."""

# A decision returns where it is made.
# ruff: noqa: PLR0911

from qpgraph.ask.form import Condition
from qpgraph.ask.planning import Chosen, Proposal, Question, Refusal, choose, propose
from qpgraph.ask.scope import Scope, base_scope
from qpgraph.ask.subjects.choosing import Result, exists, has, texts
from qpgraph.ask.topics import Topic
from qpgraph.search.text import fold

__all__ = ["money"]


def money(question: Question) -> Result:
    """Budget rows: totals, years, items."""
    asked, focus = question.asked, question.focus
    if not asked.has("noun-budget") or asked.has(
        "noun-task", "noun-target", "noun-duty", "noun-funding-source", "noun-legal"
    ):
        return None
    if asked.has("lead", "coordinate", "report") or focus.noun == "standard" or focus.what == "agency":
        return None
    if focus.what == "value" and focus.noun != "budget" and question.counted:
        return None
    totals = base_scope(asked, ("budget-total",), question.vocabulary)
    items = base_scope(asked, ("budget",), question.vocabulary)
    topic = question.topic.without(
        *texts(
            question, "kinh phi", "budget", "ngan sach", "money", "funding", "funds", "du toan", "trieu dong"
        )
    )
    topic = Topic([term for term in topic.terms if not (term.loose and term.weight < 0.5)], topic.weights)
    if focus.what in ("province", "exists"):
        topic = Topic([term for term in topic.terms if not term.loose], topic.weights)
    chosen = choose(question, items, topic, many=False) if topic else None
    group = _budget_group(question, topic, chosen)
    if group is not None:
        return group
    scope = items if chosen else totals
    if topic and chosen is None:
        fits = topic.fits(
            question.points(base_scope(asked, ("task", "target", "duty", "provision"), question.vocabulary)),
            lambda point: True,
        )
        if fits and fits[0].score > 0.8:
            return None
        if not question.points(totals):
            return _no_budget(question)
        return Refusal(
            "no-match",
            {"words": ", ".join(term.text for term in topic.terms)},
            tuple(fit.point for fit in fits[:3]),
        )
    if chosen is None:
        chosen = choose(question, totals, Topic(), many=True)
    if focus.what == "province":
        everywhere = choose(
            question,
            base_scope(asked, ("budget-total",), question.vocabulary, anywhere=True),
            Topic(),
            many=True,
        )
        return (
            propose(
                question, "provinces", totals, everywhere, aggregate="without" if focus.negative else "list"
            )
            if everywhere
            else None
        )
    if focus.what == "exists":
        return _is_there(question, scope, chosen)
    if chosen is None:
        return _no_budget(question)
    return _amounts(question, scope, chosen, items)


def _is_there(question: Question, scope: Scope, chosen: Chosen | None) -> Proposal:
    """Whether there is money, in the years named."""
    years = sorted({year for _, year in question.asked.years})
    if chosen and years and not question.vocabulary.is_period(years):
        condition = Condition("with-amount", {"years": years}, ", ".join(map(str, years)))
        chosen = Chosen(chosen.points, (*chosen.conditions, condition), chosen.score)
    return exists(question, scope, chosen, "points")


_ITEMS = frozenset(
    ("khoan", "khoan chi", "khoan kinh phi", "noi dung chi", "budget item", "budget items", "budget lines")
)


def _budget_group(question: Question, topic: Topic, chosen: Chosen | None) -> Result:
    """A group of the budget has no amounts of its own: those of its items are summed up."""
    if not topic:
        return None
    asked = question.asked
    groups = [
        point
        for point in question.vocabulary.points.values()
        if point.kind == "budget-group" and (not asked.provinces or point.province in asked.provinces)
    ]
    fits = topic.fits(groups, lambda point: True)
    if not fits or fits[0].score < 0.9 or (chosen is not None and chosen.score >= fits[0].score):
        return None
    scope = base_scope(asked, ("budget",), question.vocabulary)
    parent = fits[0].point.iri
    texts = ", ".join(term.text for term in topic.terms)
    scope.add(Condition("in-budget-group", {"groups": [parent]}, texts), has("parent", [parent]))
    whole = Chosen(question.points(scope), tuple(scope.conditions), 1.0)
    years = sorted({year for _, year in asked.years})
    if years and len(years) < 2:
        extra = [Condition("", {"years": years}, str(years[0]))]
        return propose(question, "amounts-of-year", scope, whole, aggregate="sum", extra=extra)
    return propose(question, "totals", scope, whole, aggregate="sum")


def _no_budget(question: Question) -> Refusal:
    points = [point for point in question.vocabulary.points.values() if point.kind == "provision"]
    here = [
        point
        for point in points
        if point.has("provision-kind", ["funding"]) and point.province in question.asked.provinces
    ]
    having = {point.province for point in question.vocabulary.points.values() if point.kind == "budget-total"}
    names = ", ".join(
        question.vocabulary.things[place].name(question.asked.language) for place in sorted(having)
    )
    return Refusal("no-budget", {"others": names}, tuple(here))


def _amounts(question: Question, scope: Scope, chosen: Chosen, items: Scope) -> Proposal | Refusal:
    asked, focus = question.asked, question.focus
    years = [year for _, year in asked.years]
    if (
        focus.what == "list" and focus.noun == "budget" and asked.has("which-before", "which-after")
    ) or asked.has("most", "least"):
        whole = choose(question, items, Topic(), many=True)
        if asked.has("when", "year-of"):
            return propose(
                question, "amounts", scope, chosen, aggregate="worst" if asked.has("least") else "best"
            )
        if whole and asked.has("most", "least"):
            years_of = [Condition("", {"years": years}, ", ".join(map(str, years)))] if years else []
            return propose(
                question,
                "amounts-of-year" if years else "budget-items",
                items,
                whole,
                aggregate="worst" if asked.has("least") else "best",
                extra=years_of,
            )
        if whole and scope is not items:
            return propose(question, "budget-items", items, whole)
    if asked.has("how-many") and any(fold(cue.text) in _ITEMS for cue in asked.all("noun-budget")):
        whole = choose(question, items, Topic(), many=True)
        if whole:
            return propose(question, "budget-items", items, whole, aggregate="count")
    if years and not question.vocabulary.is_period(years):
        words = ", ".join(map(str, years))
        extra = [Condition("", {"years": sorted(set(years))}, words)]
        return propose(question, "amounts-of-year", scope, chosen, extra=extra, missing="amount")
    if asked.has("by-year") and not asked.has("total"):
        return propose(question, "amounts", scope, chosen)
    return propose(question, "totals", scope, chosen)
