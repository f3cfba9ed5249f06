"""Tasks, targets, measures, duties and outputs that meet conditions."""

# A decision returns where it is made.
# ruff: noqa: PLR0911

from collections.abc import Sequence
from dataclasses import replace

from qpgraph.ask.planning.form import Aggregate, Condition, Form, shows
from qpgraph.ask.planning.picking import Chosen, choose, propose
from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.ask.planning.role_tests import telling
from qpgraph.ask.planning.scope import Scope, base_scope
from qpgraph.ask.subjects.choosing import Result, numbers_of_tasks, percent, texts, with_numbers
from qpgraph.ask.subjects.plans.documents import plans
from qpgraph.ask.subjects.work.provinces import provinces
from qpgraph.search.text import fold

__all__ = ["groups", "lists", "more_conditions", "outputs"]


def outputs(question: Question) -> Result:
    """What a task is to bring forth."""
    if question.focus.noun != "output" and not (question.asked.has("noun-output") and question.asked.refs):
        return None
    scope = question.scope("task")
    scope.tests.append(lambda point: True)
    topic = question.topic.without(*texts(question, "san pham", "product", "products", "output", "outputs"))
    chosen = choose(question, scope, topic, many=False)
    if chosen is None:
        return None
    return propose(question, "output-texts", scope, chosen, missing="output")


def lists(question: Question) -> Result:
    """Tasks, targets, measures, duties that meet the conditions."""
    asked, focus = question.asked, question.focus
    if focus.what != "list":
        return None
    if focus.noun == "plan" and not asked.refs and not asked.agencies:
        found = _plan_list(question)
        if found is not None:
            return found
    if focus.noun in ("task-group", "measure-group"):
        return groups(question)
    if (ranked := _ranked(question)) is not None:
        return ranked
    question = replace(question, topic=question.beside_groups)
    order = _list_kinds(question)
    for kind in order:
        scope = question.scope(kind)
        more_conditions(question, scope)
        topic = question.topic
        chosen = choose(question, scope, topic, many=True)
        if chosen is None:
            continue
        unsaid = len(scope.conditions) == 0 or (
            asked.has("lead", "coordinate", "part") and not asked.agencies
        )
        if not topic and not asked.refs and unsaid and focus.noun is None:
            continue
        show = "quantities" if kind == "target" and _wants_number(question, chosen) else "points"
        if kind == "task" and asked.has("when") and not _untimed(chosen):
            show = "schedule"
        return propose(question, show, scope, chosen)
    return None


def groups(question: Question) -> Result:
    """The groups of tasks or measures, counted or listed; those within a group are not told apart."""
    focus = question.focus
    scope = base_scope(question.asked, (str(focus.noun),), question.vocabulary)
    scope.tests.append(lambda point: "." not in point.ref)
    chosen = choose(question, scope, question.topic, many=True)
    if chosen is None:
        return None
    aggregate: Aggregate = "count" if focus.what == "count" else "list"
    return propose(question, "points", scope, chosen, aggregate=aggregate)


def _ranked(question: Question) -> Result:
    """The task with the most agencies or standards, or the one that begins or ends first or last."""
    asked, focus = question.asked, question.focus
    if focus.noun not in ("task", "target", "measure", "duty") or asked.agencies:
        return None
    topic, show = question.topic, ""
    first, extreme = asked.has("earliest", "latest"), asked.has("most", "least")
    if first and focus.noun == "task":
        show = "task-ends" if asked.has("finish") else "task-starts"
    elif extreme and asked.has("noun-agency") and asked.has("lead", "coordinate"):
        show = "tasks-by-leads" if asked.has("lead") else "tasks-by-coordinators"
    elif extreme and asked.has("noun-standard"):
        show = "points-by-standards"
        topic = topic.without(*texts(question, "tieu chuan", "standards", "standard", "cong cu", "tools"))
    if not show:
        return None
    scope = question.scope(focus.noun)
    chosen = choose(question, scope, topic, many=True)
    if chosen is None:
        return None
    aggregate: Aggregate = "least" if asked.has("least") else "most"
    if first:
        aggregate = "worst" if asked.has("earliest") else "best"
    return propose(replace(question, topic=topic), show, scope, chosen, aggregate=aggregate)


def _plan_list(question: Question) -> Result:
    asked = question.asked
    if question.topic or question.focus.kinds:
        return provinces(replace(question, focus=replace(question.focus, what="province", noun="province")))
    conditions = (Condition("plan", {"plans": plans(question)}),)
    return Proposal(Form(shows()["plans"], asked.language, conditions=conditions))


def _duties(question: Question) -> bool:
    """Whether duties are meant, and not just "what does it do"."""
    return any(
        "trach nhiem" in fold(cue.text) or fold(cue.text).startswith(("dut", "respons"))
        for cue in question.asked.all("noun-duty")
    )


