"""Facts that a question asks for besides the first: "who leads it, and how many places each year".

The clauses at the end that only ask for another fact of the same thing are read apart. What stands before
them is the question; each further clause wants columns of its answer.
"""

# ruff: noqa: PLR0911 - a decision returns where it is made

import re
from collections.abc import Callable
from dataclasses import replace

from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.ask.reading.whether import asks_whether
from qpgraph.ask.words.words import AND
from qpgraph.search.text import fold, has_diacritics

__all__ = ["asks_fact", "facts_wanted", "parted"]

_ANYONE = r"(?: nhung| cac)? (?:ai|whom|who|which|dau|(?:co quan|don vi|so) nao)\b"
_WITH = re.compile(rf"\b(?:with|beside|alongside|voi|cung){_ANYONE}")
_TO = re.compile(rf"\b(?:to|cho|gui|toi|len){_ANYONE}")
_THROUGH = re.compile(
    r"\b(?:through|via|past|before|behind|under|qua|duoi|truoc)(?: \S+){0,2} (?:ai|whom|whose|which|nao)\b"
)
"""Prepositions before "who" that ask for another part in it."""
_IT = frozenset(("no", "chung", "ay", "kia", "item", "line", "khoan", "dong"))
_MOST = 3
"""So many further facts."""
_WH = ("which-before", "which-after", "who", "when", "where", "how-many", "deadline", "how-often", "what-for")
_HARD = (
    *("not", "except", "only", "most", "least", "higher", "lower", "same", "compare", "difference", "ratio"),
    *("every", "by-province", "yes-no-end", "shared", "common", "both", "earliest", "latest", "if-so"),
    *("replace", "amend", "elsewhere-too", "before", "after", "total"),
)
"""Cues by which a clause asks for more than a fact of the same thing."""
_DOERS = (
    *(("report-to", "receiver"), ("recipient", "recipient"), ("coordinate", "coordinate")),
    *(("partner", "coordinate"), ("together", "coordinate"), ("issuer", "issuer"), ("signer", "signer")),
    ("lead", "doer"),
)
"""What is asked for with "who", by the word for the role; without one it is who does it."""
_NOUNS = {
    "noun-output": "output",
    "noun-standard": "standard",
    "noun-province": "place",
    "noun-plan": "place",
    "noun-task": "task",
    "noun-target": "target",
    "noun-step": "ref",
    "noun-budget": "ref",
    "noun-group": "group",
}
"""What is asked for with "which", by its noun."""
_PLAIN = {
    "number": "number",
    "title": "title",
    "document-type": "type",
    "issuer": "issuer",
    "signer": "signer",
    "signer-role": "signer-role",
    "issued": "date",
    "noun-output": "output",
    "recipient": "recipient",
}
"""Words that ask for a fact by themselves."""


def parted(asked: Asked, read: Callable[[str], Asked]) -> Asked:
    """The question less its further clauses, which stand in `further`; as it is where it has none."""
    further: list[Asked] = []
    head = asked
    while len(further) < _MOST and (found := _last_clause(head, read)):
        head, clause = found
        further.insert(0, clause)
    if not further:
        return asked
    # Read as one, the question may take up a further clause and forget the first.
    first = (head,) if facts_wanted(head) else ()
    whole = replace(asked, further=(*first, *further))
    return replace(head, further=tuple(further), typed=asked.typed, whole=whole)


def _last_clause(asked: Asked, read: Callable[[str], Asked]) -> tuple[Asked, Asked] | None:
    """The question before its last clause, and that clause, if it asks for a further fact."""
    words = asked.words
    within = {place for each in asked.mentions for place in range(each.first + 1, each.last + 1)}
    for at in range(len(words) - 1, 0, -1):
        if at in within:
            continue
        linked = words[at].folded in AND
        before = asked.text[: words[at].start].rstrip()
        if not (linked or words[at].after_break) or before.endswith((":", "/", "-", ".", "(", "'")):
            continue
        asking = [*asked.all(*_WH, "list", *(_PLAIN if linked else ())), *filter(asks_fact, asked.cues)]
        if not any(cue.first >= at for cue in asking) or not _asks(asked, at, linked):
            continue
        if any(place >= at for place, _ in (*asked.numbers, *asked.years)) or _names(asked, at):
            return None
        head, clause = (
            replace(read(text), language=asked.language)
            for text in (before.rstrip(" ,;?"), asked.text[words[at].start :])
        )
        if _is_further(clause, head, linked=linked) and _stands(head) and not _is_whole(head, clause):
            return head, clause
    return None


def _is_whole(head: Asked, clause: Asked) -> bool:
    """Whether both ask for one thing together: who does it where, which ministry and which committee."""
    facts = {*facts_wanted(clause)}
    named = head.has("noun-agency", "report-to", "report")
    bare = named and facts == {"doer"} and not clause.has("who", "lead")
    return bare or (head.has("where") and bool({"doer", "coordinate"} & facts))


