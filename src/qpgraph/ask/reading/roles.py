"""Who has which part: the agencies of a question with the roles that its words give or deny them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.ask.reading.role_numbers import alone_in, is_by, is_sole
from qpgraph.ask.words.linking import Mention
from qpgraph.search.text import fold

__all__ = [
    "Denied",
    "advised",
    "agency_roles",
    "asked_too",
    "denied_roles",
    "excluded",
    "left_out",
    "never",
    "of_nobody",
    "only_gives",
    "roles_asked",
    "sole_roles",
]

_ROLES = ("lead", "coordinate", "part")


@dataclass(frozen=True)
class Denied:
    """A role that an agency must not have."""

    role: str
    mention: Mention
    offices: Sequence[str]
    words: str


def agency_roles(asked: Asked) -> list[tuple[str, Mention, list[str]]]:
    """The agencies named, each with the role that the words give it: lead, coordinate or part."""
    cues = [*roles_asked(asked), *(cue for cue in asked.all("part") if not _is_denied(asked, cue))]
    aside = {mention for mention, _ in [*excluded(asked), *asked_too(asked), *advised(asked)]}
    aside |= _only_denied(asked)
    if not cues and any(cue.name in _ROLES and not of_nobody(asked, cue) for cue in asked.cues):
        return []
    firm = [cue for cue in cues if cue.name != "part"]
    cues = [_placed(asked, cue) for cue in firm or cues]
    found = []
    for mention, offices in asked.agencies:
        if mention in aside:
            continue
        near = _cue_of(asked, mention, cues)
        role = near.name if near else "part"
        helped = near and role == "coordinate" and mention.first > near.last and not is_by(asked, near)
        if helped and len(asked.agencies) > 1:
            role = "lead" if not any(cue.name == "lead" for cue in cues) else "coordinate"
        found.append((role, mention, offices))
    return found


_TURNS = frozenset(("but", "and", "only", "just", "ma", "nhung", "chi", "lai", "rather", "instead"))


def _only_denied(asked: Asked) -> set[Mention]:
    """Of several agencies those that a role is denied and none given: "A leads where B does not help"."""
    cues = sorted(asked.all("lead", "coordinate"), key=lambda cue: cue.first)
    cues = [cue for cue in cues if cue.first < len(asked.words)] if len(asked.agencies) > 1 else []
    denied = [cue for cue in cues if _is_denied(asked, cue) and not of_nobody(asked, cue)]
    for one, other in pairwise(cues):
        between = {word.folded for word in asked.words[one.last + 1 : other.first]}
        if one in denied and other not in denied and between <= _TURNS:
            return set()
    owners = {cue: min(asked.agencies, key=lambda each: _distance(cue, each[0]))[0] for cue in cues}
    kept = {owners[cue] for cue in cues if cue not in denied}
    return {owners[cue] for cue in denied} - kept if kept else set()


def _cue_of(asked: Asked, mention: Mention, cues: Sequence[Cue]) -> Cue | None:
    """The role of an agency: the next where a role ends the row ("A leads, B helps"), or the nearest."""
    said = [cue for cue in cues if cue.first < len(asked.words)]
    firsts = [each.first for each, _ in asked.agencies]
    if len(firsts) > 1 and len({cue.name for cue in said}) > 1:
        after = [cue for cue in said if cue.first > mention.last]
        before = [cue for cue in said if cue.last < mention.first]
        if after and min(firsts) < min(cue.first for cue in said):
            return min(after, key=lambda cue: cue.first)
        if before and max(firsts) > max(cue.first for cue in said):
            return max(before, key=lambda cue: cue.first)
    return min(cues, key=lambda cue: _distance(cue, mention), default=None)


_HELPS = frozenset(("help", "assist", "support", "back", "aid", "giup"))


def _placed(asked: Asked, cue: Cue) -> Cue:
    """A role read from words that stand apart, at the verb that says who helps whom."""
    if cue.name != "coordinate" or cue.first < len(asked.words):
        return cue
    place = next((place for place, word in enumerate(asked.words) if word.key in _HELPS), cue.first)
    return replace(cue, first=place, last=place)


def denied_roles(asked: Asked) -> list[Denied]:
    """The roles that the words deny an agency: "does not lead", "only coordinates", "not led by"."""
    if not asked.agencies:
        return []
    found = []
    for cue in asked.cues:
        if cue.name not in _ROLES:
            continue
        mention, offices = min(asked.agencies, key=lambda each: _distance(cue, each[0]))
        if of_nobody(asked, cue):
            continue
        if _is_denied(asked, cue):
            found.append(Denied(cue.name, mention, offices, f"{cue.text} {mention.text}"))
        elif cue.name != "part" and alone_in(asked, cue) and not _other_denied(asked, cue):
            other = "lead" if cue.name == "coordinate" else "coordinate"
            found.append(Denied(other, mention, offices, f"{cue.text} {mention.text}"))
    return found


def excluded(asked: Asked) -> list[tuple[Mention, list[str]]]:
    """The agencies that are named to be left out: "besides", "other than", "ngoài", "trừ"."""
    return [
        (mention, offices)
        for mention, offices in asked.agencies
        if any(0 < mention.first - cue.last <= 2 for cue in asked.all("except"))
        or (
            asked.has("most", "least")
            and any(0 < mention.first - cue.last <= 2 for cue in asked.all("after"))
        )
    ]


_JOINS = frozenset(("va", "and"))


def asked_too(asked: Asked) -> list[tuple[Mention, list[str]]]:
    """The agencies that are asked for too, joined to the one that is: "đài và báo nào"."""
    which = {cue.first for cue in asked.all("which-before")}
    nouns = {cue.first for cue in asked.all("noun-agency") if cue.last + 1 in which}
    return [
        (mention, offices)
        for mention, offices in asked.agencies
        if mention.last + 2 in nouns and asked.words[mention.last + 1].folded in _JOINS
    ]


_FOR = frozenset(("cho", "giup", "de", "len", "the", "to", "cua"))
_ADVISES = frozenset(("muu", "trinh", "advis", "advise", "advises", "advising"))


def advised(asked: Asked) -> list[tuple[Mention, list[str]]]:
    """The committees that are advised or asked by who is asked for ("ai tham mưu UBND")."""
    found = []
    for mention, offices in asked.agencies:
        place = mention.first - 1
        while place >= 0 and asked.words[place].folded in _FOR:
            place -= 1
        if (
            place >= 0
            and asked.words[place].folded in _ADVISES
            and asked.has("who", "which-before", "which-after")
        ):
            found.append((mention, offices))
    return found


def sole_roles(asked: Asked) -> dict[str, str]:
    """The roles that one agency has and shares with no other, with the words for it."""
    return {cue.name: cue.text for cue in roles_asked(asked) if is_sole(asked, cue)}


_NOBODY = ("nobody", "no one", "without any")


def of_nobody(asked: Asked, role: Cue) -> bool:
    """Whether a role is said to be nobody's: "with nobody coordinating", "không ai phối hợp"."""
    said = [cue for cue in asked.all("not") if 0 < role.first - cue.last <= _BESIDE_NOBODY]
    return any(fold(cue.text).startswith(_NOBODY) or fold(cue.text).endswith(" ai") for cue in said)


