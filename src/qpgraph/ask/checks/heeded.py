"""Whether an answer heeds the relations that a question names: who signed, what is replaced, what is not."""

from collections.abc import Collection

from qpgraph.ask.planning.form import COMPARED
from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.ask.reading.asked import Cue
from qpgraph.ask.reading.counting import asks_both_ends
from qpgraph.ask.reading.role_questions import part_asked, shares_lead
from qpgraph.ask.reading.roles import left_out, only_gives
from qpgraph.ask.words.words import OR, keys
from qpgraph.search.text import fold

__all__ = ["unheeded"]

_DOCUMENT = ("plan", "act", "chang")
_CLASSES = {
    "report": ("Reporting",),
    "report-to": ("Reporting", "Duty"),
    "noun-report": ("Reporting",),
    "noun-step": ("ProcedureStep",),
    "noun-legal": ("LegalBasis",),
    "noun-funding-source": ("Provision", "BudgetItem", "BudgetTotal"),
    "noun-condition": ("Provision",),
    "noun-audience": ("Provision", "LegalBasis"),
    "noun-catalogue": ("CatalogueEntry",),
    "signer": (),
    "signer-role": (),
    "recipient": ("Reporting",),
}
"""What a word asks for, and the classes of points that have it; documents have all of it."""
_ROLES = {
    "lead": ("lead", "agent", "part", "actor", "reporter"),
    "coordinate": ("coordinate", "coordinator", "partner", "part"),
}
"""Roles, and what is in the names of the pieces and columns that take them up."""
_PLANS = frozenset(("van ban", "cac van ban", "tai lieu", "document", "documents"))
"""Words for legal documents that, where places are asked for, mean their plans."""
_VERBS = ("lead", "noun-funding-source", "noun-audience")
_SMALL = frozenset(("who", "ai", "by", "do"))
_ORDERS = ("most", "least", "higher", "lower", "earliest", "latest")
_ORDERED = ("best", "worst", "most", "least", "sum-most", "sum-least", "difference", "ratio")
_CHANGES = {"replace": "replaces", "amend": "amends"}


def unheeded(question: Question, proposal: Proposal) -> list[str]:
    """The words of a question that name a relation which the answer has nothing of."""
    cues = {cue.name: cue for cue in question.asked.cues if cue.text}
    if not proposal.points:
        said = " ".join(condition.words for condition in proposal.form.conditions)
        changes = [cues[name] for name in _CHANGES if name in cues]
        compared = [cues["compare"].text] if "compare" in cues and proposal.form.show.name == "plans" else []
        compared += _role_of_nobody(question, proposal)
        if "not" in cues and question.focus.negative and proposal.form.show.name.startswith("act-"):
            compared.append(cues["not"].text)
        return compared + [cue.text for cue in changes if not _heeds(proposal, cue) and cue.text not in said]
    if question.focus.what == "agency":
        cues.pop("noun-funding-source", None)
        asked = question.asked
        gone = [
            name
            for name in _ROLES
            if any(left_out(asked, cue) or only_gives(asked, cue) for cue in asked.all(name))
        ]
        cues = {name: cue for name, cue in cues.items() if name not in gone}
    if question.asked.agencies and shares_lead(question.asked):
        cues.pop("coordinate", None)
    if question.asked.has("noun-audience"):
        cues.pop("report-to", None)
    what, nobody = question.focus.what, not question.asked.agencies
    if (what == "time" and not question.asked.has("noun-agency")) or (what == "value" and nobody):
        cues = {name: cue for name, cue in cues.items() if name not in _ROLES}
    if nobody and what in ("list", "count", "exists", "time", "value"):
        cues = {name: cue for name, cue in cues.items() if not _is_weak(question, cue)}
    left = [cue.text for cue in cues.values() if not _heeds(proposal, cue) and not _says(proposal, cue)]
    left += _unordered(question, proposal)
    left += _role_of_nobody(question, proposal)
    left += _or_other(question, proposal)
    negation = cues.get("not")
    if (
        negation
        and question.focus.negative
        and not _denies(proposal)
        and not proposal.says(keys(negation.text), each=True)
    ):
        left.append(negation.text)
    return left


