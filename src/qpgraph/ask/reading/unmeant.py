"""Cues whose words mean something else where they stand: a "not" that only asks, a "plan" that is a verb."""

import re
from dataclasses import replace

from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.ask.reading.counting import drop_some
from qpgraph.ask.reading.number_words import settle_numbers
from qpgraph.ask.reading.which import take_reference
from qpgraph.search.text import fold

__all__ = ["drop_unmeant"]


def drop_unmeant(asked: Asked) -> None:
    """Cues whose words mean something else where they stand, as a "not" that only asks."""
    _drop_verbs(asked)
    _drop_money(asked)
    _drop_whole_period(asked)
    _take_wish(asked)
    settle_numbers(asked)
    _take_growth(asked)
    _drop_shared_whole(asked)
    _drop_verb_run(asked)
    _drop_end(asked)
    _drop_rhetorical(asked)
    _drop_guessed(asked)
    _take_help(asked)
    _drop_any(asked)
    take_reference(asked)
    drop_some(asked)


def _drop_any(asked: Asked) -> None:
    """Any at all is meant by "gì" after a denial ("nơi nào không có mục tiêu gì"), and by "có ai … không"."""
    have = {cue.last for cue in asked.all("has")} if asked.has("yes-no-end") else set()
    asked.cues = [cue for cue in asked.cues if cue.name != "who" or cue.first - 1 not in have]
    places = [fold(cue.text) for cue in asked.all("noun-province")]
    asking = asked.has("where", "who") or any(place.endswith(" nao") for place in places)
    denied = [cue.last for cue in asked.all("not")] if asking else []
    asked.cues = [
        cue
        for cue in asked.cues
        if cue.name != "which-before"
        or fold(cue.text) != "gi"
        or not any(0 < cue.first - last <= _FEW for last in denied)
    ]


_FEW = 4
_HELP = ("ho tro", "giup", "phu", "support", "help", "assist", "back")


def _take_help(asked: Asked) -> None:
    """An agency that only helps coordinates ("chỉ hỗ trợ"), where nothing is said that it would help."""
    for cue in asked.all("only") if asked.agencies and asked.has("noun-task", "noun-duty") else ():
        after = asked.words[cue.last + 1 : cue.last + 4]
        said = " ".join(word.key for word in after)
        word = next((verb for verb in _HELP if said == verb or said.startswith(f"{verb} ")), None)
        taken = any(other.first == cue.last + 1 for other in asked.all("lead", "coordinate"))
        thing = any(0 < topic.first - cue.last - len((word or "").split()) <= 1 for topic in asked.topics)
        if word and not taken and not thing:
            last = cue.last + len(word.split())
            text = asked.text[after[0].start : asked.words[last].end]
            asked.cues.append(Cue("coordinate", cue.last + 1, last, text))
            asked.unknown = [place for place in asked.unknown if not cue.last < place <= last]
            asked.topics = [topic for topic in asked.topics if not cue.last < topic.first <= last]


_GUESSING = ("is it", "is this", "is that", "isn't it", "was it", "co phai", "phai chang", "phai la")


def _drop_guessed(asked: Asked) -> None:
    """A "who" that the asker answers asks whether it is so: "who leads it - is it the health department?"."""
    starts = [
        cue.last
        for cue in asked.all("yes-no-start")
        if fold(" ".join(word.exact for word in asked.words[cue.first : cue.last + 2])).startswith(_GUESSING)
    ]
    guessed = [
        start
        for start in starts
        for mention, _ in asked.agencies
        if 0 < mention.first - start <= _BESIDE_GUESS
    ]
    if guessed:
        asked.cues = [cue for cue in asked.cues if cue.name != "who" or cue.first > min(guessed)]


_BESIDE_GUESS = 3