_BESIDE_NOBODY = 2


def _is_denied(asked: Asked, role: Cue) -> bool:
    """Whether a "not" stands before a role, with nothing but agencies and small words between."""
    if role.name not in _ROLES:
        return False
    for cue in asked.all("not"):
        if cue.text.casefold() == "no" and cue.first == role.last + 1:
            return True
        between = range(cue.last + 1, role.first)
        if cue.last >= role.first or len(between) > 12:
            continue
        taken = {
            place
            for mention in asked.mentions
            if mention.is_a("agency", "stop", "province")
            for place in range(mention.first, mention.last + 1)
        }
        # "không giao Sở Y tế chủ trì" has two words for one role.
        inner = [other for other in asked.all(*_ROLES) if other.first in between]
        taken.update(place for other in inner for place in range(other.first, other.last + 1))
        others = any(other.name != role.name for other in inner)
        small = {place for place in between if asked.words[place].folded in _ROLE_OF}
        if not others and all(place in taken | small for place in between):
            return True
    return False


_ROLE_OF = frozenset(
    ("a", "an", "the", "supporting", "coordinating", "lead", "among", "one", "of", "as", "la", "mot")
)
"""What may stand between "not" and the one who has a role: "is not a supporting partner"."""


def roles_asked(asked: Asked) -> list[Cue]:
    """The words for lead and coordinate that are not denied."""
    said = [cue for cue in asked.cues if cue.name in ("lead", "coordinate") and not _is_denied(asked, cue)]
    said = [cue for cue in said if not left_out(asked, cue)]
    return [cue for cue in said if not only_gives(asked, cue)]


_LEFT_OUT = frozenset(
    (
        "the", "agency", "agencies", "body", "department", "co", "quan", "don", "vi", "so", "ben",
        "nguoi", "that", "who", "nao", "cac", "one", "ones",
    )
)  # fmt: skip


def left_out(asked: Asked, role: Cue) -> bool:
    """Whether those who have a role are left out: "besides the lead agency, who takes part"."""
    if role.name not in ("lead", "coordinate") or role.first >= len(asked.words):
        return False
    return any(
        0 < role.first - cue.last <= 4
        and {word.folded for word in asked.words[cue.last + 1 : role.first]} <= _LEFT_OUT
        for cue in asked.all("except")
    )


_GIVING = frozenset(
    (
        "giao",
        "duoc giao",
        "giao cho",
        "phan cong cho",
        "duoc phan cong",
        "assigned",
        "entrusted",
        "tasked with",
    )
)


def only_gives(asked: Asked, cue: Cue) -> bool:
    """Whether a word only tells that a role is given, and the role follows: "giao Sở Y tế phối hợp"."""
    if fold(cue.text) not in _GIVING:
        return False
    agencies = {place for mention, _ in asked.agencies for place in range(mention.first, mention.last + 1)}
    said = asked.all("lead", "coordinate")
    after = [other.first - sum(cue.last < place < other.first for place in agencies) for other in said]
    return any(0 < place - cue.last <= 2 for place in after)


def never(asked: Asked) -> str | None:
    """The role that the agencies asked for never have: "which only coordinate and lead nothing"."""
    kept = {cue.name for cue in roles_asked(asked)}
    gone = {cue.name for cue in asked.all("lead", "coordinate") if _is_denied(asked, cue)} - kept
    if gone and kept:
        return gone.pop()
    only = [cue for cue in roles_asked(asked) if alone_in(asked, cue)]
    return ("lead" if only[0].name == "coordinate" else "coordinate") if only else None


def _other_denied(asked: Asked, role: Cue) -> bool:
    return any(_is_denied(asked, cue) for cue in asked.cues if cue.name in _ROLES and cue != role)


def _distance(cue: Cue, mention: Mention) -> int:
    return min(abs(cue.first - mention.last), abs(mention.first - cue.last))
