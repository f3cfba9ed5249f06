"""Whether the numbers told count what "how many" goes with: clubs are no students, enterprises no labs."""

from collections.abc import Iterable

from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.ask.reading.asked import Cue
from qpgraph.ask.subjects.choosing import yearly
from qpgraph.ask.words.linking import Mention
from qpgraph.ask.words.words import words_of
from qpgraph.search.text import fold, has_diacritics

__all__ = ["miscounted"]

_ASKS = frozenset(("bao", "may", "how", "number", "luong"))
_FAR = 6
_GETTING = frozenset(("get", "receive", "claim", "earn", "obtain", "expect", "cost", "pay", "spend"))
"""Verbs at the end of a question by which "how much" asks for money."""


def miscounted(question: Question, proposal: Proposal) -> list[str]:
    """The words after "how many" that no number told counts; a share may be one of anything."""
    form, asked = proposal.form, question.asked
    units = {unit for point in proposal.points for unit in point.units}
    if "value" not in form.show.columns or form.aggregate != "list" or not units:
        return []
    if question.percent or any(unit.endswith("/percent") for unit in units):
        # A growth of so many percent a year is no number in total.
        grows = not question.percent and all(map(yearly, proposal.points))
        return [cue.text for cue in asked.all("total") if cue.text and grows][:1]
    money = [cue.text for cue in asked.all("how-many") if cue.text.casefold() == "how much"]
    if money and asked.words[-1].exact in _GETTING:
        return money
    cues = [cue for cue in asked.all("how-many") if _ASKS.intersection(fold(cue.text).split())]
    if cues and asked.words[0].exact == "sô1" and asked.words[1].folded != "lieu":
        cues.append(Cue("how-many", 0, 0, asked.words[0].exact))
    return [said for cue in cues if (said := _other_thing(question, cue, units))][:1]


def _other_thing(question: Question, cue: Cue, units: set[str]) -> str:
    """What a word for a number goes with, if it is none of the units and stands for none; else nothing."""
    asked, things = question.asked, question.vocabulary.things
    lists = question.lexicon.lists
    anything, ends = lists["counts-anything"], lists["counted-ends"]
    units_named = [name for unit in units if unit in things for name in things[unit].names]
    names = _words(units_named)
    if any(each in fold(name) for each in lists["people-by-trade"] for name in units_named):
        anything += tuple(word for each in lists["people"] for word in each.split())
    last, after = cue.last, len(asked.words)
    while last + 1 < min(after, cue.last + _FAR) and asked.words[last + 1].folded not in ends:
        last += 1
        if asked.words[last].after_break:
            last -= 1
            break
    places = range(cue.last + 1, last + 1)
    named = {
        place
        for mention in asked.mentions
        if mention.is_a("province", "plan", "place")
        for place in range(mention.first, mention.last + 1)
    }
    said = [asked.words[place] for place in places if place not in named]
    if not said or any(word.folded in anything for word in said):
        return ""
    plain = asked.language == "vi" and not has_diacritics(asked.text)
    if any(word.exact in names for word in said) or (plain and said[0].folded in map(fold, _bare(names))):
        return ""
    mentions = [mention for mention in asked.mentions if mention.first in places]
    if any(_names_unit(question, mention, units, names) for mention in mentions):
        return ""
    return asked.text[said[0].start : said[-1].end]


def _names_unit(question: Question, mention: Mention, units: set[str], names: set[str]) -> bool:
    """Whether a mention is one of the units, or has another word that is in the name of one."""
    lines = [question.lexicon.synonyms[int(number)] for number in mention.values("synonym")]
    things = question.vocabulary.things
    kinds = [things[iri].names for iri in mention.values("agency") if iri in things]
    others = _words(name for each in (*lines, *kinds) for name in each)
    return bool(units.intersection(mention.values("unit")) or others & names)


def _words(names: Iterable[str]) -> set[str]:
    """The words of names, with their marks: "viện" is no "viên"."""
    return {word.exact for name in names for word in words_of(name)}


def _bare(words: Iterable[str]) -> Iterable[str]:
    return (word.rstrip("12345") for word in words)
