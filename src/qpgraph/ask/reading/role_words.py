"""Cues of roles whose words mean something else beside others: "chung tay chủ trì", "tasks where A leads"."""

from dataclasses import replace

from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.search.text import fold

__all__ = ["settle_roles"]


def settle_roles(asked: Asked) -> None:
    """Settles the words of roles that change what stands beside them, and those that such words change."""
    _lead_jointly(asked)
    _relate(asked)
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


def _relate(asked: Asked) -> None:
    """ "Where" right after a noun goes on telling of it, and asks for no place: "tasks where A leads"."""
    nouns = {cue.last for cue in asked.all(*_LISTED) if cue.first < len(asked.words)}

    def relates(cue: Cue) -> bool:
        return cue.name == "where" and cue.text.casefold() == "where" and cue.first - 1 in nouns

    asked.cues = [cue for cue in asked.cues if not relates(cue)]


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