_VERBS = {
    "noun-plan": re.compile(
        r"\b(?:does|do|did|will|would)\s+(?!the\b|this\b|its\b|that\b|any\b|their\b)\S+(?:\s\S+)?\s+"
        r"(plan)\s+(?:to|for|on|any|a|an|some|more|new)\b",
        re.IGNORECASE,
    ),
    "noun-target": re.compile(r"\b(marked|marking)\b"),
    "noun-step": re.compile(r"\b(step(?:ped|ping)?)\s+(?:up|down)\b", re.IGNORECASE),
    "noun-act": re.compile(r"\b(acts?)\s+(?:as|jointly|together|alone)\b", re.IGNORECASE),
    "deadline": re.compile(r"\b(due) to (?!the\b|an?\b|its\b|whom?\b|which\b|what\b|whose\b)[a-z]+\b"),
}
"""Cues, and where the word in the group is a part of a verb."""


_NO_MONEY = re.compile(
    r"\b(?:cai|uu|dau|xuc|tan) (tien)\b|\b(tien)(?= (?:do|hanh|trinh|tien|ich|toi|si|xa)\b)"
)
"""Words typed without marks that are no money: "cai tien", "tien do"."""


def _drop_money(asked: Asked) -> None:
    """A "tien" that is half of another word is no money, but says something all the same."""
    starts = {word.start: number for number, word in enumerate(asked.words)}
    found = {starts.get(each.start(each.lastindex or 0)) for each in _NO_MONEY.finditer(asked.text)}
    halves = [cue.first for cue in asked.all("noun-budget") if cue.first == cue.last and cue.first in found]
    asked.cues = [cue for cue in asked.cues if cue.name != "noun-budget" or cue.first not in halves]
    asked.unknown = sorted({*asked.unknown, *halves})


def _drop_verbs(asked: Asked) -> None:
    """A cue that is a part of a verb asks for nothing: "What does Đồng Nai plan for", "is due to begin"."""
    starts = {word.start: number for number, word in enumerate(asked.words)}
    for name, pattern in _VERBS.items():
        gone = {starts.get(found.start(1)) for found in pattern.finditer(asked.text)}
        asked.cues = [cue for cue in asked.cues if cue.name != name or cue.first not in gone]


_WITHIN = frozenset(
    (
        "ca", "suot", "trong", "het", "toan", "tron", "whole", "entire", "over", "during",
        "throughout", "for", "in", "within",
    )
)  # fmt: skip


def _drop_whole_period(asked: Asked) -> None:
    """The plan's period is no question where something is told of all of it: "cả giai đoạn của kế hoạch"."""
    which = {"nao", "gi", "may", "which", "what"}

    def is_whole(cue: Cue) -> bool:
        before = {word.folded for word in asked.words[max(cue.first - 2, 0) : cue.first]}
        return cue.name == "period" and bool(before & _WITHIN) and not which & set(fold(cue.text).split())

    asked.cues = [cue for cue in asked.cues if not is_whole(cue)]


_WANTS = re.compile(
    r"\bwhy (?:does|do|is|are|would|will)\b.*\b(?:wants?|wanting|seeks?|seeking|wish\w*|keen|after|needs?)\b"
    r"|\b(?:vi|tai) sao\b.*\b(?:muon|can (?:co )?(?:them|day manh|tang cuong))\b"
)


_MORE = re.compile(r"\b(?:provinces|cities|places|regions) (?:that |which )?want (?:to have |to get )?more\b")


def _take_wish(asked: Asked) -> None:
    """Why something is wanted is what it is for; "more" of that compares nothing."""
    wished = asked.has("noun-province") and len(asked.provinces) < 2 and _MORE.search(fold(asked.text))
    if asked.has("what-for") or wished:
        asked.cues = [cue for cue in asked.cues if cue.name != "higher" or cue.text]
    said = asked.numbers or asked.years or asked.agencies
    if not said and not asked.has("not", "lead", "compare") and _WANTS.search(fold(asked.text)):
        asked.cues = [cue for cue in asked.cues if cue.name != "why"]


