"""The words that only lead in or name a plan: "cho em hỏi", "the plan to raise productivity and quality"."""

from collections.abc import Iterable, Sequence

from qpgraph.ask.lexicon import Lexicon
from qpgraph.ask.vocabulary import Vocabulary
from qpgraph.ask.wording.linking import Mention
from qpgraph.ask.wording.words import Word, agree, keys, words_of

__all__ = ["frame_end", "plan_named"]

_FAR = 30
"""How many words a lead-in may have."""


def frame_end(words: Sequence[Word], lexicon: Lexicon, text: str = "") -> int:
    """The number of words at the beginning in which the asker only speaks of themselves; 0 without such.

    They begin with a word for the asker or the one who is asked, and end with a word for asking or a colon.
    """
    begun = next(
        (size for begin in lexicon.frames["begins"] if (size := _said(words, 0, begin, strict=True))), 0
    )
    if not begun:
        return 0
    ends = [
        place + size
        for end in lexicon.frames["ends"]
        for place in range(min(len(words), _FAR))
        if (size := _said(words, place, end))
    ]
    colon = text.find(": ")
    if colon > 0:
        ends.append(sum(word.start < colon for word in words[:_FAR]))
    return max((end for end in ends if begun <= end < len(words)), default=0)


def _said(words: Sequence[Word], place: int, phrase: str, *, strict: bool = False) -> int:
    """The length of a phrase, if it stands there; `strict`: a short word that has marks must be typed so."""
    known = words_of(phrase)
    typed = words[place : place + len(known)]
    if len(typed) < len(known):
        return 0
    pairs = zip(typed, known, strict=True)
    if not all(word.folded == one.folded and agree(word, one.exact) for word, one in pairs):
        return 0
    marked = len(known) == 1 and len(known[0].folded) > 1 and known[0].exact != known[0].folded
    return 0 if strict and marked and typed[0].exact != known[0].exact else len(known)


_ISSUED = {"issued", "issuer", "signer"}
"""What is asked of a plan also where its title has the word."""
_TITLE = 2
"""As many words of a title beside the word for a plan name the plan."""


def plan_named(words: Sequence[Word], mentions: Iterable[Mention], vocabulary: Vocabulary) -> set[int]:
    """The places of words that stand beside the word for a plan and are its title's."""
    labels = (name for plan in vocabulary.of_kind("plan") for name in plan.label.values())
    own = {key for label in labels for key in keys(label) if not key.isdigit()} - {"gi", "which", "what"}
    found: set[int] = set()
    mentions = list(mentions)
    asking = {
        place
        for mention in mentions
        if mention.is_a("cue") and mention.last > mention.first
        for place in range(mention.first, mention.last + 1)
    }
    for mention in mentions:
        if "noun-plan" not in mention.values("cue"):
            continue
        free = [place for place in range(mention.last + 1, len(words)) if place not in asking]
        after = _run(words, _unbroken(free, mention.last + 1), own)
        before = _run(words, range(mention.first - 1, -1, -1), own)
        for run in (after, before):
            if sum(len(words[place].key) > 3 for place in run) >= _TITLE:
                found.update(run)
    for mention in mentions:
        if _ISSUED & set(mention.values("cue")):
            found -= set(range(mention.first, mention.last + 1))
    return found


def _unbroken(places: Sequence[int], first: int) -> list[int]:
    """The places from the first one on, up to a gap."""
    return [place for offset, place in enumerate(places) if place == first + offset]


def _run(words: Sequence[Word], places: Iterable[int], own: set[str]) -> list[int]:
    run: list[int] = []
    for place in places:
        if words[place].key not in own:
            break
        run.append(place)
    return run
