"""What a question asks about roles: which part, both at once, one of two agencies, how often."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.ask.reading.role_numbers import alone_in
from qpgraph.ask.reading.roles import roles_asked
from qpgraph.ask.words.words import OR
from qpgraph.search.text import fold

__all__ = [
    "beside",
    "both_asked",
    "counts_role",
    "counts_times",
    "is_post",
    "leads_beside",
    "lists_role",
    "mutual",
    "names_role",
    "names_roles",
    "one_of",
    "part_asked",
    "shares_lead",
    "with_whom",
]

_FAR = 4
_BESIDE_OR = frozenset(
    (
        "la", "chi", "dong", "vai", "tro", "lam", "nguoi", "ben", "thoi", "don", "thuan", "tham",
        "gia", "only", "just", "merely", "simply", "does", "it", "do", "they", "is", "a", "the",
        "an", "as", "role",
    )
)  # fmt: skip
"""What may stand with "or" between two roles: "leads, or does it only coordinate"."""
_ROLE = ("role", "roles", "vai tro", "vai gi", "vai nao", "tu cach gi", "what part", "chan trong")
_AND = frozenset(
    (
        "va", "and", "ai", "who", "whom", "nao", "co", "quan", "don", "vi", "so", "ben", "which",
        "what", "agency", "agencies", "department", "departments", "body", "bodies", "con", "thi",
        "la", "lan", "cung", "the", "is", "are", "giup", "plus", "duoc", "giao", "all", "every", "any", "its",
    )
)  # fmt: skip
_AGAIN = frozenset(("va", "and", "ai", "who", "nao", "con", "lan", "plus", "which", "what"))
"""What may stand between two roles where both are asked for: "who leads and who coordinates"."""


def part_asked(asked: Asked) -> bool:
    """Whether it is asked which part a named agency has: "does it lead or coordinate", "what role"."""
    roles = [cue for cue in asked.cues if cue.name in ("lead", "coordinate")]
    for one, other in pairwise(sorted(roles, key=lambda cue: cue.first)):
        between = [word.folded for word in asked.words[one.last + 1 : other.first]]
        either = [place for place, word in enumerate(between) if word in OR]
        joined = either and set(between[either[-1] :]) <= OR | _BESIDE_OR
        if one.name != other.name and (joined or fold(other.text).startswith(("or ", "hay "))):
            return len(asked.agencies) == 1
    asking = any(
        fold(cue.text).startswith(("what ", "which ")) or fold(cue.text).endswith((" gi", " nao"))
        for cue in asked.all("part")
    )
    which = asking or asked.has("which-before", "which-after", "definition")
    role = any(
        fold(cue.text).startswith(_ROLE) or fold(cue.text).endswith(_ROLE) for cue in asked.all("part")
    )
    return which and role and len(asked.agencies) == 1


def both_asked(asked: Asked) -> bool:
    """Whether those who lead and those who coordinate are asked for at once."""
    roles = sorted(roles_asked(asked), key=lambda cue: cue.first)
    apart = [cue for cue in roles if cue.first >= len(asked.words)]
    if apart and len(asked.all("who", "which-before", "which-after")) > 1:
        return len({cue.name for cue in roles}) > 1
    if _each_asked(asked, roles):
        return True
    return any(
        one.name != other.name and _joined(asked, one, other)
        for one, other in pairwise(roles)
        if other.last < len(asked.words) and not (alone_in(asked, one) or alone_in(asked, other))
    )


def _each_asked(asked: Asked, roles: Sequence[Cue]) -> bool:
    """Whether a question word stands before each of two roles: "who leads task 4.3, and who helps"."""
    asking = asked.all("who", "which-before", "which-after")
    beside = [(role.name, cue) for role in roles for cue in asking if 0 < role.first - cue.last < _FAR]
    return len({name for name, _ in beside}) > 1 and len({cue for _, cue in beside}) > 1


def _joined(asked: Asked, one: Cue, other: Cue) -> bool:
    """Whether a comma, an "and" or a second "who" stands between two roles, and little else."""
    between = {word.folded for word in asked.words[one.last + 1 : other.first]}
    comma = bool(set(",/-+") & set(asked.text[asked.words[one.last].end : asked.words[other.first].start]))
    return between <= _AND and (comma or bool(between & _AGAIN))


_BETWEEN_TWO = frozenset(("between", "giua"))


def one_of(asked: Asked) -> bool:
    """Whether one of two named agencies is asked for: "is it A or B that leads"."""
    if len(asked.agencies) < 2 or not asked.has("lead", "coordinate"):
        return False
    *_, first, other = sorted((mention for mention, _ in asked.agencies), key=lambda each: each.first)
    between = {word.exact for word in asked.words[first.last + 1 : other.first]}
    begins = asked.words[first.first - 1].folded if first.first else ""
    return bool(between & {"hay", "or", "hoăc5"} or begins in _BETWEEN_TWO) and len(between) <= _FAR


_WHO_HAS_IT = frozenset(("coordinator", "co-ordinator", "partner", "leader", "collaborator"))
_TIMES = frozenset(("may lan", "bao nhieu lan", "how many times"))


def names_role(asked: Asked) -> bool:
    """Whether those who have a role are named and nobody else: "coordinators for task 4.3?"."""
    cues = [
        cue for cue in asked.all("lead", "coordinate") if cue.text.casefold().removesuffix("s") in _WHO_HAS_IT
    ]
    own = {mention.last + 2 for mention, _ in asked.agencies}
    return bool(cues) and (not asked.agencies or any(_is_own(asked, cue, own) for cue in cues))


def _is_own(asked: Asked, role: Cue, after: Collection[int]) -> bool:
    """Whether a role is had beside a named agency: "DOST's partners"."""
    return role.first in after and asked.words[role.first - 1].folded == "s"


def counts_role(asked: Asked) -> bool:
    """Whether it is asked how many have a role in a task: "how many leads does 5.3 have"."""
    counts = {cue.last + 1 for cue in asked.all("how-many")}
    return bool(asked.refs) and any(
        cue.first in counts and cue.text.casefold() in ("leads", "coordinators", "partners", "leaders")
        for cue in asked.all("lead", "coordinate")
    )


def names_roles(asked: Asked) -> bool:
    """Whether all roles in a task are asked for: "roles in task 4.8", "chủ trì - phối hợp?"."""
    if not asked.refs or asked.agencies or asked.has("how-many", "when", "where", "not", "most", "least"):
        return False
    roles = {fold(cue.text) for cue in asked.all("part")} & {"roles", "vai tro", "role"}
    return bool(roles) or both_asked(asked)


def lists_role(asked: Asked) -> bool:
    """Whether those who have a role are to be listed: "list the leads of the task on …"."""
    words = asked.words
    return any(
        0 < role.first - cue.last <= 2
        and role.text.casefold().removesuffix("s") in _WHO_HAS_IT | {"lead"}
        and role.last + 1 < len(words)
        and words[role.last + 1].folded in ("of", "for", "on")
        for cue in asked.all("list", "which-after")
        for role in asked.all("lead", "coordinate")
    )


def counts_times(asked: Asked) -> bool:
    """Whether it is asked how often an agency has a role: "chủ trì mấy lần" counts tasks."""
    times = {fold(cue.text) for cue in asked.all("how-often")} & _TIMES
    return bool(times) and bool(asked.agencies) and asked.has("lead", "coordinate")


def leads_beside(asked: Asked) -> bool:
    """Whether those who share the lead with an agency are asked for: "ai cùng Sở A chủ trì"."""
    if any(cue.text for cue in asked.all("coordinate")):
        return False
    words = asked.words
    return any(
        mention.first > 0
        and words[mention.first - 1].exact in ("cung", "cung2")
        and any(cue.first == mention.last + 1 for cue in asked.all("lead"))
        for mention, _ in asked.agencies
    )


_WITH = frozenset(("cung", "voi", "with"))


def with_whom(asked: Asked) -> bool:
    """Whether it is asked with whom an agency leads: "chủ trì cùng ai", "leads with whom"."""
    words = asked.words
    return any(
        0 < who.first - cue.last <= 3 and words[who.first - 1].folded in _WITH
        for cue in asked.all("lead")
        for who in asked.all("who", "noun-agency")
    )


def beside(asked: Asked) -> bool:
    """Whether something is done with an agency that is named: "ai làm phóng sự với Sở A"."""
    words = asked.words
    before = [
        [word.folded for word in words[max(mention.first - 2, 0) : mention.first] if word.folded != "the"]
        for mention, _ in asked.agencies
    ]
    return any(said[-1] in _WITH for said in before if said)


_MUTUAL = frozenset(
    ("work", "works", "working", "cooperat", "collaborat", "partner", "team", "join", "bat", "lam")
)


def mutual(asked: Asked) -> bool:
    """Whether those whom a named agency works with are asked for, whichever of them leads."""
    said = {fold(cue.text) for cue in asked.all("coordinate")}
    with_them = any(cue.endswith((" with", " voi", " cung")) for cue in said)
    return with_them or any(cue.startswith(tuple(_MUTUAL)) for cue in said)


_TO = frozenset(("in", "to", "and", "de"))


def shares_lead(asked: Asked) -> bool:
    """Whether who is asked for leads with who is named: "who joins the Alliance in leading it"."""
    said = roles_asked(asked)
    if {cue.name for cue in said} == {"lead"}:
        return asked.has("together", "jointly") and not with_whom(asked)
    return any(
        one.name == "coordinate"
        and other.name == "lead"
        and one.last < mention.first <= mention.last < other.first
        and asked.words[other.first - 1].folded in _TO
        for one, other in pairwise(said)
        for mention, _ in asked.agencies
        if other.first < len(asked.words)
    )


def is_post(asked: Asked) -> bool:
    """Whether a question is no more than what an agency is to a plan: "standing agency of the plan?"."""
    if asked.agencies or asked.has("which-before", "which-after", "how-many", "list", "not", "noun-duty"):
        return False
    posts = {fold(topic.text) for topic in asked.topics} & _POSTS
    return bool(posts) and any(fold(cue.text) in posts for cue in asked.all("noun-agency"))


_POSTS = frozenset(
    (
        *("co quan dau moi", "don vi dau moi", "co quan thuong truc", "don vi thuong truc"),
        *("standing agency", "standing body", "focal point", "focal agency", "contact point"),
    )
)
