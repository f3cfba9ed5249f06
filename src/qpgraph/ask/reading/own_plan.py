"""Which of a province's plans is meant: by words that only its title has; and years that only date it."""

from qpgraph.ask.reading.asked import Asked
from qpgraph.ask.vocabulary import Thing, Vocabulary
from qpgraph.ask.words.framing import plan_named
from qpgraph.ask.words.words import keys

__all__ = ["drop_own_year", "plan_by_title"]

_NEAR = 3


def plan_by_title(asked: Asked, vocabulary: Vocabulary, plans: list[Thing]) -> list[str]:
    """The one plan whose title alone has some of the words beside the word for a plan; else none."""
    said = {asked.words[place].key for place in plan_named(asked.words, asked.mentions, vocabulary)}
    titles = [{word for name in plan.label.values() for word in keys(name)} for plan in plans]
    own = [
        said & title - {word for other in titles if other is not title for word in other} for title in titles
    ]
    found = [
        plan.iri for plan, words in zip(plans, own, strict=True) if any(len(word) > _NEAR for word in words)
    ]
    return found if len(found) == 1 else []


def drop_own_year(asked: Asked, vocabulary: Vocabulary) -> None:
    """Takes out a year that only says when the plan named was issued ("Decision 1295 of 2025")."""
    dates = {(vocabulary.things[plan].one("date") or "")[:4] for plan in asked.plans}
    named = {used for iri, used in asked.used.items() if iri in asked.plans}
    ends = [
        place
        for place, word in enumerate(asked.words)
        if word.folded in named
        or any(mention.is_a("plan") and mention.first <= place <= mention.last for mention in asked.mentions)
    ]
    asked.years = [
        (place, year)
        for place, year in asked.years
        if str(year) not in dates or not any(0 < place - end <= _NEAR for end in ends)
    ]