def _list_kinds(question: Question) -> list[str]:
    asked, focus = question.asked, question.focus
    if (
        asked.has("lead", "coordinate", "part")
        and asked.agencies
        and set(focus.kinds) <= {"duty"}
        and not _duties(question)
    ):
        return ["task", "duty"]
    if (
        asked.years
        and not (asked.agencies or asked.numbers)
        and not _duties(question)
        and set(focus.kinds) <= {"duty"}
    ):
        return ["task"]
    if focus.noun == "duty" or ("duty" in focus.kinds):
        return ["duty", "task"] if asked.agencies else ["duty"]
    if focus.noun == "task" and asked.agencies and not asked.has("lead", "coordinate", "part"):
        return ["task", "duty"]
    if focus.noun == "target" and asked.numbers and not question.topic:
        return ["target", "task"]
    if focus.noun in ("task", "target", "measure"):
        return [focus.noun]
    if focus.noun == "general-target":
        return ["target"]
    if focus.kinds:
        return list(focus.kinds)
    if asked.agencies:
        return ["duty", "task"]
    return ["target", "task", "measure", "duty"]


def _untimed(chosen: Chosen) -> bool:
    """Whether one of the tasks has no time: a list of times would leave it out."""
    times = ("start", "end", "recurrence", "condition")
    return not all(any(point.relations.get(name) for name in times) for point in chosen.points)


def _wants_number(question: Question, chosen: Chosen) -> bool:
    return (
        (bool(question.topic) or (question.percent and bool(question.asked.numbers)))
        and any(point.values for point in chosen.points)
        and len(chosen.points) <= 4
        and (question.asked.has("definition", "noun-target") or _is_indicator(question, chosen))
    )


def _is_indicator(question: Question, chosen: Chosen) -> bool:
    """Whether a question is only the name of what one target of each place counts: "TFP Đồng Nai?"."""
    asked, places = question.asked, [point.province for point in chosen.points]
    bare = not (asked.cues or asked.unknown or asked.years or asked.agencies or asked.numbers)
    return bare and set(asked.provinces) == set(places) and len(places) == len(set(places))


def more_conditions(question: Question, scope: Scope) -> None:
    """Recurrence, scope of targets, what is left out."""
    asked = question.asked
    if "task" in scope.kinds:
        names = [
            name
            for cue, name in (("annual", "annual"), ("once-only", "once"), ("on-request", "ad-hoc"))
            if asked.has(cue)
        ]
        if names and not any(each.piece.startswith("year") for each in scope.conditions):
            _recurring(question, scope, names)
        if asked.has("not") and not question.focus.yes_no and not asked.agencies:
            _left_out(question, scope)
    if asked.has("numeric"):
        _numeric(question, scope)
    if "target" in scope.kinds:
        _of_targets(question, scope)
    of_tasks = scope.kinds == ("task",) and numbers_of_tasks(question)
    if of_tasks or "target" in scope.kinds or ("target" in question.focus.kinds and not question.topic):
        with_numbers(question, scope)


_SPECIFIC = ("cu the", "specific")


def _of_targets(question: Question, scope: Scope) -> None:
    """General or specific targets, or those in percent."""
    asked, focus = question.asked, question.focus
    general = focus.noun == "general-target" or asked.has("noun-general-target")
    specific = any(word in fold(cue.text) for cue in asked.all("noun-target") for word in _SPECIFIC)
    if general != specific:
        kind = "general" if general else "specific"
        scope.add(
            Condition("with-scope", {"scopes": [kind]}, ""),
            lambda point: point.has("scope", [kind]),
        )
    if asked.has("percent-word") and focus.what in ("list", "count") and focus.noun == "target":
        scope.tests.append(percent)


def _recurring(question: Question, scope: Scope, names: Sequence[str]) -> None:
    """Done again in this way, or, after a "not", not done so ("không làm hằng năm")."""
    cues = question.asked.all("annual", "once-only", "on-request")
    nots = question.asked.all("not", "except")
    denied = any(0 < cue.first - no.last <= _BESIDE for no in nots for cue in cues)
    scope.add(
        Condition(
            "without-recurrence" if denied else "with-recurrence",
            {"recurrences": names},
            ", ".join(cue.text for cue in cues),
        ),
        lambda point: (
            denied
            != any(
                value.endswith(f"/{name}")
                for value in point.relations.get("recurrence", ())
                for name in names
            )
        ),
    )


_BESIDE = 2


_NUMBERLESS = ("khong", "without", "no ", "has no", "have no", "carry no")


def _numeric(question: Question, scope: Scope) -> None:
    """Whether a point states a number."""
    cue = question.asked.cue("numeric")
    words = cue.text if cue else ""
    if question.focus.negative or fold(words).startswith(_NUMBERLESS):
        scope.add(Condition("without-number", {}, words), lambda point: not point.values)
    else:
        scope.add(Condition("with-number", {}, words), lambda point: bool(point.values))


def _left_out(question: Question, scope: Scope) -> None:
    asked = question.asked
    if asked.has("when", "deadline"):
        scope.add(
            Condition("without-schedule", {}, ""),
            lambda point: not any(point.relations.get(name) for name in ("start", "end", "recurrence")),
        )
        return
    cues = sorted(asked.all("lead", "coordinate"), key=lambda cue: cue.first)
    denial = min((cue.first for cue in asked.all("not")), default=0)
    denied = {cue.name for cue in cues if cue.first > denial} or {cue.name for cue in cues}
    for name in dict.fromkeys(cue.name for cue in cues):
        piece = f"without-{name}" if name in denied else f"with-any-{name}"
        scope.add(Condition(piece), telling(name, wanted=name not in denied))