def _is_further(clause: Asked, head: Asked, *, linked: bool) -> bool:
    """Whether a clause asks for facts and says nothing else, but for what "how many" counts."""
    facts = facts_wanted(clause)
    if not facts or clause.has(*_HARD):
        return False
    again = _IT | {word.key for word in head.words}
    said = [place for each in clause.topics for place in range(each.first, each.last + 1)]
    firm = {each.first for each in clause.topics if each.is_a("standard", "family")}
    firm |= {cue.first for cue in clause.cues if cue.name.startswith("noun-")}
    left = [clause.words[place].key for place in (*said, *clause.unknown) if place not in firm]
    return ("quantity" in facts and (linked or clause.language == "vi")) or again.issuperset(left)


def _asks(asked: Asked, end: int, linked: bool) -> bool:
    """Whether what stands before a place asks already."""
    names = (*_WH, "list", *_PLAIN, "noun-budget") if linked else _WH
    cues = [cue for cue in asked.all(*names) if fold(cue.text) not in ("cac", "nhung")]
    return any(cue.last < end for cue in (*cues, *filter(asks_fact, asked.cues)))


def asks_fact(cue: Cue) -> str:
    """What a word for money or for a least number asks for by itself ("bao nhiêu tiền"); nothing if none."""
    fact = {"noun-budget": "amount", "at-least": "quantity"}.get(cue.name, "")
    return fact if re.search(r"\b(?:bao nhieu|may|how much|number of)\b", fold(cue.text)) else ""


def _names(asked: Asked, start: int) -> bool:
    """Whether a clause names a place, an agency, an act or a number of its own."""
    kinds = ("province", "plan", "legal", "place", "outside")
    mentions = [mention for mention in asked.mentions if mention.is_a(*kinds)]
    mentions += [mention for mention, _ in asked.agencies]
    named = any(mention.first >= start for mention in mentions)
    return named or any(word.folded in map(fold, asked.refs) for word in asked.words[start:])


def _stands(head: Asked) -> bool:
    """Whether a question says by itself what it is about."""
    told = (head.topics, head.refs, head.acts, head.agencies, head.plans, head.unknown, head.quarters)
    named = any(told) or head.has("noun-step", "report", "noun-budget", "noun-catalogue")
    return named and not asks_whether(head) and "?" not in head.text


def facts_wanted(asked: Asked) -> tuple[str, ...]:
    """The facts that a clause asks for; none where one of its question words is not understood."""
    found: list[str] = []
    for cue in asked.cues:
        if cue.text and (cue.name in _WH or asks_fact(cue)):
            fact = _fact(asked, cue)
            if not fact:
                return ()
            found += fact
    found = found or _plain(asked) or (_listed(asked) if asked.has("list") else [])
    return tuple(dict.fromkeys(found))


def _fact(asked: Asked, cue: Cue) -> list[str]:
    """What a question word asks for."""
    nouns = [each for each in asked.cues if each.name.startswith("noun-")]
    near = sorted(nouns, key=lambda noun: abs(noun.first - cue.first))
    if cue.name in ("when", "deadline", "how-often"):
        return ["due" if asked.has("deadline") else "time"]
    if cue.name == "what-for":
        return ["purpose"]
    if fact := asks_fact(cue):
        return [fact]
    if cue.name == "how-many":
        if any(noun.name in ("noun-task", "noun-target", "noun-act", "noun-agency") for noun in near[:1]):
            return []
        money = asked.has("noun-budget") or not (asked.topics or asked.unknown or nouns)
        return ["amount" if money else "quantity"]
    if cue.name == "where" or (cue.name == "who" and asked.has("noun-plan")):
        return [] if asked.has("noun-agency") else ["place"]
    if cue.name == "who" or (near and near[0].name == "noun-agency"):
        return _doers(asked)
    if near and near[0].name in _NOUNS:
        return [_NOUNS[near[0].name]]
    return _plain(asked) or ["time"] * asked.has("when", "period")


def _listed(asked: Asked) -> list[str]:
    """What "name them" or "name the supporting agencies" asks for."""
    if asked.has("lead", "coordinate"):
        return _doers(asked)
    return [] if any(cue.name.startswith("noun-") for cue in asked.cues) else ["named"]


def _plain(asked: Asked) -> list[str]:
    """The facts that nouns ask for; the number of a task is not that of a document."""
    own = [fact for name, fact in _NOUNS.items() if name in ("noun-task", "noun-target") and asked.has(name)]
    named = [fact for name, fact in _PLAIN.items() if asked.has(name)]
    return own if own and named == ["number"] else named


def _doers(asked: Asked) -> list[str]:
    """Whom "who" asks for."""
    said = fold(asked.text)
    if said.endswith("so nao") and not has_diacritics(asked.text):
        return ["number"]
    if _THROUGH.search(said):
        return []
    found = [fact for name, fact in _DOERS if asked.has(name)]
    found += ["coordinate"] * bool(_WITH.search(said)) + ["receiver"] * bool(_TO.search(said))
    # "What office did he hold" asks for no agency.
    return list(dict.fromkeys(found)) or ["doer"] * (asked.has("who") or not asked.has("yes-no-start"))
