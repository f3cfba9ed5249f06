"""What was read in a question: its cues and conditions, and which of its words belong to them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from qpgraph.ask.words.linking import Mention
from qpgraph.ask.words.words import Language, Word

__all__ = [
    "Asked",
    "Cue",
    "after_owner",
    "ask_kind",
    "drop_role_topics",
    "glued",
    "less_period",
    "meant",
    "of_number",
    "take_groups",
]


@dataclass(frozen=True)
class Cue:
    """A cue's name and where it stands among the words."""

    name: str
    first: int
    last: int
    text: str


@dataclass
class Asked:
    """What was read in a question: cues, conditions, and what is left over for the topic."""

    text: str
    language: Language
    words: Sequence[Word]
    mentions: list[Mention]
    cues: list[Cue] = field(default_factory=list)
    provinces: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    plans: list[str] = field(default_factory=list)
    agencies: list[tuple[Mention, list[str]]] = field(default_factory=list)
    acts: list[str] = field(default_factory=list)
    years: list[tuple[int, int]] = field(default_factory=list)
    """Years with their places among the words."""
    refs: list[str] = field(default_factory=list)
    numbers: list[tuple[int, float]] = field(default_factory=list)
    topics: list[Mention] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)
    days: list[str] = field(default_factory=list)
    """Days of the year, as `--11-30`."""
    dates: list[str] = field(default_factory=list)
    """Whole dates, as `2025-08-28`."""
    quarters: dict[int, str] = field(default_factory=dict)
    """Quarters of the year, with the words for them."""
    standards: list[str] = field(default_factory=list)
    """Numbers of standards that the graph doesn't know."""
    typed: str = ""
    """The question as typed; in `text`, short forms are written out and slips mended."""
    aside: str = ""
    """What is told around the sentence that asks, if that was read alone."""
    lead_in: set[int] = field(default_factory=set)
    """Places of words in which the asker only speaks of themselves."""
    used: dict[str, str] = field(default_factory=dict)
    """Address of a thing to the words that named it."""
    further: tuple["Asked", ...] = ()
    """Clauses that ask for further facts of the same thing."""
    whole: "Asked | None" = None
    """The question with those clauses, if they were parted from it."""

    def names(self, thing: str) -> bool:
        """Whether a thing is named itself, and not meant because others are left out ("besides A")."""
        return self.used.get(thing, "") in {"", *(mention.text for mention in self.mentions)}

    def has(self, *names: str) -> bool:
        """Whether one of the cues is there."""
        return any(cue.name in names for cue in self.cues)

    def cue(self, *names: str) -> Cue | None:
        """The first of these cues."""
        return next((cue for cue in self.cues if cue.name in names), None)

    def all(self, *names: str) -> list[Cue]:
        """All of these cues."""
        return [cue for cue in self.cues if cue.name in names]


_OF_PAPERS = ("nao", "gi", "")
"""What follows "báo" where it is a newspaper; before other words it tells or is the half of one."""


def meant(mention: Mention, words: Sequence[Word]) -> Mention:
    """A mention less what it can't mean here: "MOST" is the ministry, "báo cho ai" no newspaper."""
    if mention.text in ("MOST", "MoST") and mention.is_a("agency"):
        return replace(mention, readings=tuple(each for each in mention.readings if each.kind == "agency"))
    after = words[mention.last + 1].folded if mention.last + 1 < len(words) else ""
    if mention.text.casefold() in ("báo", "bao") and after not in _OF_PAPERS:
        return replace(mention, readings=tuple(each for each in mention.readings if each.kind == "stop"))
    return mention


_BESIDE_PART = frozenset(
    ("co", "duoc", "cung", "phai", "se", "deu", "must", "also", "does", "do", "to", "nao", "gi")
)


