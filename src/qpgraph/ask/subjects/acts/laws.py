"""Laws asked for by their kind: those that amend others, and those that no plan stands on."""

import re

from qpgraph.ask.planning.form import Aggregate, Condition, Form, shows
from qpgraph.ask.planning.picking import Chosen, propose
from qpgraph.ask.planning.question import Proposal, Question, Refusal
from qpgraph.ask.subjects.acts.acts import acts_scope, chosen_bases
from qpgraph.ask.subjects.choosing import Result, exists, has
from qpgraph.ask.words.words import keys
from qpgraph.search.text import fold

__all__ = ["amending_laws", "amending_too", "unknown_law"]

_NEAR = 3
_INCLUDED = re.compile(
    r"\b(?:inclu\w+|ke ca|gom ca|bao gom|tinh ca|lan (?:cac )?luat sua|as well as|along with|together with)\b"
)


def amending_laws(question: Question) -> Result:
    """Which amending laws there are, how many, and of when."""
    asked, focus = question.asked, question.focus
    if asked.acts or asked.has("noun-task", "lead", "coordinate") or not _are_asked(question):
        return None
    heads = question.lexicon.lists["amending-act"]
    acts = sorted(
        act.iri for act in question.vocabulary.of_kind("legal") if fold(act.name("vi")).startswith(heads)
    )
    words = ", ".join(cue.text for cue in asked.all("amend"))
    scope = acts_scope(question)
    scope.add(Condition("with-act", {"acts": acts}, words), has("legal", acts))
    chosen = chosen_bases(question, scope)
    if chosen is None:
        return None
    points = chosen.points
    if focus.what == "exists":
        return exists(question, scope, chosen, "bases")
    if focus.what == "province":
        return propose(
            question, "provinces", scope, chosen, aggregate="without" if focus.negative else "list"
        )
    if focus.what == "time" or asked.has("issued", "deadline"):
        found = sorted({act for point in points for act in point.relations["legal"]})
        condition = Condition("act", {"acts": found}, ", ".join(each.words for each in chosen.conditions))
        return Proposal(Form(shows()["act-date"], asked.language, conditions=(condition,)), tuple(points))
    aggregate: Aggregate = "count" if focus.what == "count" else "list"
    return propose(question, "bases", scope, chosen, aggregate=aggregate)


def _are_asked(question: Question) -> bool:
    """Whether the word for amending stands beside the word for a law."""
    laws = [
        cue for cue in question.asked.all("noun-act") if fold(cue.text) in question.lexicon.lists["act-luat"]
    ]
    return any(
        law.last < amend.first <= law.last + _NEAR or amend.last + 1 == law.first
        for law in laws
        for amend in question.asked.all("amend")
        if amend.text
    )


def amending_too(question: Question) -> bool:
    """Whether the amending laws are asked for besides the others: "laws, amending ones included"."""
    return bool(_INCLUDED.search(question.folded)) and _are_asked(question)


def unknown_law(question: Question) -> Result:
    """A law that is named ("Luật Doanh nghiệp") and that no plan stands on."""
    asked = question.asked
    if _is_strange(question) and not asked.acts and asked.has("based-on") and question.focus.what != "exists":
        return Refusal("empty")
    named = _law_named(question)
    if not named or asked.acts or asked.has("noun-task", "lead", "coordinate"):
        return None
    if question.focus.what != "exists" or not asked.has("based-on", "noun-legal"):
        return Refusal("no-match", {"words": named})
    scope = acts_scope(question)
    scope.add(Condition("with-act", {"acts": ["urn:none"]}, named), lambda point: False)
    return exists(question, scope, Chosen([], tuple(scope.conditions), 1.0), "bases")


def _is_strange(question: Question) -> bool:
    """Whether a law is named by a word that the graph doesn't know ("Luật Đấu thầu")."""
    words, text = question.asked.words, question.asked.text
    after = {cue.last + 1 for cue in question.asked.all("noun-act") if fold(cue.text) == "luat"}
    return any(text[words[place].start].isupper() for place in after.intersection(question.asked.unknown))


def _law_named(question: Question) -> str:
    """What follows the word for a law, if it is the name of none that the graph has; else nothing."""
    asked = question.asked
    laws = [act for act in question.vocabulary.of_kind("legal") if (act.one("type") or "").endswith("/luat")]
    titles = [{word for label in act.label.values() for word in keys(label)} for act in laws]
    for cue in asked.all("noun-act"):
        after = cue.last + 1
        if fold(cue.text) == "law" and after < len(asked.words) and asked.words[after].folded == "on":
            after += 1
        elif fold(cue.text) != "luat":
            continue
        for mention in asked.topics:
            if mention.first == after and not any(set(keys(mention.text)) <= title for title in titles):
                return f"{cue.text} {mention.text}"
    return ""
