"""Words that narrow or change what is asked in ways that no plan of the graph speaks of ("women", "penalty").

They stand in `lexicon/narrowing.yaml`. What the asker tells of themselves in a sentence of its own or as a
lead-in ("we make furniture", "bên tôi làm gạo, xin hỏi") narrows nothing.
"""

from itertools import pairwise

from qpgraph.ask.planning.question import Question
from qpgraph.ask.reading.asked import Asked
from qpgraph.ask.words.asking import SENTENCE
from qpgraph.search.text import has_diacritics

__all__ = ["asking_places", "narrowing_words"]

_LONGEST = 5
_NO_THINGS = ("cue", "stop")


def narrowing_words(question: Question) -> list[str]:
    """The words of the sentences that ask which narrow the question and are no part of a known name."""
    asked = question.asked
    toned = asked.language == "en" or has_diacritics(asked.text)
    known = question.lexicon.narrowing if toned else question.lexicon.narrowing_folded
    words = [word.exact if toned else word.folded for word in asked.words]
    asking = asking_places(asked) - asked.lead_in
    return [
        asked.text[asked.words[first].start : asked.words[first + size - 1].end]
        for first in range(len(words))
        for size in range(1, min(_LONGEST, len(words) - first) + 1)
        if tuple(words[first : first + size]) in known
        and first in asking
        and not _is_named(asked, first, first + size - 1)
    ]


def _is_named(asked: Asked, first: int, last: int) -> bool:
    """Whether a phrase is a part of what was read as a thing, or of a longer cue ("chips in", "kinh phí")."""
    return any(
        (mention.first < first <= mention.last < last and "noun-budget" in mention.values("cue"))
        or (
            mention.first <= first
            and last <= mention.last
            and (not mention.is_a(*_NO_THINGS) or mention.last - mention.first > last - first)
        )
        for mention in asked.mentions
    )


def asking_places(asked: Asked) -> set[int]:
    """The places of the words of the sentences that ask, by their mark; of all, if none does."""
    starts = {found.end() for found in SENTENCE.finditer(asked.text)}
    first = [place for place, word in enumerate(asked.words) if word.start in starts and place]
    ends = [0, *first, len(asked.words)]
    sentences = [range(first, last) for first, last in pairwise(ends)]
    asking = [each for each in sentences if "?" in _after(asked, each.stop - 1)]
    return {place for each in asking or sentences for place in each}


def _after(asked: Asked, place: int) -> str:
    """What stands between a word and the next one."""
    end = asked.words[place + 1].start if place + 1 < len(asked.words) else len(asked.text)
    return asked.text[asked.words[place].end : end]
