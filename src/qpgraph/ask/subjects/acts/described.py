"""Acts that go by what they set up and not by a number: "when was the national programme approved?"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from qpgraph.ask.planning.picking import Chosen
from qpgraph.ask.planning.question import Question
from qpgraph.ask.subjects.choosing import these
from qpgraph.ask.vocabulary import Point, Thing
from qpgraph.ask.words.words import keys
from qpgraph.search.text import fold

__all__ = ["heads_asked", "of_own_matter", "with_described"]

_NOT_OF_ACTS = ("noun-task", "noun-target", "noun-step", "noun-duty", "noun-budget", "noun-report", "report")


def with_described(question: Question) -> Question:
    """The question with the act that its words describe as one named; as it is, where they describe none."""
    asked = question.asked
    if asked.acts or asked.plans or asked.agencies or asked.refs or asked.has(*_NOT_OF_ACTS):
        return question
    asks = asked.has("issued", "issuer") or (asked.has("noun-act") and question.focus.noun == "legal")
    small = _SMALL.union(question.lexicon.lists["of-centre"])
    terms = [term for term in question.topic.terms if fold(term.text) not in small]
    said = {key for term in terms for key in term.typed}
    typed = " ".join(word.folded for word in asked.words)
    heads = [head for head in _HEADS if f" {head} " in f" {typed} "]
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
    return replace(
        question, asked=named, topic=question.topic.without(*(term.text for term in question.topic.terms))
    )


_HEADS = ("programme", "program", "scheme", "master plan", "chuong trinh", "de an", "ke hoach tong the")
"""What an act sets up, at the beginning of its title."""
_SMALL = frozenset(("duyet", "phe duyet", "approved", "approve"))


_BEGINS = 2
_ALONE = frozenset(("master plan", "ke hoach tong the"))
"""What one act only sets up: nothing more need be said of it."""


def _is_described(act: Thing, heads: list[str], said: set[str], *, whole: bool) -> bool:
    """Whether an act's title begins with what is asked about and has all the words said of it."""
    titles = list(act.label.values())
    begins = any(_begins(title, head) for head in heads for title in titles)
    words = {key for title in titles for key in keys(title)} | {key for head in heads for key in keys(head)}
    more = said - {key for head in heads for key in keys(head)}
    return begins and said <= words and (bool(more) or whole)


def _begins(title: str, head: str) -> bool:
    return head in " ".join(fold(title).split()[: max(len(head.split()), _BEGINS)])


_PARTS = re.compile(r", | and | và ")


def of_own_matter(question: Question, chosen: Chosen) -> Chosen:
    """Of the acts chosen by one matter those that are about it, if others only list it with more.

    ("Which decision on metrology": a scheme for it, and no plan for "standards, metrology and quality".)
    """
    terms, asked = question.topic.terms, question.asked
    things = question.vocabulary.things
    if heads := heads_asked(question):
        setting = [act.iri for act in question.vocabulary.of_kind("legal") if _sets_up(act, heads)]
        return _only(chosen, [point for point in chosen.points if point.has("legal", setting)])
    nouns = [cue for cue in asked.all("noun-act") if cue.text]
    many = asked.has("list", "how-many") or any(cue.text.endswith("s") for cue in nouns)
    if len(terms) != 1 or not nouns or many:
        return chosen
    themes = [name for theme in terms[0].themes for name in things[theme].names]
    names = {" ".join(keys(name)) for name in (*themes, terms[0].text)}

    def lists(point: Point) -> bool:
        titles = [title for act in point.relations["legal"] for title in things[act].label.values()]
        return any(" ".join(keys(part)) in names for title in titles for part in _PARTS.split(title))

    return _only(chosen, [point for point in chosen.points if not lists(point)])


def heads_asked(question: Question) -> list[str]:
    """What the acts asked for set up: "which programme", "đề án nào"."""
    words = [word.folded for word in question.asked.words]
    after = [" ".join(words[cue.last + 1 : cue.last + 2]) for cue in question.asked.all("which-after")]
    before = [
        " ".join(words[max(cue.first - 2, 0) : cue.first]) for cue in question.asked.all("which-before")
    ]
    return [head for head in (*after, *before) if head in _HEADS]


def _sets_up(act: Thing, heads: Sequence[str]) -> bool:
    return any(_begins(title, head) for title in act.label.values() for head in heads)


def _only(chosen: Chosen, own: Sequence[Point]) -> Chosen:
    """Those of the points chosen, if there are any."""
    if not own or len(own) == len(chosen.points):
        return chosen
    words = ", ".join(each.words for each in chosen.conditions if each.piece == "these")
    rest = [each for each in chosen.conditions if each.piece != "these"]
    return Chosen(list(own), (*rest, replace(these(own), words=words)), chosen.score)
