"""The acts that plans of several provinces stand on, or those of one and not of another."""

from qpgraph.ask.planning.form import Aggregate, Condition, Form, shows
from qpgraph.ask.planning.picking import Chosen, propose
from qpgraph.ask.planning.question import Proposal, Question, Refusal, relaxed
from qpgraph.ask.reading.sharing import Sharing, read_sharing
from qpgraph.ask.reading.whether import denials
from qpgraph.ask.subjects.acts.acts import acts_scope, chosen_bases, types_asked
from qpgraph.ask.subjects.choosing import Result, exists, has
from qpgraph.ask.words.words import OR
from qpgraph.search.text import fold

__all__ = ["shared_acts"]


def shared_acts(question: Question) -> Result:
    """The acts that provinces share as the question says: all, some, so many, or one and not another."""
    asked, focus = question.asked, question.focus
    if focus.noun == "province" or focus.what not in ("list", "count", "exists"):
        return None
    if focus.what == "exists" and (asked.acts or focus.noun != "legal"):
        return _in_all(question) if asked.acts and not (denials(asked) or asked.has("noun-task")) else None
    if len(asked.provinces) == 1 and any(words in question.folded for words in _TWO):
        return _of_two_plans(question)
    if focus.what == "exists":
        return None
    every = {plan.one("province") or "" for plan in question.vocabulary.of_kind("plan")}
    sharing = read_sharing(asked, every)
    if sharing is None or asked.acts:
        return None
    return _shared(question, sharing)


def _shared(question: Question, sharing: Sharing) -> Result:
    """The acts that the provinces share, of the type and by the issuer asked for."""
    named = {question.vocabulary.things[plan].one("province") for plan in question.asked.plans}
    bases = [
        point
        for point in question.vocabulary.points.values()
        if point.kind == "legal-basis" and (point.plan in question.asked.plans or point.province not in named)
    ]
    places: dict[str, set[str]] = {}
    for point in bases:
        for act in point.relations["legal"]:
            places.setdefault(act, set()).add(point.province)
    scope = acts_scope(relaxed(question))
    fitting = chosen_bases(relaxed(question), scope)
    points = fitting.points if fitting is not None else question.points(scope)
    here = {act for point in points for act in point.relations["legal"]}
    found = sorted(act for act, having in places.items() if act in here and sharing.holds(having))
    if not found:
        return Refusal("empty")
    scope.add(Condition("with-act", {"acts": found}, sharing.words), has("legal", found))
    if sharing.having:
        having = sorted(sharing.having)
        words = ", ".join(said for place in having if (said := question.asked.used.get(place)))
        scope.add(
            Condition("in-province", {"provinces": having}, words), lambda point: point.province in having
        )
    if sharing.lacking:
        lacking = sorted(sharing.lacking)
        words = ", ".join(question.asked.used.get(place, "") for place in lacking)
        scope.add(Condition("without-act-of", {"provinces": lacking}, words), lambda point: True)
    chosen = Chosen(question.points(scope), tuple(scope.conditions), 1.0)
    aggregate: Aggregate = "count" if question.focus.what == "count" else "list"
    return propose(question, "bases", scope, chosen, aggregate=aggregate)


def _in_all(question: Question) -> Result:
    """Whether the plans of all provinces meant stand on all the acts named."""
    asked = question.asked
    plans = question.vocabulary.of_kind("plan")
    each = any(fold(cue.text).startswith(_EACH) for cue in asked.all("every"))
    whole = asked.has("shared") or each or (asked.has("every") and asked.has("common"))
    meant = set(asked.provinces) or {plan.one("province") or "" for plan in plans if whole}
    if OR & {word.folded for word in asked.words} or len(meant) * len(asked.acts) < _SEVERAL:
        return None
    scope = acts_scope(question)
    points = question.points(scope)
    having = {(point.province, act) for point in points for act in point.relations["legal"]}
    if not all((place, act) in having for place in meant for act in asked.acts):
        points = []
        scope.add(Condition("these", {"points": ["urn:none"]}), lambda point: False)
    return exists(question, scope, Chosen(points, tuple(scope.conditions), 1.0), "bases")


_SEVERAL = 2
_EACH = ("each", "every", "moi", "tung")
_TWO = (
    "hai ke hoach",
    "hai van ban",
    "2 ke hoach",
    "2 van ban",
    "two plans",
    "two documents",
    "both plans",
    "both documents",
)


def _of_two_plans(question: Question) -> Result:
    """The acts that both plans of one province stand on."""
    place = set(question.asked.provinces)
    plans = {plan.iri for plan in question.vocabulary.of_kind("plan") if plan.one("province") in place}
    points = [each for each in question.vocabulary.points.values() if each.kind == "legal-basis"]
    having: dict[str, set[str]] = {}
    for point in points:
        for act in point.relations["legal"]:
            having.setdefault(act, set()).add(point.plan)
    acts = sorted(act for act, found in having.items() if plans <= found)
    years = {str(year) for _, year in question.asked.years}
    dated = {(question.vocabulary.things[plan].one("date") or "")[:4] for plan in plans}
    if types := types_asked(question):
        acts = [act for act in acts if question.vocabulary.things[act].one("type") in types]
    if len(plans) < 2 or (years and not years <= dated):
        return None
    whether = question.focus.what == "exists"
    if not acts and not whether:
        return Refusal("empty")
    said = [*(question.asked.used[iri] for iri in place), *sorted(years)]
    condition = Condition("act", {"acts": acts or ["urn:none"]}, ", ".join(said))
    way: Aggregate = "exists" if whether else "count" if question.focus.what == "count" else "list"
    form = Form(shows()["acts"], question.asked.language, conditions=(condition,), aggregate=way)
    return Proposal(form, tuple(each for each in points if each.plan in plans and each.has("legal", acts)))