def _or_other(question: Question, proposal: Proposal) -> list[str]:
    """The word "or" between an agency and what is not read as one, where nobody's role is shown."""
    asked = question.asked
    if len(asked.agencies) != 1 or proposal.form.show.name in _SHOWN_ROLES or part_asked(asked):
        return []
    mention = asked.agencies[0][0]
    places = (mention.first - 1, mention.last + 1)
    said = [asked.words[place] for place in places if 0 <= place < len(asked.words) - 1]
    after = any(
        cue.first - mention.last == 2
        for cue in asked.all("lead", "coordinate", "not", "only", "yes-no-start")
    )
    return [word.exact for word in said if word.folded in OR and not after][:1]


_SHOWN_ROLES = ("leads", "coordinators", "agents", "parts", "duty-parts")


def _is_weak(question: Question, cue: Cue) -> bool:
    """Whether a word only says what plans do, as no agency is named ("lo", "assign", "aim at")."""
    return cue.name in _VERBS and fold(cue.text) in question.lexicon.lists["weak-roles"]


def _role_of_nobody(question: Question, proposal: Proposal) -> list[str]:
    """The word for a role where nobody is named, and points are listed that don't speak of it."""
    if question.asked.agencies or proposal.form.show.name not in _LISTED:
        return []
    cues = [cue for cue in question.asked.all("part") if fold(cue.text).endswith(_ROLE_WORDS)]
    return [cue.text for cue in cues if not _says(proposal, cue)][:1]


_LISTED = ("points", "plans", "provinces")
_ROLE_WORDS = ("vai tro", "role", "roles")


def _unordered(question: Question, proposal: Proposal) -> list[str]:
    """The word for the most or least where an answer is not ordered by anything."""
    one = len({point.iri for point in proposal.points}) == 1 and proposal.form.aggregate != "exists"
    compared = any(condition.piece in COMPARED for condition in proposal.form.conditions)
    if proposal.form.aggregate in _ORDERED or one or compared or _side_by_side(question, proposal):
        return []
    numbers = {place for place, _ in question.asked.numbers}
    cues = [
        cue
        for cue in question.asked.cues
        if cue.name in _ORDERS and not (cue.text and cue.last + 1 in numbers)
    ]
    return [cue.text or cue.name for cue in cues if not cue.text or not _says(proposal, cue)][:1]


def _side_by_side(question: Question, proposal: Proposal) -> bool:
    """Whether the number of each province named is shown ("mỗi nơi bao nhiêu"): who has more is seen."""
    places = [point.province for point in proposal.points]
    each = asks_both_ends(question.asked) or question.asked.has("by-province", "every", "how-many")
    alone = len(places) == len(set(places)) > 1
    return each and alone and proposal.form.show.name.startswith(("quantit", "output", "province-values"))


def _heeds(proposal: Proposal, cue: Cue) -> bool:
    form = proposal.form
    if cue.name in _CHANGES:
        changed = any(point.relations.get(_CHANGES[cue.name]) for point in proposal.points)
        return changed or form.show.name.startswith(_DOCUMENT)
    if cue.name in _ROLES:
        names = [
            form.show.name,
            *(piece for piece in form.show.pieces),
            *(each.piece for each in form.conditions if each.piece != "part-of-office"),
            *(str(each.values["roles"]) for each in form.conditions if each.piece == "with-role"),
        ]
        return any(role in name for name in names for role in _ROLES[cue.name])
    of_plans = form.show.key == "place" or "Reporting" in form.classes
    if cue.name == "noun-legal" and of_plans and fold(cue.text) in _PLANS:
        return True
    if cue.name in _CLASSES:
        return form.show.name.startswith(_DOCUMENT) or _meet(form.classes, _CLASSES[cue.name])
    return True


def _meet(one: Collection[str], other: Collection[str]) -> bool:
    return bool(one) and set(one) <= set(other)


def _says(proposal: Proposal, cue: Cue) -> bool:
    """Whether a point of the answer has the words themselves."""
    typed = [word for word in keys(cue.text) if word not in _SMALL]
    whether = cue.name == "lead" and proposal.form.aggregate == "exists"
    return proposal.says(typed, each=cue.name == "coordinate" or whether)


def _denies(proposal: Proposal) -> bool:
    """Whether an answer is about what is not."""
    form = proposal.form
    pieces = [condition.piece for condition in form.conditions]
    return form.aggregate in ("without", "exists", "denied", "everywhere") or any(
        piece.startswith(("without-", "only-", "never-")) for piece in pieces
    )
