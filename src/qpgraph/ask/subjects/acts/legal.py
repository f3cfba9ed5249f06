"""Legal bases of plans, and the acts that plans share."""

# A decision returns where it is made.
# ruff: noqa: PLR0911, PLR0912

from collections.abc import Sequence
from dataclasses import replace

from qpgraph.ask.planning.form import Aggregate, Condition, Form, shows
from qpgraph.ask.planning.picking import Chosen, propose
from qpgraph.ask.planning.question import Proposal, Question, Refusal
from qpgraph.ask.planning.scope import Scope
from qpgraph.ask.reading.asked import Asked
from qpgraph.ask.subjects.acts.acts import acts_scope, acts_topic, asks_party_plan, chosen_bases, types_asked
from qpgraph.ask.subjects.acts.described import heads_asked, of_own_matter
from qpgraph.ask.subjects.acts.shared_acts import shared_acts
from qpgraph.ask.subjects.choosing import Result, exists
from qpgraph.ask.vocabulary import Point
from qpgraph.ask.words.words import OR, keys
from qpgraph.search.text import fold

__all__ = ["bases"]

_ASKING = ("which-before", "which-after", "who", "where", "how-many")


def bases(question: Question) -> Result:
    """Legal bases of plans, and the plans that stand on an act."""
    asked, focus = question.asked, question.focus
    cited = focus.what == "agency" and asked.has("noun-act") and asked.has("based-on", "noun-plan")
    if asked.has("noun-funding-source", "noun-audience") and not (asked.acts or _which_act(question)):
        return None
    cited = cited or asks_party_plan(question) or _describes(question) or _rests_on_what(question)
    cited = cited or (asked.has("based-on") and bool(heads_asked(question)))
    if asked.has("report") and asked.has("twice") and not asked.acts:
        return None
    if not (asked.acts or asked.has("noun-legal") or focus.noun == "legal" or cited) or asked.has(
        "noun-task", "noun-duty"
    ):
        return None
    asking = focus.what == "exists" or asked.has(*_ASKING)
    proposed = asked.has("proposer") and focus.what == "agency" and not asked.has("issuer")
    if proposed or (asked.acts and asked.has("issued") and not asking):
        return None
    if focus.what == "province" and not asked.acts and _says_only_papers(question):
        return None
    if asked.acts and (focus.what in ("time", "value") or asked.has("noun-step", "lead", "coordinate")):
        return None
    if asked.has("signer", "signer-role") and not asked.has("issuer", "issued", "when", "deadline"):
        said = ", ".join(cue.text for cue in asked.all("signer", "signer-role") if cue.text)
        return Refusal("not-covered", {"words": said})
    if asked.acts and asked.has("in-force"):
        return Refusal("not-heeded")
    if (shared := shared_acts(question)) is not None:
        return shared
    question = _less_rank(question)
    scope = acts_scope(question)
    chosen = chosen_bases(question, scope)
    if chosen is not None and _of_documents(question):
        return _documents(question)
    each = asked.has("every") and not (asked.provinces or {"any", "nao"} & {*question.folded.split()})
    if focus.what == "exists" and chosen is not None and each:
        return propose(question, "provinces", scope, chosen, aggregate="everywhere")
    if focus.what == "exists":
        return exists(question, scope, chosen, "bases")
    if chosen is None:
        return _none(question, scope)
    chosen = of_own_matter(question, chosen)
    if asked.has("most", "least") and focus.noun in ("plan", "province"):
        most: Aggregate = "most" if asked.has("most") else "least"
        return propose(question, "provinces", scope, chosen, aggregate=most)
    titled = any({"gi", "what"} & set(fold(cue.text).split()) for cue in asked.all("title"))
    if asked.acts and focus.what == "province" and titled:
        return Refusal("not-heeded")
    typed = bool(types_asked(question)) and not asks_party_plan(question)
    if focus.what == "province" or (focus.noun == "plan" and (asked.acts or typed)):
        return _provinces(question, scope, chosen)
    if focus.what == "count":
        show = "provinces" if focus.noun in ("province", "plan") else "bases"
        each = asked.has("every") and not asked.provinces and show == "bases"
        return propose(question, show, scope, chosen, aggregate="count-each" if each else "count")
    if fact := _fact(question):
        return _of_acts(question, chosen, fact)
    alone = asked.has("only") and len({point.province for point in chosen.points}) == 1
    extra = [Condition("only-act", {}, ", ".join(cue.text for cue in asked.all("only")))] if alone else []
    return propose(question, "bases", scope, chosen, extra=extra)


def _which_act(question: Question) -> bool:
    """Whether an act of some type is asked for first: "which circular … rules that apply to funding"."""
    acts, others = question.asked.all("noun-act"), question.asked.all("noun-funding-source", "noun-audience")
    return question.focus.noun == "legal" and bool(acts) and acts[0].first < others[0].first


_PAPERS = frozenset(("van ban", "cac van ban", "document", "documents"))


def _says_only_papers(question: Question) -> bool:
    """Whether a "document" is only the plan that speaks of a standard: "whose document has no ISO 22000"."""
    said = {fold(cue.text) for cue in question.asked.all("noun-legal", "noun-act")}
    return said <= _PAPERS and any(term.standards for term in question.topic.terms)


def _less_rank(question: Question) -> Question:
    """The question without the words that call the acts named central, where they are ("the national …")."""
    acts = [question.vocabulary.things[act] for act in question.asked.acts]
    if not acts or not all("/agency/viet-nam/" in (act.one("issuer") or "") for act in acts):
        return question
    central = question.lexicon.lists["of-centre"]
    said = [term.text for term in question.topic.terms if fold(term.text) in central]
    return replace(question, topic=question.topic.without(*said))


