"""Words for numbers that mean something else where they stand: "number of", "than", "55 or 60"."""

from dataclasses import replace

from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.search.text import fold

__all__ = ["settle_numbers"]

_PAIR = 2
_OTHERWISE = ("noun-budget", "which-after", "which-before", "who", "noun-province")
_OF_DOCUMENT = 4
_LESS = frozenset(("fewer", "less", "lower", "smaller", "it", "thap", "nho"))
_MORE = frozenset(("more", "higher", "greater", "larger", "bigger", "nhieu", "cao", "lon"))
_BETWEEN = 5
_NEAR_NUMBER = 6


def settle_numbers(asked: Asked) -> None:
    """Settles what words for numbers ask for: how many there are, a document's number, a bound."""
    _drop_count(asked)
    _take_act_number(asked)
    _drop_quantity(asked)
    _join_comparison(asked)
    _drop_told_share(asked)
    _take_choice(asked)
    if asked.has("twice") and asked.has("report", "noun-report") and not asked.provinces:
        asked.numbers = [each for each in asked.numbers if each[1] != _PAIR]


def _drop_told_share(asked: Asked) -> None:
    """ "Percent of" right after a number asks for none, nor does "a resolution on how much is paid"."""
    after = {place + 1 for place, _ in asked.numbers}
    if asked.has("when"):
        after |= {place + 1 for place, word in enumerate(asked.words) if word.exact in ("on", "about")}
    asked.cues = [cue for cue in asked.cues if cue.name != "how-many" or cue.first not in after]


def _take_choice(asked: Asked) -> None:
    """Which of two numbers it is asks for the number: "is its target 55 or 60 percent", "55% hay 60%"."""
    either = asked.cue("either-number")
    asked.cues = [cue for cue in asked.cues if cue is not either]
    if either is None or len(asked.numbers) != _PAIR or asked.has(*_OTHERWISE):
        return
    said = " ".join(f"{number:g}" for _, number in asked.numbers)
    asked.cues = [cue for cue in asked.cues if not cue.name.startswith("yes-no")]
    first = asked.numbers[0][0]
    asked.cues += [replace(either, text=said), Cue("how-many", first, first, "or")]
    asked.numbers = []


def _drop_quantity(asked: Asked) -> None:
    """ "The number of" anything but a document is how many of it there are, and no document's number."""
    nouns = {cue.first for cue in asked.all("noun-plan", "noun-act", "noun-legal")}
    named = {mention.first for mention in asked.mentions if mention.is_a("plan", "legal")}
    places = [each for each in asked.mentions if each.is_a("province")]
    aside = {place for each in places for place in range(each.first, each.last + 1)}

    def counts(cue: Cue) -> bool:
        after = [place for place in range(cue.last + 1, len(asked.words)) if place not in aside]
        of = bool(after) and asked.words[after[0]].folded == "of"
        return of and not (nouns | named).intersection(after[1 : _OF_DOCUMENT + 1])

    asked.cues = [cue for cue in asked.cues if cue.name != "number" or not counts(cue)]


def _join_comparison(asked: Asked) -> None:
    """What is compared with a number across its noun is a bound: "fewer clubs than five", "ít … hơn 5"."""
    for place, _ in asked.numbers:
        than = place - 1
        if than < _BETWEEN - 3 or asked.words[than].folded not in ("than", "hon"):
            continue
        near = [
            at for at in range(max(than - _BETWEEN, 0), than - 1) if asked.words[at].folded in _LESS | _MORE
        ]
        if not near:
            continue
        name = "less-than" if asked.words[near[-1]].folded in _LESS else "more-than"
        gone = {near[-1], than, len(asked.words)}
        compared = ("higher", "lower", "more-than", "less-than")
        asked.cues = [cue for cue in asked.cues if cue.name not in compared or cue.first not in gone]
        asked.cues.append(Cue(name, than, than, asked.words[than].typed))


def _take_act_number(asked: Asked) -> None:
    """The "number of" one document is what it goes by, and no count ("number of the resolution")."""
    for cue in asked.all("how-many"):
        nouns = [
            noun
            for noun in asked.all("noun-act", "noun-plan", "noun-legal", "noun-task", "noun-target")
            if noun.first > cue.last
        ]
        first = min(nouns, key=lambda noun: noun.first, default=None)
        if first is None or fold(cue.text) not in ("number of", "the number of"):
            continue
        one = first.name in ("noun-act", "noun-plan") and not first.text.endswith("s")
        if one and first.first - cue.last <= _NEAR_NUMBER:
            asked.cues = [replace(each, name="number") if each == cue else each for each in asked.cues]


def _drop_count(asked: Asked) -> None:
    """ "The number of" what plans count is no document's number."""
    for cue in asked.all("number"):
        firsts = [topic.first for topic in asked.topics if topic.first > cue.last]
        nouns = [
            noun.first for noun in asked.all("noun-plan", "noun-act", "noun-legal") if noun.first > cue.last
        ]
        of = cue.last + 1 < len(asked.words) and asked.words[cue.last + 1].exact == "of"
        near = (
            bool(firsts) and min(firsts) - cue.last <= _NEAR_NUMBER and min(firsts) < min(nouns, default=999)
        )
        if of and near and fold(cue.text) == "the number":
            asked.cues.remove(cue)
