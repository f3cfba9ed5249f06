"""Whether a question is for a yes or no, in either language."""

from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.ask.reading.counting import asks_number
from qpgraph.ask.reading.which import which_at_last
from qpgraph.ask.words.words import Word
from qpgraph.search.text import fold

__all__ = ["asks_both", "asks_whether", "denials", "of_places", "said_not", "which_lack"]

_POLITE = frozenset(
    ("a", "ah", "vay", "nhi", "the", "ad", "em", "anh", "chi", "ban", "nhe", "ta", "ne", "roi")
)
"""What may stand after the word that makes a question."""
_ASKING = frozenset(("co", "lieu", "phai", "dung"))
"""How a question for a yes or no begins in Vietnamese."""
_WHICH = frozenset(("nao", "may", "gio", "when", "what", "which"))


def said_not(asked: Asked) -> bool:
    """Whether a question for a yes or no denies something: "does it not", "… không có …, đúng không"."""
    if asked.has("lead", "coordinate", "part") or asked.has("numeric"):
        return False
    ends = asked.all("yes-no-end", "tag-question")
    last = max((cue.first for cue in ends), default=len(asked.words))
    begun = [cue.last for cue in asked.all("yes-no-start")]
    if asked.has("tag-question"):
        last = max((place for place, word in enumerate(asked.words) if word.after_break), default=last)
    return any(
        cue.last < last and not (asked.language == "en" and any(cue.first == one for one in begun))
        for cue in asked.all("not")
        if asked.language == "en" or fold(cue.text) not in _ENDS
    )


def denials(asked: Asked) -> list[Cue]:
    """The words that deny something: not a "không?" at the end or before another choice."""
    words = asked.words
    ends = {cue.first for cue in asked.all("yes-no-end")}
    closing = {len(words) - 1, *(place - 1 for place, word in enumerate(words) if word.folded == "hay")}
    return [
        cue
        for cue in asked.all("not")
        if cue.last not in closing and (cue.first not in ends or cue.last < len(words) - 3)
    ]


_ENDS = frozenset(("khong", "chua"))
"""These may also end a question: by themselves they deny nothing for certain."""


def of_places(asked: Asked) -> list[Cue]:
    """The words for the provinces right after "which of": they are what is asked for."""
    which = [cue.last for cue in asked.all("which-after")]
    lists = [cue.last for cue in asked.all("list")]
    first = [cue.first for cue in asked.all("which-after") if asked.words[cue.first].after_break]
    return [
        cue
        for cue in asked.all("every", "shared")
        if (
            cue.first - 1 in lists
            or cue.last + 1 in first
            or (cue.first - 2 in which and asked.words[cue.first - 1].folded == "of")
            or (cue.first - 1 in which and cue.text.casefold().startswith("of "))
        )
        and (any(noun in fold(cue.text) for noun in _PLACES) or _just_four(asked, cue))
    ]


_PLACES = ("provinc", "cit", "localit", "place", "plan", "tinh", "thanh pho", "dia phuong")


def _just_four(asked: Asked, cue: Cue) -> bool:
    """Whether "of the four" has no noun after it: the provinces are meant."""
    nouns = [each.first for each in asked.cues if each.name.startswith("noun-")]
    firsts = [*nouns, *(topic.first for topic in asked.topics)]
    return fold(cue.text).endswith((" four", " 4")) and cue.last + 1 not in firsts


def asks_both(asked: Asked) -> bool:
    """Whether "which have it, and which don't" is asked: those that have it tell the others, too."""
    which = sorted(cue.first for cue in asked.all("which-before", "which-after"))
    first = asked.words[which[-1]] if len(which) > 1 else None
    if first is None or asked.all("except"):
        return False
    return any(0 < cue.first - which[-1] <= _BESIDE for cue in asked.all("not")) and any(
        topic.last < which[-1] for topic in asked.topics
    )


_BESIDE = 3


def which_lack(asked: Asked) -> bool:
    """Whether "is there a province that does not", or "…, and if so, which", is asked."""
    if asked.has("if-so") and which_at_last(asked):
        return True
    provinces = asked.all("noun-province", "noun-plan")
    which = [cue for cue in asked.all("which-before") if any(cue.first == one.last + 1 for one in provinces)]
    which += [cue for cue in asked.all("where") if _is_which(cue)]
    last = len(asked.words) - 1
    there = [cue.last for cue in asked.all("yes-no-start") if cue.first == 0 and "there" in fold(cue.text)]
    named = [one for one in provinces if there and 0 < one.first - there[0] <= _BESIDE]
    if named and any(0 < cue.first - named[0].last <= _BESIDE for cue in asked.all("not")):
        return True
    return any(which[0].last < cue.first and cue.last < last for cue in asked.all("not")) if which else False


def _asks_day(asked: Asked) -> bool:
    """Whether a deadline is asked for, and not just spoken of ("is there a deadline")."""
    return any({fold(word) for word in cue.text.split()} & _WHICH for cue in asked.all("deadline"))


_WH = ("which-before", "which-after", "how-many", "who", "when", "where", "what-for", "how-often")


def _is_or(word: Word) -> bool:
    """Whether a word adds another thing that may be so ("…, or the Secretariat?")."""
    return word.after_break and word.exact in ("or", "hay", "hoặc", "hoăc5")