def _rests_on_what(question: Question) -> bool:
    """Whether it is asked what a plan rests on, or what an agency issued, and no noun says "document"."""
    asked, focus = question.asked, question.focus
    titles = [keys(name) for plan in question.vocabulary.of_kind("plan") for name in plan.label.values()]
    own = {word for title in titles for word in title}
    if focus.what != "list" or focus.negative or asked.acts or asked.refs:
        return False
    if any(not set(term.typed) <= own for term in question.topic.terms):
        return False
    which = asked.has("which-after", "which-before", "list")
    named = bool(asked.plans or asked.provinces) or (asked.has("shared") and asked.has("noun-plan"))
    resting = asked.has("based-on") and named and not asked.agencies
    if resting and which and focus.noun in (None, "plan"):
        return True
    offices = {office for _, offices in asked.agencies for office in offices}
    acts = question.vocabulary.of_kind("legal")
    issued = asked.has("issued") and any(act.one("issuer") in offices for act in acts)
    return issued and which and focus.noun is None


def _describes(question: Question) -> bool:
    """Whether an act is described by its type and asked for what it is, or for who stands on it."""
    asked = question.asked
    if asked.plans or not types_asked(question):
        return False
    facts = question.focus.what == "time" and asked.has("issued")
    return facts or asked.has("based-on") or (asked.has("number") and question.focus.noun == "legal")


def _of_documents(question: Question) -> bool:
    """Whether plans are asked for as documents, of which a province may have two."""
    asked = question.asked
    said = {word.folded for word in asked.words} & {"document", "documents", "ban", "lieu"}
    plans = question.focus.noun == "plan" and question.focus.what == "list"
    return bool(asked.acts) and plans and (bool(said) or question.focus.negative)


def _documents(question: Question) -> Proposal:
    """The plans that stand on the act named, or those that don't."""
    things = question.vocabulary.of_kind("plan")
    acts = list(question.asked.acts)
    words = ", ".join(question.asked.used[act] for act in acts)
    negative = question.focus.negative
    piece = "not-standing-on" if negative else "standing-on"
    conditions = (
        Condition("plan", {"plans": [plan.iri for plan in things]}),
        Condition(
            piece, {"acts": acts}, ", ".join([words, *(cue.text for cue in question.asked.all("not"))])
        ),
    )
    return Proposal(Form(shows()["plans"], question.asked.language, conditions=conditions))


def _none(question: Question, scope: Scope) -> Result:
    """No act of the kind: for those provinces that lack it an answer, else none."""
    if question.focus.what == "province" and question.focus.negative:
        none = Chosen([], tuple(scope.conditions), 1.0)
        return propose(question, "provinces", scope, none, aggregate="without")
    if question.asked.acts and question.asked.has("based-on", "noun-legal"):
        return Refusal("empty")
    if not types_asked(question) or question.focus.what == "time":
        return None
    words = [term.text for term in acts_topic(question).terms]
    words += [mention.text for mention, _ in question.asked.agencies]
    return Refusal("no-match", {"words": ", ".join(words)}) if words else Refusal("empty")


def _provinces(question: Question, scope: Scope, chosen: Chosen) -> Proposal:
    asked, focus = question.asked, question.focus
    counted = focus.noun == "province" and asked.has("how-many") and not asked.has("which-before")
    if focus.what == "count" or counted:
        return propose(question, "provinces", scope, chosen, aggregate="count")
    if not focus.negative and (standing := _on_each_act(asked, chosen.points)) is not None:
        words = ", ".join(asked.used[act] for act in asked.acts)
        named = Condition("these", {"points": sorted(point.iri for point in standing)}, words)
        chosen = Chosen(standing, (*scope.conditions, named), 1.0)
    return propose(question, "provinces", scope, chosen, aggregate="without" if focus.negative else "list")


def _on_each_act(asked: Asked, points: Sequence[Point]) -> list[Point] | None:
    """The legal bases of the plans that stand on each of several acts; `None` where one is enough."""
    called: dict[str, set[str]] = {}
    for act in asked.acts:
        called.setdefault(asked.used[act], set()).add(act)
    if len(called) < 2 or OR & {word.folded for word in asked.words}:
        return None
    cited: dict[str, set[str]] = {}
    for point in points:
        cited.setdefault(point.plan, set()).update(point.relations.get("legal", ()))
    whole = {plan for plan, acts in cited.items() if all(acts & each for each in called.values())}
    return [point for point in points if point.plan in whole] or None


def _fact(question: Question) -> str | None:
    """The fact that is asked for of an act that is only described."""
    asked, focus = question.asked, question.focus
    if focus.what == "agency" or (asked.has("issuer") and not asked.agencies):
        return "issuer"
    dated = any(cue.text.casefold() not in ("date of",) for cue in asked.all("issued"))
    if dated and (focus.what == "time" or asked.has("when", "deadline")):
        return "date"
    return None


def _of_acts(question: Question, chosen: Chosen, fact: str) -> Proposal:
    acts = sorted({act for point in chosen.points for act in point.relations["legal"]})
    words = ", ".join(condition.words for condition in chosen.conditions if condition.words)
    conditions = (Condition("act", {"acts": acts}, words),)
    form = Form(shows()[f"act-{fact}"], question.asked.language, conditions=conditions)
    return Proposal(form, tuple(chosen.points), missing=fact)
