"""Media ("news outlets"): agencies that are asked for, or the means by which something is told."""

from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.search.text import fold

__all__ = ["settle_media"]


def settle_media(asked: Asked) -> None:
    """Media are agencies where "which" goes with them, and none where something is told on them."""
    _ask_media(asked)
    _spread_in_media(asked)


_MEDIA = frozenset(("media outlets", "media outlet", "news outlets", "news outlet", "media organisations"))
_WHICH = ("which-before", "which-after", "list")


def _ask_media(asked: Asked) -> None:
    """Media that "which" goes with are agencies that are asked for."""
    which = {cue.last + 1 for cue in asked.all(*_WHICH)}
    for topic in [topic for topic in asked.topics if fold(topic.text) in _MEDIA and topic.first in which]:
        asked.topics.remove(topic)
        asked.cues.append(Cue("noun-agency", topic.first, topic.last, topic.text))


_THROUGH = frozenset(("tren", "qua", "on", "through", "via"))


def _spread_in_media(asked: Asked) -> None:
    """Media "on" which something is told ("truyền thông trên báo đài") have no role: they are the matter."""
    for mention, offices in list(asked.agencies):
        before = asked.words[mention.first - 1].folded if mention.first else ""
        before = asked.words[mention.first - 2].folded if before == "the" and mention.first > 1 else before
        if before in _THROUGH and mention.is_a("synonym"):
            asked.agencies.remove((mention, offices))
            asked.topics.append(mention)