def _take_growth(asked: Asked) -> None:
    """ "By how much" something is to grow is the number itself, and tells no two things apart."""
    if asked.has("rise") and len(asked.provinces) < 2 and not asked.has("noun-budget", "higher", "lower"):
        grows = _GROWING.search(asked.text)
        asked.cues = [
            replace(cue, name="how-many") if grows and cue.name == "difference" else cue for cue in asked.cues
        ]
        if asked.has("how-many"):
            asked.unknown = [place for place in asked.unknown if asked.words[place].folded not in _RISING]


def _drop_shared_whole(asked: Asked) -> None:
    """Growth is what TFP always has its share of: as "what share of growth" it tells nothing more."""
    if asked.has("share") and any(_FACTORS & set(fold(topic.text).split()) for topic in asked.topics):
        asked.topics = [topic for topic in asked.topics if fold(topic.text) not in _GROWTH]


_FACTORS = frozenset(("tfp", "factor", "factors", "nhan", "yeu"))
_GROWTH = frozenset(("growth", "economic growth", "tang truong", "tang truong kinh te"))


_RISING = frozenset(("rise", "rises", "increase", "increases", "climb", "climbs"))
_GROWING = re.compile(
    r"\b(?:rise|rises|grow|grows|increase\w*|raise[sd]?|go(?:es)? up|climbs?)\b.*\bby how (?:much|many)\b"
    r"|\bby how (?:much|many)\b(?!.*\b(?:than|from|between)\b).*\b(?:rise|grow|increase|go up|climb)\b",
    re.IGNORECASE,
)


def _drop_end(asked: Asked) -> None:
    """A "không" that ends the first clause of "có … nào … không, nếu có thì số mấy" denies nothing."""
    which = [cue.first for cue in asked.all("which-before")]
    has = [cue.first for cue in asked.all("has", "elsewhere-too")]
    last = len(asked.words) - 1

    def ends(cue: Cue) -> bool:
        clause = cue.last < last and asked.words[cue.last + 1].after_break
        asks = any(one < two < cue.first for one in (*has, -1) for two in which)
        apart = cue.first - 1 not in which
        return asks and apart and clause and fold(cue.text) in ("khong", "chua")

    asked.cues = [cue for cue in asked.cues if cue.name not in ("not", "yes-no-end") or not ends(cue)]


_ISNT = frozenset(
    ("isn't", "aren't", "doesn't", "don't", "hasn't", "haven't", "wasn't", "weren't", "didn't", "won't")
)
_SURELY = frozenset(("a", "sao", "ha", "u", "chu"))


def _drop_rhetorical(asked: Asked) -> None:
    """A "not" that begins a question for a yes denies nothing: "Isn't …?", "Chẳng phải … sao?"."""
    words = [word.folded for word in asked.words]
    text = asked.text.replace("\u2019", "'").casefold()
    begins = words[:2] in (["khong", "phai"], ["chang", "phai"], ["cha", "phai"]) and words[-1] in _SURELY
    if asked.language == "en" and text.split(" ", 1)[0] in _ISNT:
        asked.cues.append(Cue("yes-no-start", 0, 0, text.split(" ", 1)[0]))
        begins = True
    if begins:
        asked.cues = [cue for cue in asked.cues if cue.name != "not" or cue.first > 0]


_RUN = frozenset(
    ("run", "runs", "running", "carry out", "carries out", "carrying out", "assist", "assists", "assisting")
)
_RUNNERS = frozenset(("provinc", "citi", "plan", "local", "place"))


def _drop_verb_run(asked: Asked) -> None:
    """A province that runs or assists something has no role in it ("which provinces run study tours")."""
    places = {mention.last for mention in asked.mentions if mention.is_a("province")}
    asked.cues = [
        cue
        for cue in asked.cues
        if cue.name not in ("lead", "coordinate")
        or cue.text.lower() not in _RUN
        or not cue.first
        or not (asked.words[cue.first - 1].key in _RUNNERS or cue.first - 1 in places)
    ]
