"""Acts that go by what they set up and not by a number: "when was the national programme approved?"."""

from dataclasses import replace

from qpgraph.ask.planning.question import Question
from qpgraph.ask.vocabulary import Thing
from qpgraph.ask.words.words import keys
from qpgraph.search.text import fold

__all__ = ["with_described"]

_NOT_OF_ACTS = ("noun-task", "noun-target", "noun-step", "noun-duty", "noun-budget", "noun-report", "report")


def with_described(question: Question) -> Question:
    """The question with the act that its words describe as one named; as it is, where they describe none."""
    asked = question.asked
    if asked.acts or asked.plans or asked.agencies or asked.refs or asked.has(*_NOT_OF_ACTS):
        return question
    asks = asked.has("issued", "issuer") or (asked.has("noun-act") and question.focus.noun == "legal")
    terms = [term for term in question.topic.terms if fold(term.text) not in _SMALL]
    said = {key for term in terms for key in term.typed}
    heads = [head for head in _HEADS if f" {head} " in f" {question.folded} "]
    whole = bool(_ALONE & set(heads)) and not asked.provinces
    if not asks or not heads or not (terms or whole):
        return question
    acts = question.vocabulary.of_kind("legal")
    found = [act for act in acts if _is_described(act, heads, said, whole=whole)]
    if len(found) != 1:
        return question
    act = found[0].iri
    words = ", ".join(term.text for term in terms) or heads[0]
    named = replace(asked, acts=[act], used={**asked.used, act: words})
    return replace(question, asked=named, topic=question.topic.without(*(t.text for t in terms)))


_HEADS = ("programme", "program", "scheme", "master plan", "chuong trinh", "de an", "ke hoach tong the")
"""What an act sets up, at the beginning of its title."""
_SMALL = frozenset(("duyet", "phe duyet", "approved", "approve"))


_BEGINS = 2
_ALONE = frozenset(("master plan", "ke hoach tong the"))
"""What one act only sets up: nothing more need be said of it."""


def _is_described(act: Thing, heads: list[str], said: set[str], *, whole: bool) -> bool:
    """Whether an act's title begins with what is asked about and has all the words said of it."""
    titles = list(act.label.values())
    begins = any(
        head in " ".join(fold(title).split()[: max(len(head.split()), _BEGINS)])
        for head in heads
        for title in titles
    )
    words = {key for title in titles for key in keys(title)} | {key for head in heads for key in keys(head)}
    more = said - {key for head in heads for key in keys(head)}
    return begins and said <= words and (bool(more) or whole)
