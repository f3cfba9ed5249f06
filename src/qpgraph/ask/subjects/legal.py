"""Legal bases of plans, the acts that plans share, and what tasks replace or amend."""

# A decision returns where it is made.
# ruff: noqa: PLR0911, PLR0912

from qpgraph.ask.form import Aggregate, Condition, Form, shows
from qpgraph.ask.planning import Chosen, Proposal, Question, Refusal, choose, propose
from qpgraph.ask.scope import base_scope
from qpgraph.ask.subjects.choosing import Result, exists, has, these
from qpgraph.ask.topics import Topic
from qpgraph.search.text import fold

__all__ = ["bases", "changes"]


def changes(question: Question) -> Result:
    """What a task replaces or amends."""
    asked = question.asked
    if not asked.has("replace", "amend"):
        return None
    effects = [effect for cue, effect in (("replace", "replaces"), ("amend", "amends")) if asked.has(cue)]
    relations = set(effects)
    scope = base_scope(asked, ("task",), question.vocabulary)
    scope.tests.append(lambda point: any(point.relations.get(name) for name in relations))
    extra = [
        Condition(
            "with-change", {"effects": effects}, ", ".join(cue.text for cue in asked.all("replace", "amend"))
        )
    ]
    if asked.acts:
        acts = list(asked.acts)
        scope.tests.append(lambda point: point.has("replaces", acts) or point.has("amends", acts))
        extra.append(Condition("with-changed", {"acts": acts}, ", ".join(asked.used[act] for act in acts)))
    points = question.points(scope)
    if not points:
        return Refusal("empty") if question.focus.noun == "legal" else None
    chosen = Chosen(points, tuple(scope.conditions), 1.0)
    show = "changing" if asked.acts or question.focus.noun == "task" else "changes"
    if question.focus.what == "agency":
        return propose(
            question, "leads", scope, Chosen(points, (*scope.conditions, these(points)), 1.0), role="lead"
        )
    if question.focus.what == "province":
        return propose(question, "provinces", scope, Chosen(points, (*scope.conditions, these(points)), 1.0))
    return propose(question, show, scope, chosen, extra=extra)


def bases(question: Question) -> Result:
    """Legal bases of plans, and the plans that stand on an act."""
    asked, focus = question.asked, question.focus
    if not (asked.acts or asked.has("noun-legal") or focus.noun == "legal") or asked.has(
        "noun-task", "noun-duty"
    ):
        return None
    if asked.acts and (focus.what in ("time", "value") or asked.has("noun-step", "lead", "coordinate")):
        return None
    scope = base_scope(asked, ("legal-basis",), question.vocabulary)
    extra: list[Condition] = []
    types = _types(question)
    if types:
        named = {act.iri for act in question.vocabulary.of_kind("legal") if act.one("type") in types}
        words = ", ".join(cue.text for cue in asked.all("noun-act"))
        scope.add(Condition("with-type", {"types": types}, words), has("legal", sorted(named)))
    if asked.acts and not types:
        acts = list(asked.acts)
        condition = Condition("with-act", {"acts": acts}, ", ".join(asked.used[act] for act in acts))
        scope.add(condition, lambda point: point.has("legal", acts))
    topic = Topic() if asked.acts and not types else question.topic
    if asked.agencies and not asked.acts:
        issuers = [iri for _, offices in asked.agencies for iri in offices]
        things = question.vocabulary.things
        issued = {
            iri
            for iri, thing in things.items()
            if thing.kind == "legal" and set(thing.relations["issuer"]) & set(issuers)
        }
        scope.add(
            Condition("with-act", {"acts": sorted(issued) or ["urn:none"]}, asked.agencies[0][0].text),
            lambda point: point.has("legal", issued),
        )
    if asked.has("common", "shared") and focus.noun != "province":
        return _shared(question)
    chosen = choose(question, scope, topic, many=True)
    if focus.what == "exists":
        return exists(question, scope, chosen, "bases")
    if chosen is None:
        if focus.what == "province" and focus.negative:
            return propose(
                question, "provinces", scope, Chosen([], tuple(scope.conditions), 1.0), aggregate="without"
            )
        return None
    if asked.has("most", "least") and focus.noun in ("plan", "province"):
        return propose(
            question, "provinces", scope, chosen, aggregate="most" if asked.has("most") else "least"
        )
    if focus.what == "province" or (asked.acts and focus.noun == "plan"):
        if focus.what == "count" or (
            focus.noun == "province" and asked.has("how-many") and not asked.has("which-before")
        ):
            return propose(question, "provinces", scope, chosen, aggregate="count")
        aggregate: Aggregate = "without" if focus.negative else "list"
        return propose(question, "provinces", scope, chosen, aggregate=aggregate)
    if focus.what == "count":
        show = "provinces" if focus.noun in ("province", "plan") else "bases"
        return propose(
            question,
            show,
            scope,
            chosen,
            aggregate="count-each" if asked.has("every") and not asked.provinces else "count",
        )
    if focus.what == "agency" and asked.has("issued", "issuer"):
        return propose(question, "bases", scope, chosen)
    return propose(question, "bases", scope, chosen, extra=extra)


def _types(question: Question) -> list[str]:
    """The types of acts that are asked for ("which circular")."""
    if question.focus.noun != "legal":
        return []
    which = question.asked.cue("which-before", "which-after", "how-many", "list")
    acts_named = question.asked.all("noun-act")
    if which is not None:
        acts_named = sorted(acts_named, key=lambda cue: abs(cue.first - which.first))[:1]
    said = {fold(cue.text) for cue in acts_named}
    names = {
        name.removeprefix("act-")
        for name, forms in question.lexicon.lists.items()
        if name.startswith("act-") and said.intersection(forms)
    }
    acts = question.vocabulary.of_kind("legal")
    return sorted({kind for act in acts if (kind := act.one("type")) and kind.rsplit("/", 1)[-1] in names})


def _shared(question: Question) -> Result:
    """The acts that plans of several provinces stand on."""
    points = [point for point in question.vocabulary.points.values() if point.kind == "legal-basis"]
    provinces = {point.province for point in question.vocabulary.points.values()}
    places: dict[str, set[str]] = {}
    for point in points:
        for act in point.relations["legal"]:
            places.setdefault(act, set()).add(point.province)
    wanted = set(question.asked.provinces)
    if len(wanted) > 1:
        acts = {act for act, found in places.items() if wanted <= found}
    elif question.asked.has("shared"):
        acts = {act for act, found in places.items() if found == provinces}
    else:
        acts = {act for act, found in places.items() if len(found) > 1}
    if not acts:
        return None
    aggregate: Aggregate = "count" if question.focus.what == "count" else "list"
    conditions = (Condition("act", {"acts": sorted(acts)}),)
    form = Form(shows()["acts"], question.asked.language, conditions=conditions, aggregate=aggregate)
    chosen = tuple(point for point in points if point.has("legal", acts))
    return Proposal(form, chosen)
