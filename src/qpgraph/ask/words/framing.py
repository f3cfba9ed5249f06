"""The words that only lead in or name a plan: "cho em hỏi", "the plan to raise productivity and quality"."""

import re
from collections.abc import Collection, Iterable, Sequence

from qpgraph.ask.lexicon import Lexicon
from qpgraph.ask.vocabulary import Vocabulary
from qpgraph.ask.words.asking import CLAUSE, POINTS_BACK
from qpgraph.ask.words.linking import Mention
from qpgraph.ask.words.words import Word, agree, keys, words_of
from qpgraph.search.text import fold

__all__ = ["WH", "lead_in", "plan_named"]

_FAR = 30
"""How many words a lead-in may have."""
_NAMED = ("province", "plan", "legal", "place", "standard", "family")
"""What is meant wherever it is named."""
_MATTERS = ("theme", "standard", "family", "unit", "synonym", "agency", "legal")
WH = ("which-before", "which-after", "who", "when", "where", "how-many")
"""The cues that ask."""
_WHOLE = ("noun-budget", "issued", "issuer", "signer", "number", "title")
"""Cues of questions that need no matter."""
_REF = re.compile(r"\w+\.\d+")


def lead_in(
    words: Sequence[Word], mentions: Iterable[Mention], vocabulary: Vocabulary, lexicon: Lexicon, text: str
) -> set[int]:
    """The places of words at the beginning in which the asker only speaks of themselves.

    They begin with a word for the asker or the one who is asked, and end with a word for asking, a colon,
    or a sentence that names nothing of the graph; a clause does where it tells whose it is ("sở em …,").
    What is named there is left in where it is a thing of its own, or the only matter of the question.
    """
    mentions = list(mentions)
    end = _frame_end(words, mentions, lexicon, text)
    title, alone = _title_keys(vocabulary), not _has_matter(words, mentions, end)
    begun = _owner(words, mentions, lexicon) if end else 0
    kept = {
        place
        for mention in mentions
        if (mention.is_a(*_NAMED) and mention.last >= begun)
        or (alone and mention.is_a("theme") and words[mention.first].key not in title)
        for place in range(mention.first, mention.last + 1)
    }
    return set(range(end)) - kept


def _frame_end(words: Sequence[Word], mentions: Sequence[Mention], lexicon: Lexicon, text: str) -> int:
    """How many words only lead in."""
    begun = next(
        (size for begin in lexicon.frames["begins"] if (size := _said(words, 0, begin, strict=True))), 0
    )
    own = _owner(words, mentions, lexicon)
    introduced = _introduction(words, mentions, lexicon)
    if introduced or not (begun or own):
        return introduced or _asker_named(words, mentions, text)
    begun = max(begun, own)
    after = [mention for mention in mentions if mention.first >= begun]
    asking = min((each.first for each in after if _asks(each)), default=len(words))
    matter = min((each.first for each in after if each.is_a(*_MATTERS) or _is_noun(each)), default=asking)
    inside = {place for each in after if each.is_a(*_NAMED) for place in range(each.first + 1, each.last + 1)}
    ends = [
        place + size
        for end in lexicon.frames["ends"]
        for place in range(min(asking, _FAR))
        if (size := _said(words, place, end)) and place + size not in inside
    ]
    if own:
        things = [each.first for each in after if each.is_a(*_NAMED) or _is_noun(each)]
        clause = _clause_end(words, after, asking)
        ends += [end for end in clause if _has_matter(words, mentions, end) or max(things, default=0) >= end]
    for found in CLAUSE.finditer(text):
        end = sum(word.start < found.start() for word in words[:_FAR])
        colon = found[0][0] == ":" and end <= asking and _has_matter(words, mentions, end)
        if end <= min(matter, asking) or colon:
            ends.append(end)
    purpose = any("what-for" in each.values("cue") for each in mentions)
    return max((end for end in ends if begun <= end < len(words)), default=own if purpose else 0)


def _asker_named(words: Sequence[Word], mentions: Sequence[Mention], text: str) -> int:
    """How many words name the one who asks, up to "asks:": "Kế toán Sở KH&CN Cần Thơ hỏi: …"."""
    named = _ASKS.match(text)
    end = sum(word.start < named.end() for word in words) if named else 0
    return 0 if any(_asks(mention) and mention.first < end for mention in mentions) else end


_ASKS = re.compile(
    r"[^?:.]{3,80}\b(?:hỏi|hoi|thắc mắc|asks?|wonders?|wants to know|writes|question):", re.IGNORECASE
)


