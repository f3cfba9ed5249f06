"""What a legal document that is named says of itself: date, issuer, type, title."""

from qpgraph.ask.planning.form import Condition, Form, shows
from qpgraph.ask.planning.question import Proposal, Question, Refusal
from qpgraph.ask.subjects.acts.acts import says_only_names
from qpgraph.ask.subjects.acts.described import with_described
from qpgraph.ask.subjects.choosing import Result
from qpgraph.ask.subjects.refusals import not_stated
from qpgraph.ask.words.words import OR, keys

__all__ = ["act", "precision"]


def act(question: Question) -> Result:
    """Facts of a legal document that is named."""
    described = with_described(question)
    only_described = described is not question
    question, asked = described, described.asked
    if not _is_of_act(question):
        return None
    dated = _is_dated(question)
    if asked.has("signer", "signer-role", "recipient") and not asked.has("issuer") and not dated:
        return _untold(question)
    if (wrong := _wrong_issuer(question)) is not None:
        return wrong
    which = only_described and question.focus.noun == "legal"
    show = "acts" if which else _act_fact(question, dated=dated)
    if show is None:
        return None
    named = Condition(
        "act", {"acts": asked.acts}, ", ".join([*(asked.used[act] for act in asked.acts), *_years(question)])
    )
    conditions = (named, *(precision(question) if show == "act-date" else ()))
    form = Form(shows()[show], asked.language, conditions=conditions)
    return Proposal(form, missing=show.removeprefix("act-"))


def _years(question: Question) -> list[str]:
    """The years that the question tells with an act, and that are those of its date."""
    things = question.vocabulary.things
    dated = {(things[act].one("date") or "")[:4] for act in question.asked.acts}
    return [str(year) for _, year in question.asked.years if str(year) in dated]


def _is_dated(question: Question) -> bool:
    """Whether the date of an act is asked for: when it was signed is when it was issued, but not by whom."""
    asked = question.asked
    if asked.has("issued"):
        return True
    person = any({"who", "ai", "whose", "nguoi", "ten"} & set(keys(cue.text)) for cue in asked.all("signer"))
    signed = asked.has("signer") and asked.has("day-asked")
    return (asked.has("when", "deadline") or signed) and not person


def _wrong_issuer(question: Question) -> Refusal | None:
    """An agency that is named as the one who issued an act, and did not."""
    asked, things = question.asked, question.vocabulary.things
    if not asked.agencies or _either(question):
        return None
    issuers = {issuer for act in asked.acts for issuer in things[act].relations["issuer"]}
    wrong = [mention.text for mention, offices in asked.agencies if not issuers & set(offices)]
    return Refusal("not-covered", {"words": ", ".join(wrong)}) if wrong else None


def _either(question: Question) -> bool:
    """Whether it is asked which of two agencies it was ("the Politburo or the Secretariat")."""
    asked = question.asked
    joined = {asked.words[mention.first - 1].folded for mention, _ in asked.agencies if mention.first}
    joined |= {asked.words[mention.first - 2].folded for mention, _ in asked.agencies if mention.first > 1}
    return len(asked.agencies) > 1 and bool(joined & OR)


def _is_of_act(question: Question) -> bool:
    """Whether an act is asked about by its name, and nothing besides its own words is said."""
    asked, focus = question.asked, question.focus
    whose = asked.has("issuer", "whose")
    if not asked.acts or asked.has("proposer") or (asked.has("replace", "amend") and not whose):
        return False
    if (focus.what == "exists" and not _either(question)) or (focus.what == "province" and not whose):
        return False
    if asked.has("based-on") and asked.has("noun-province") and not asked.has("issuer"):
        return False
    if asked.has("noun-step", "noun-task", "noun-target", "noun-measure", "lead", "coordinate", "report"):
        return False
    return says_only_names(question, asked.acts)


def _act_fact(question: Question, *, dated: bool) -> str | None:
    """What of an act is asked for."""
    asked = question.asked
    if asked.has("issuer", "who", "whose") or question.focus.what == "agency" or _either(question):
        return "act-issuer"
    if dated:
        return "act-date"
    if asked.has("document-type"):
        return "act-type"
    citing = asked.has("based-on") and not asked.has("title", "definition")
    return None if citing or _of_others(question) or not asked.has(*_TELLING) else "act-title"


_TELLING = ("title", "definition", "which-before", "which-after", "what-for", "noun-legal", "noun-scope")


def _untold(question: Question) -> Refusal:
    """Who signed a legal document is not on record."""
    return not_stated(question, "signer", ", ".join(question.asked.used[act] for act in question.asked.acts))


def precision(question: Question) -> tuple[Condition, ...]:
    """That a date has its day, or its month, where these are asked for."""
    if question.asked.has("day-asked"):
        return (Condition("with-day"),)
    return (Condition("with-month"),) if question.asked.has("month-asked") else ()


def _of_others(question: Question) -> bool:
    """Whether the act is only what something else is asked by."""
    asked, focus = question.asked, question.focus
    return (
        (focus.noun == "legal" and asked.has("noun-act", "noun-legal"))
        or focus.noun in ("plan", "province")
        or (asked.has("noun-plan") and asked.has("based-on"))
        or focus.what in ("count", "value")
    )
