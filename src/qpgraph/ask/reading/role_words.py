"""Cues of roles whose words mean something else beside others: "chung tay chủ trì", "tasks where A leads"."""

from dataclasses import replace

from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.search.text import fold

__all__ = ["settle_roles"]


def settle_roles(asked: Asked) -> None:
    """Settles the words of roles that change what stands beside them, and those that such words change."""
    _lead_jointly(asked)
    _drop_other_kind(asked)
    _relate(asked)
    _help_by(asked)
    _end_in_year(asked)
    _count_before(asked)
    _ask_media(asked)
    _leave_unnamed(asked)
    _spread_in_media(asked)


_JOINING = (
    *("chung tay", "bat tay", "hop suc", "hiep luc", "sat canh", "ke vai", "sanh vai", "gop suc", "cong tac"),
    *("join forces", "joins forces", "team up", "teams up", "pull together", "partner", "collaborate"),
    *("cooperate", "co-operate", "work hand in hand", "hand in hand"),
)
_TO = frozenset(("de", "cung", "nhau", "in", "to", "dung", "ra", "the", "and"))
_FAR = 3


def _lead_jointly(asked: Asked) -> None:
    """Who joins hands to lead leads too: "những sở nào chung tay chủ trì", "team up to lead"."""
    leads = [cue for cue in asked.all("lead") if cue.first < len(asked.words)]
    for cue in asked.all("coordinate"):
        after = [
            lead
            for lead in leads
            if 0 < lead.first - cue.last <= _FAR
            and {word.folded for word in asked.words[cue.last + 1 : lead.first]} <= _TO
        ]
        if after and fold(cue.text).startswith(_JOINING):
            joined = replace(cue, name="jointly", last=after[0].last)
            asked.cues = [joined if each == cue else each for each in asked.cues]


_LISTED = ("noun-task", "noun-target", "noun-measure", "noun-duty", "noun-step")


def _drop_other_kind(asked: Asked) -> None:
    """ "Targets, not tasks" only says again which are meant."""
    kinds = asked.all(*_LISTED)
    for cue in asked.all("not"):
        turns = asked.words[cue.first - 1].folded in ("chu", "and", "ma") if cue.first else False
        before = [kind for kind in kinds if kind.last == cue.first - 1 - turns]
        next_to = [word.folded for word in asked.words[cue.last + 1 : cue.last + 2]]
        after = [kind for kind in kinds if kind.first == cue.last + 1 + (next_to == ["phai"])]
        if before and after:
            asked.cues = [each for each in asked.cues if each not in (cue, *after)]


def _relate(asked: Asked) -> None:
    """ "Where" and "whose" after a noun that is asked for go on telling of it: "tasks where A leads"."""
    nouns = [cue.last for cue in asked.all(*_LISTED) if cue.first < len(asked.words)]
    wanted = asked.has("list", "which-after", "how-many")

    def relates(cue: Cue) -> bool:
        said = cue.text.casefold()
        if said not in ("where", "whose") or not any(last < cue.first for last in nouns):
            return False
        turns = asked.words[cue.first - 1].folded in ("but", "and", "yet")
        return cue.first - 1 in nouns or turns or (wanted and said == "whose")

    asked.cues = [cue for cue in asked.cues if not relates(cue)]


_HELPED = frozenset(("supported", "assisted", "helped", "backed", "aided"))


def _help_by(asked: Asked) -> None:
    """A task that is "supported by" an agency is coordinated by it."""
    words = asked.words
    firsts = {mention.first for mention, _ in asked.agencies} if asked.has("noun-task") else set()
    for place, word in enumerate(words[:-2]):
        after = place + 2 + (words[place + 2].folded == "the")
        if word.exact in _HELPED and words[place + 1].folded == "by" and after in firsts:
            said = asked.text[word.start : words[place + 1].end]
            asked.cues = [cue for cue in asked.cues if cue.first not in (place, place + 1)]
            asked.cues.append(Cue("coordinate", place, place + 1, said))
            asked.unknown = [each for each in asked.unknown if each != place]
            asked.topics = [topic for topic in asked.topics if topic.first != place]


def _end_in_year(asked: Asked) -> None:
    """Words for ending beside a year say when tasks end, and nothing of what they are about."""
    ends = {
        (cue.first, cue.last)
        for cue in asked.all("begin", "finish")
        if asked.has("noun-task") and any(0 < place - cue.last <= _FAR for place, _ in asked.years)
    }
    asked.topics = [topic for topic in asked.topics if (topic.first, topic.last) not in ends]


def _count_before(asked: Asked) -> None:
    """A number before tasks that are asked for says how many there are: "in two tasks … Which?"."""
    nouns = asked.all("noun-task")
    which = [cue.first for cue in asked.all("which-after", "number")]
    told = {
        place
        for place, _ in asked.numbers
        for noun in nouns
        if 0 < noun.first - place <= _FAR and any(first > noun.last for first in which)
    }
    asked.numbers = [each for each in asked.numbers if each[0] not in told]


_MEDIA = frozenset(("media outlets", "media outlet", "news outlets", "news outlet", "media organisations"))
_WHICH = ("which-before", "which-after", "list")


def _ask_media(asked: Asked) -> None:
    """Media that "which" goes with are agencies that are asked for."""
    which = {cue.last + 1 for cue in asked.all(*_WHICH)}
    for topic in [topic for topic in asked.topics if fold(topic.text) in _MEDIA and topic.first in which]:
        asked.topics.remove(topic)
        asked.cues.append(Cue("noun-agency", topic.first, topic.last, topic.text))


_UNNAMED = frozenset(("unnamed", "unspecified", "nameless", "generic", "vague"))


def _leave_unnamed(asked: Asked) -> None:
    """ "Unnamed" says nothing more of the "related units" that are left out."""
    gone = {
        mention.first - 1
        for mention, _ in asked.agencies
        for cue in asked.all("except")
        if 0 < mention.first - cue.last <= _FAR
    }
    asked.unknown = [
        place for place in asked.unknown if place not in gone or asked.words[place].folded not in _UNNAMED
    ]


_THROUGH = frozenset(("tren", "qua", "on", "through", "via"))


def _spread_in_media(asked: Asked) -> None:
    """Media "on" which something is told ("truyền thông trên báo đài") have no role: they are the matter."""
    for mention, offices in list(asked.agencies):
        before = asked.words[mention.first - 1].folded if mention.first else ""
        before = asked.words[mention.first - 2].folded if before == "the" and mention.first > 1 else before
        if before in _THROUGH and mention.is_a("synonym"):
            asked.agencies.remove((mention, offices))
            asked.topics.append(mention)