def drop_role_topics(asked: Asked) -> None:
    """ "Tham gia" right after an agency is its part in something, and nothing that enterprises do."""
    spans = [(each.first, each.last) for each in asked.mentions if each.is_a("province")]
    places = {place for first, last in spans for place in range(first, last + 1)}
    parts = {(cue.first, cue.last) for cue in asked.all("part")}

    def is_part(topic: Mention) -> bool:
        return (topic.first, topic.last) in parts and any(
            mention.last < topic.first
            and all(
                place in places or asked.words[place].folded in _BESIDE_PART
                for place in range(mention.last + 1, topic.first)
            )
            for mention, _ in asked.agencies
        )

    asked.topics = [topic for topic in asked.topics if not is_part(topic)]


def after_owner(asked: Asked, mention: Mention) -> int:
    """The place after one who is named, past the "'s" that makes what follows theirs."""
    place = mention.last + 1
    return place + 1 if place < len(asked.words) and asked.words[place].exact == "s" else place


def of_number(asked: Asked, place: int) -> bool:
    """Whether a word goes on with the number of a document that is known ("43/2022")."""
    if place == 0 or asked.words[place - 1].folded not in asked.used.values():
        return False
    return asked.text[asked.words[place - 1].end : asked.words[place].start] in ("/", "-")


def ask_kind(asked: Asked) -> None:
    """A kind of agency before "which" is asked for: "Sở nào", "hội đồng nhân dân tỉnh nào"."""
    which = {cue.first - 1 for cue in asked.all("which-before")}
    for mention, offices in list(asked.agencies):
        whose = mention.first and asked.words[mention.first - 1].folded in ("cua", "do")
        if mention.last in which and not (whose and all("/viet-nam/" in office for office in offices)):
            asked.agencies.remove((mention, offices))
            asked.cues.append(Cue("noun-agency", mention.first, mention.last, mention.text))
            asked.numbers = [each for each in asked.numbers if each[0] != mention.first - 1]


_OF_GROUPS = ("noun-task", "noun-measure", "noun-group", "noun-task-group", "noun-measure-group")


def take_groups(asked: Asked, groups: Collection[str], before: Collection[str]) -> None:
    """A number right after the word for a group of tasks or measures names it ("nhóm 4", "group II")."""
    if asked.has("noun-budget", "noun-catalogue") or not asked.has(*_OF_GROUPS):
        return
    for place in [*(place for place, _ in asked.numbers), *asked.unknown]:
        word = asked.words[place].folded
        nouns = [cue for cue in asked.all("noun-task", "noun-measure") if cue.last == place - 1]
        first = nouns[0].first if nouns else place
        grouped = any(cue.last == place - 1 for cue in asked.all("noun-task-group", "noun-measure-group"))
        if word in groups and (grouped or (first and asked.words[first - 1].folded in before)):
            asked.refs.append(word)
            asked.numbers = [each for each in asked.numbers if each[0] != place]
            asked.unknown = [each for each in asked.unknown if each != place]


def glued(text: str, asked: Asked) -> set[int]:
    """The words that belong to a document's number that is known by its first part (`100/QĐ-TTg`)."""
    found: set[int] = set()
    for mention in asked.mentions:
        place = mention.last + 1
        while (
            mention.is_a("legal", "plan")
            and place < len(asked.words)
            and text[asked.words[place - 1].end : asked.words[place].start] in ("/", "-")
        ):
            found.add(place)
            place += 1
    return found


_PAST = frozenset(("qua", "truoc", "roi", "gan", "past", "last", "previous", "prior", "earlier"))


def less_period(asked: Asked, lengths: Collection[int]) -> None:
    """A number of years that is just as long as a plan ("over the 5 years") is no condition on money."""
    if not asked.has("noun-budget", "total"):
        return
    words = asked.words
    for place, number in list(asked.numbers):
        after = words[place + 1].folded if place + 1 < len(words) else ""
        beside = {word.folded for word in words[max(place - 1, 0) : place + 3]}
        listed = number == len(asked.years) > 1
        if (number in lengths or listed) and after in ("nam", "year", "years") and not beside & _PAST:
            asked.numbers.remove((place, number))