def _owner(words: Sequence[Word], mentions: Sequence[Mention], lexicon: Lexicon) -> int:
    """The number of words up to the asker, before whom only a noun of theirs stands: "sở em", "a table I"."""
    for place in range(_OWNED):
        before = [mention for mention in mentions if mention.last < place]
        if any(set(each.values("cue")) - _OWN for each in before):
            return 0
        for asker in sorted(lexicon.frames["askers"], key=len, reverse=True):
            if size := _said(words, place, asker, strict=True):
                return place + size
    return 0


def _introduction(words: Sequence[Word], mentions: Sequence[Mention], lexicon: Lexicon) -> int:
    """Where a first clause ends that only tells an occasion ("for tomorrow's meeting,") or a profession."""
    end = next((place for place, word in enumerate(words) if place and word.after_break), 0)
    clause, rest = [word.folded for word in words[:end]], " ".join(word.exact for word in words[end:])
    if not clause or end > _INTRODUCED or any(word[:1].isdigit() for word in clause):
        return 0
    frames = lexicon.frames
    occasion = clause[0] in frames["for"] and any(clause[-1:] == [fold(word)] for word in frames["occasions"])
    asker = max((_said(words, 0, each, strict=True) for each in frames["askers"]), default=0)
    profession = 0 < asker < end and any(word in frames["being"] for word in clause[asker : asker + 2])
    names = any(each.last < end and each.is_a(*_MATTERS) for each in mentions)
    left = _has_matter(words, mentions, end) or (not names and any(_is_noun(each) for each in mentions))
    return end if (occasion or profession) and left and not POINTS_BACK.search(rest) else 0


_INTRODUCED = 12
_OWNED = 5
"""As many words may stand before the asker."""


_OWN = {"noun-agency", "in-year", "report", "noun-plan", "noun-report", "yes-no-end"}
"""Cues of what an asker may call theirs; the last is an English "a"."""


def _clause_end(words: Sequence[Word], after: Sequence[Mention], asking: int) -> list[int]:
    """Where the first clause ends, if nothing that the graph has is named in it."""
    end = next((place for place, word in enumerate(words) if place and word.after_break), len(words))
    named = any(each.first < end and each.is_a(*_MATTERS, *_NAMED) for each in after)
    told = any(word.folded[:1].isdigit() for word in words[:end])
    return [] if named or told or end > asking or end < _OWNED - 1 else [end]


def _asks(mention: Mention) -> bool:
    """Whether a mention is a question word, but for "anh chị nào" at the beginning."""
    asks = set(mention.values("cue")).intersection(WH) and mention.text != "AI"
    return mention.first > _ANY and bool(asks)


def _is_noun(mention: Mention) -> bool:
    """Whether a mention is a thing that is asked for, and no paper that the asker may be writing."""
    cues = set(mention.values("cue")) - {"noun-plan", "noun-report"}
    return any(cue.startswith("noun-") for cue in cues)


_ANY = 2


def _has_matter(words: Sequence[Word], mentions: Iterable[Mention], first: int) -> bool:
    """Whether there is something that a question can be about, from a word on."""
    return any(_REF.fullmatch(word.exact) for word in words[first:]) or any(
        mention.first >= first
        and (mention.is_a(*_MATTERS) or set(mention.values("cue")).intersection(_WHOLE))
        for mention in mentions
    )


def _title_keys(vocabulary: Vocabulary) -> set[str]:
    """The words of the titles of plans."""
    labels = (name for plan in vocabulary.of_kind("plan") for name in plan.label.values())
    return {key for label in labels for key in keys(label) if not key.isdigit()}


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
    own = _title_keys(vocabulary) - {"gi", "which", "what"}
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
        if _is_matter_of(words, mentions, mention, own):
            continue
        before = _run(words, range(mention.first - 1, -1, -1), own)
        for run in (after, before):
            if sum(len(words[place].key) > 3 for place in run) >= _TITLE:
                found.update(run)
    for mention in mentions:
        if _ISSUED & set(mention.values("cue")):
            found -= set(range(mention.first, mention.last + 1))
    return found


def _is_matter_of(
    words: Sequence[Word], mentions: Iterable[Mention], plan: Mention, own: Collection[str]
) -> bool:
    """Whether a plan is one within a task, named by a matter before it: "the publicity plan on …"."""
    first = words[plan.first]
    return first.folded.startswith("plan") and any(
        each.last == plan.first - 1
        and each.is_a("theme", "standard", "synonym")
        and words[each.last].key not in own
        and not first.after_break
        for each in mentions
    )


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