def _starts_later(asked: Asked) -> bool:
    """Whether a question for a yes or no begins after a comma or colon ("In Hai Phong, is …")."""
    if asked.has(*_WH) or _asks_day(asked) or any(_is_or(word) for word in asked.words):
        return False
    for cue in asked.all("yes-no-start"):
        if cue.first == 0 or not asked.words[cue.first].after_break:
            continue
        strong = cue.last > cue.first or fold(cue.text) == "lieu"
        if asked.language == "vi":
            if strong:
                return True
        elif strong or cue.text.casefold() in _AUXILIARY:
            return True
    return False


_AUXILIARY = frozenset(
    ("do", "does", "did", "is", "are", "was", "were", "has", "have", "can", "must", "will", "should")
)


_FAR = 8


def _of_each(asked: Asked, which: Cue) -> bool:
    """Whether "nào … cũng" says something of each: nothing is asked for by it."""
    return any(word.exact == "cung4" for word in asked.words[which.last + 1 : which.last + _FAR])


def _says_whether(asked: Asked) -> bool:
    """Whether "tell me whether" begins a question, with nothing named before it."""
    said = [word.exact for word in asked.words]
    place = said.index("whether") if "whether" in said and "or" not in said else -1
    return place >= 0 and not asked.has(*_WH) and all(topic.first > place for topic in asked.topics)


def asks_whether(asked: Asked) -> bool:
    """Whether a question is for a yes or no."""
    wh = asked.has("who", "when", "where") or _asks_more(asked)
    wh = wh or any(not _of_each(asked, cue) for cue in asked.all("which-before"))
    first = asked.words[0] if asked.words else None
    if asked.has("tag-question"):
        return True
    if first is not None and asked.language == "en":
        starts = [cue for cue in asked.all("yes-no-start") if cue.first == 0]
        if not starts:
            return _starts_later(asked) or _says_whether(asked)
        asks = not any(cue.first <= 2 for cue in asked.all("which-after"))
        return asks and not any(_is_or(word) for word in asked.words)
    if _starts_later(asked):
        return True
    if any(cue.first == 0 and asked.words[0].folded in _ASKING for cue in asked.all("yes-no-start")):
        return not wh
    some = asked.cue("has")
    which = next((cue for cue in asked.cues if _is_which(cue)), None)
    if some is not None and which is not None and some.first < which.first:
        wh = asked.has("who", "when") or _asks_more(asked)
        wh = wh or any(not _is_which(cue) for cue in asked.all("where"))
    if wh and (_any_year(asked) or _has_any(asked)):
        wh = asked.has("who", "where") or any(map(asks_number, asked.cues))
    last = _end(asked)
    ends = [
        cue
        for cue in asked.all("yes-no-end")
        if cue.last >= last or (asked.words[cue.last + 1].folded == "hay" and some is not None)
        if not _of_other_place(asked, cue)
    ]
    return bool(ends) and not wh


_TURNING = frozenset(("ma", "nhung", "con", "thi", "lai", "va", "trong"))


def _has_any(asked: Asked) -> bool:
    """Whether "có" makes "nào … không" ask for a yes or no; not "Hải Phòng có mà Cần Thơ không"."""
    pairs = zip(asked.words, asked.words[1:], strict=False)
    return any(
        one.folded == "co" and not other.after_break and other.folded not in _TURNING for one, other in pairs
    )


def _asks_more(asked: Asked) -> bool:
    """Whether a number or a day is asked for."""
    return any(map(asks_number, asked.cues)) or _asks_day(asked)


def _is_which(cue: Cue) -> bool:
    """Whether a word asks "which", alone or with its place ("nơi nào")."""
    return cue.name == "which-before" or (cue.name == "where" and fold(cue.text).endswith(" nao"))


def _any_year(asked: Asked) -> bool:
    """Whether "năm nào" stands right after "có": any year is meant, and none is asked for."""
    have, years = {cue.last for cue in asked.all("has")}, asked.all("when")
    return bool(years) and all(cue.first - 1 in have for cue in years)


_WHILE = frozenset(("ma", "con", "nhung"))


def _of_other_place(asked: Asked, end: Cue) -> bool:
    """Whether a "chưa" at the end denies of the last place what others have ("mà Đồng Nai chưa")."""
    before = (mention for mention in asked.mentions if mention.is_a("province") and mention.first)
    return len(asked.provinces) > 1 and any(
        0 < end.first - mention.last <= _BESIDE and asked.words[mention.first - 1].folded in _WHILE
        for mention in before
    )


_AT = frozenset(("o", "tai", "cua", "ben", "trong", "cho", "tinh", "thanh", "pho"))


def _end(asked: Asked) -> int:
    """The last word, but for polite ones and, after "có … không", the place that is added."""
    places = {
        place
        for mention in asked.mentions
        if mention.is_a("province")
        for place in range(mention.first, mention.last + 1)
    }
    last = len(asked.words) - 1
    while last > 0 and asked.words[last].folded in _POLITE:
        last -= 1
    rest = last
    while rest > 0 and (rest in places or asked.words[rest].folded in _AT):
        rest -= 1
    return rest if asked.has("has") and asked.words[rest].folded == "khong" else last
