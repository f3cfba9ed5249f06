"""Cues of roles whose words mean something else beside others: "chung tay chủ trì", "tasks where A leads"."""

import re
from dataclasses import replace

from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.ask.reading.collectives import with_place
from qpgraph.ask.reading.media import settle_media
from qpgraph.ask.reading.which import DOES
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
    _ask_whom(asked)
    _take_helper(asked)
    _help_lead(asked)
    _leave_told(asked)
    _leave_issuer(asked)
    _include_shared(asked)
    _leave_unnamed(asked)
    settle_media(asked)
    _ask_deed(asked)


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


_HELPS = frozenset(("phu", "giup", "ho", "help", "assist", "support", "back"))
_AFTER_HELP = frozenset(("tro", "suc", "viec", "them", "it", "vay", "ta", "day", "out", "up"))
_AT_WORK = frozenset(
    ("with", "in", "on", "voi", "vao", "khong", "o", "cho", "trong", "but", "and", "ma", "nhung", "chu")
)
_ANYONE = frozenset(("anyone", "anybody", "someone", "somebody", "nobody", "ai"))


def _take_helper(asked: Asked) -> None:
    """Who helps, with nothing said that is helped but work, coordinates: "ai lo chính, ai phụ"."""
    words = asked.words
    which = {cue.last for cue in asked.all("which-before")}
    nouns = {cue.last for cue in asked.all("noun-agency")}
    ends = {cue.last for cue in asked.all("who")} | nouns | {last for last in which if last - 1 in nouns}
    ends |= {place for place, word in enumerate(words) if word.folded in _ANYONE}
    ends |= {with_place(asked, mention) for mention, _ in asked.agencies}
    works = {cue.first for cue in asked.all("noun-task")} | {mention.first for mention, _ in asked.agencies}
    works |= {place for place, word in enumerate(words) if word.folded in (*_AT_WORK, *asked.refs)}
    taken = {cue.first for cue in asked.all("coordinate", "lead")}
    if not (asked.has("lead", "noun-task") or asked.refs):
        works &= {mention.first for mention, _ in asked.agencies}
        works |= {place for place, word in enumerate(words) if word.exact in ("with", "out")}
    for first in sorted(place + 1 for place in ends if place + 1 < len(words)):
        if words[first].key not in _HELPS or first in taken or words[first].after_break:
            continue
        last = first
        while last + 1 < len(words) and words[last + 1].folded in _AFTER_HELP:
            last += 1
        after = last + 1 + (last + 2 < len(words) and words[last + 1].folded == "the")
        if after == len(words) or words[after].after_break or after in works:
            said = asked.text[words[first].start : words[last].end]
            asked.cues = [cue for cue in asked.cues if cue.first != first]
            asked.cues.append(Cue("coordinate", first, last, said))
            asked.unknown = [place for place in asked.unknown if not first <= place <= last]
            asked.topics = [topic for topic in asked.topics if not first <= topic.first <= last]


_WITH = frozenset(("voi", "cung", "cho", "giup", "with", "alongside", "for", "to", *_HELPS))
_WHOEVER = frozenset(
    ("the", "one", "ones", "body", "office", "person", "party", "whoever", "whichever", "that", "who",
     "which", "is", "are", "tro", "nguoi", "ke", "noi", "thang", "ma", "dang", "duoc", "giao", "up", "out")
)  # fmt: skip


def _help_lead(asked: Asked) -> None:
    """Who works with the lead agency helps: "ai phối hợp với bên chủ trì", "which help the one in charge"."""
    words = asked.words
    nouns = {place for cue in asked.all("noun-agency") for place in range(cue.first, cue.last + 1)}
    for lead in [cue for cue in asked.all("lead") if cue.first < len(words)]:
        first = lead.first
        while (
            first
            and not words[first].after_break
            and (first - 1 in nouns or words[first - 1].folded in _WHOEVER)
        ):
            first -= 1
        helps = first - 1
        if helps < 0 or words[first].after_break or not {words[helps].key, words[helps].folded} & _WITH:
            continue
        for cue in asked.all("coordinate"):
            if (cue.first >= len(words) and words[helps].key in _HELPS) or cue.first <= helps <= cue.last + 1:
                gone = range(first, lead.first)
                asked.cues = [each for each in asked.cues if each != lead and each.first not in gone]


