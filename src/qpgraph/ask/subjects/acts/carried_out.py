"""Which act another one, or a plan, carries out: as far as the titles say so."""

from qpgraph.ask.planning.form import Aggregate, Condition, Form, shows
from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.ask.subjects.acts.acts import is_of_party, says_only_names, types_asked
from qpgraph.ask.subjects.choosing import Result
from qpgraph.ask.vocabulary import Thing
from qpgraph.search.text import fold

__all__ = ["carried_out"]

_NOT_OF_ACTS = (
    "noun-task",
    "noun-target",
    "noun-step",
    "noun-duty",
    "coordinate",
    "report",
    "noun-budget",
)
_OF_DOCUMENTS = ("legal", "plan", "province", None)


def carried_out(question: Question) -> Result:
    """The acts that the documents named carry out, or those that carry out the act named."""
    asked, focus = question.asked, question.focus
    if (
        not asked.has("carries-out")
        or asked.has(*_NOT_OF_ACTS)
        or any(not fold(cue.text).startswith("carr") for cue in asked.all("lead"))
    ):
        return None
    party = _of_party(question)
    if focus.what not in ("list", "count", "time") and not party:
        return None
    # A plan is also named where only its province is, "in Đồng Nai".
    named = asked.acts or asked.plans
    known = focus.noun in _OF_DOCUMENTS or party
    if len(named) != 1 or not known or not says_only_names(question, [*asked.acts, *asked.plans]):
        return None
    ahead, back = _aims(question, named[0]), _doers(question, named[0])
    if not _asks_number(question):
        return None
    found = back if (back and not ahead) or (back and _is_object(question, named[0])) else ahead
    return _told(question, named[0], found) if found else None


def _of_party(question: Question) -> bool:
    """Whether a document of the Party is asked for, and not an agency."""
    party = question.lexicon.lists["of-party"]
    said = {fold(cue.text) for cue in question.asked.all("noun-agency")}
    documents = question.asked.has("noun-legal", "noun-act", "noun-plan")
    documents = documents or bool({"document", "documents", "text", "act"} & set(question.folded.split()))
    return bool(said.intersection(party)) and documents


def _asks_number(question: Question) -> bool:
    """Whether a document is asked for."""
    asked, focus = question.asked, question.focus
    named = focus.noun in ("legal", "plan") or _of_party(question)
    return named or asked.has("number") or bool(types_asked(question))


def _numbers(thing: Thing) -> list[str]:
    """The numbers that a document goes by."""
    return [name for name in thing.names if "/" in name or ("-" in name and any(map(str.isdigit, name)))]


def _aims(question: Question, document: str) -> list[str]:
    """The acts whose numbers a document's title has."""
    things = question.vocabulary.things
    title = f" {fold(things[document].name('vi'))} "
    acts = question.vocabulary.of_kind("legal")
    found = [act.iri for act in acts if act.iri != document and _in_title(act, title)]
    return _of_type(question, found)


def _in_title(act: Thing, title: str) -> bool:
    return any(f" {fold(name)}" in title for name in _numbers(act) if " " not in name)


def _doers(question: Question, act: str) -> list[str]:
    """The acts and plans whose titles have an act's number."""
    things = question.vocabulary.things
    thing = things[act]
    others = [*question.vocabulary.of_kind("legal"), *question.vocabulary.of_kind("plan")]
    found = [
        other.iri for other in others if other.iri != act and _in_title(thing, f" {fold(other.name('vi'))} ")
    ]
    found = _of_issuer(question, _of_type(question, found))
    dates = {iri: things[iri].one("date") or "" for iri in found}
    found = [iri for iri in found if all(dates[iri].startswith(day) for day in question.asked.dates)]
    return [iri for iri in found if not _of_party(question) or is_of_party(things[iri])]


def _of_type(question: Question, found: list[str]) -> list[str]:
    """Those of the type that is asked for, if one is."""
    things, types = question.vocabulary.things, types_asked(question)
    return [iri for iri in found if not types or things[iri].one("type") in types]


def _of_issuer(question: Question, found: list[str]) -> list[str]:
    """Those that the agencies named issued, in the provinces named."""
    things, asked = question.vocabulary.things, question.asked
    offices = {office for _, offices in asked.agencies for office in offices}
    kept = [iri for iri in found if not offices or things[iri].one("issuer") in offices]
    return (
        [iri for iri in kept if things[iri].one("province") in (*asked.provinces, None)]
        if asked.provinces
        else kept
    )


def _is_object(question: Question, named: str) -> bool:
    """Whether the document named stands after the verb: then what carries it out is asked for."""
    verb = question.asked.cue("carries-out")
    text, used = question.folded, fold(question.asked.used.get(named, ""))
    pattern = question.lexicon.patterns["carries-out"]
    places = [match.start() for each in pattern if (match := each.search(text))]
    return verb is not None and bool(places) and min(places) < text.find(used)


def _told(question: Question, named: str, found: list[str]) -> Proposal:
    things = question.vocabulary.things
    acts = sorted(iri for iri in found if things[iri].kind == "legal")
    plans = sorted(iri for iri in found if things[iri].kind == "plan")
    aggregate: Aggregate = "count" if question.focus.what == "count" else "list"
    words = ", ".join([question.asked.used.get(named, ""), *question.asked.dates])
    piece, slot, show = ("act", "acts", "acts") if acts else ("plan", "plans", "plans")
    condition = Condition(piece, {slot: acts or plans}, words)
    return Proposal(
        Form(shows()[show], question.asked.language, conditions=(condition,), aggregate=aggregate)
    )