def _leave_told(asked: Asked) -> None:
    """Who leads is told by words of the matter, and not asked: "do ngành y tế làm chính, còn ai phối hợp"."""
    by = [place for place, word in enumerate(asked.words) if word.exact == "do"]
    if asked.language != "vi" or asked.agencies or not by or not asked.has("coordinate"):
        return
    asking = asked.all("who", "which-before", "noun-agency")
    for lead in asked.all("lead"):
        before = [place for place in by if place < lead.first - 1]
        told = before and any(before[-1] < topic.first < lead.first for topic in asked.topics)
        if told and not any(before[-1] < cue.first < lead.first for cue in asking):
            asked.cues.remove(lead)


_SHARED = re.compile(
    r"\b(?:ke ca|tinh ca|gom ca|including|counting|incl\w*)(?: \S+){0,3}"
    r" (?:chung|cung|dong|jointly|joint|shared|co-?led|co-?leads?|together)(?: \S+){0,2}"
)


def _include_shared(asked: Asked) -> None:
    """What is done together counts as well, which it does anyway: "kể cả làm chung", "including jointly"."""
    if (found := _SHARED.search(fold(asked.text))) is None:
        return
    span = {place for place, word in enumerate(asked.words) if found.start() <= word.start < found.end()}
    asked.cues = [cue for cue in asked.cues if cue.first not in span]
    asked.topics = [topic for topic in asked.topics if topic.first not in span]
    asked.unknown = [place for place in asked.unknown if place not in span]


_OF = frozenset(("cua", "of", "by", "do", "s"))


def _leave_issuer(asked: Asked) -> None:
    """Whose a document is says nothing of roles: "Quyết định 1295 của UBND tỉnh Đồng Nai"."""
    documents = [mention.last for mention in asked.mentions if mention.is_a("plan", "legal")]
    documents += [cue.last for cue in asked.all("noun-plan", "noun-act")]
    documents += [place for place, word in enumerate(asked.words) if word.folded in asked.used.values()]
    said = [cue.first for cue in asked.all("lead", "coordinate", "part", "issued", "issuer", "signer")]
    for mention, offices in list(asked.agencies):
        of = max((last for last in documents if 0 < mention.first - last <= _FAR), default=mention.first)
        between = {word.folded for word in asked.words[of + 1 : mention.first]}
        committee = fold(mention.text).startswith(("ubnd tinh", "ubnd thanh pho", "uy ban nhan dan tinh"))
        committee = committee or "people's committee" in mention.text.casefold()
        if (
            committee
            and between & _OF
            and between <= _OF | {"the", "no", "so"}
            and mention.last + 1 not in said
        ):
            asked.agencies.remove((mention, offices))


def _ask_whom(asked: Asked) -> None:
    """ "To whom" a task is given asks who leads it, and for no one who gets reports."""
    given = {cue.last + 1 for cue in asked.all("lead")}
    asked.cues = [
        replace(cue, name="who") if cue.name == "report-to" and cue.text and cue.first in given else cue
        for cue in asked.cues
    ]


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


def _ask_deed(asked: Asked) -> None:
    """ "What does A work with other departments to do" asks for a duty, and for no department."""
    said = [word.exact for word in asked.words]
    does = any(
        said[cue.last : cue.last + 1] == ["what"] and {*said[cue.last + 1 : cue.last + 2]} & DOES
        for cue in asked.all("which-after")
    )
    if does and asked.agencies:
        asked.cues = [
            replace(cue, name="noun-duty") if cue.name == "noun-task" and cue.text == "to do" else cue
            for cue in asked.cues
            if cue.name != "noun-agency"
        ]
