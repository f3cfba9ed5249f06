"""A question read: which of its words are conditions, which are cues, which say what it is about."""

import re
from collections.abc import Iterable, Sequence

from qpgraph.ask.lexicon import Lexicon
from qpgraph.ask.reading.asked import (
    Asked,
    Cue,
    after_owner,
    ask_kind,
    drop_role_topics,
    glued,
    less_period,
    meant,
    of_number,
    take_groups,
)
from qpgraph.ask.reading.collectives import is_aside
from qpgraph.ask.reading.counting import compare_numbers
from qpgraph.ask.reading.document_numbers import documents_numbered
from qpgraph.ask.reading.further import parted
from qpgraph.ask.reading.money import MONEY_UNITS
from qpgraph.ask.reading.one_plan import choose_plan
from qpgraph.ask.reading.own_plan import drop_own_year
from qpgraph.ask.reading.places_asked import leave_out, less_plan_type, take_places
from qpgraph.ask.reading.role_words import settle_roles
from qpgraph.ask.reading.unmeant import drop_unmeant
from qpgraph.ask.vocabulary import Vocabulary
from qpgraph.ask.words.blanks import filled_in
from qpgraph.ask.words.days import days_in, quarters_in
from qpgraph.ask.words.ellipsis import shared_words
from qpgraph.ask.words.fields import field_patterns
from qpgraph.ask.words.framing import lead_in, plan_named
from qpgraph.ask.words.linking import Linker, Mention
from qpgraph.ask.words.numerals import NUMBER_WORDS, asks_scale, numerals_in
from qpgraph.ask.words.short import short_forms
from qpgraph.ask.words.spelling import mend, respelt, spelling_of
from qpgraph.ask.words.words import Word, language_of, words_of
from qpgraph.search.text import fold, has_diacritics, normalize

__all__ = ["Reader"]

_REF = re.compile(r"(?:\d{1,2}|[ivx]+)(?:\.(?:\d{1,2}|[a-z]))+")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_YEAR = re.compile(r"20[1-4]\d")

_BEFORE_SET = frozenset(("the", "of", "these", "those", "all", "both", "ca", "trong"))
"""Before a number that says how many there are: it is no condition."""

_SHARES = ("%", "phần trăm", "phan tram", "percent", "per cent")


def _is_number(mention: Mention, words: Sequence[Word]) -> bool:
    """Whether an English number is read as a word of the other language ("ten" as "tên")."""
    return mention.first == mention.last and words[mention.first].exact in NUMBER_WORDS


def _is_counted(mention: Mention) -> bool:
    """Whether a mention is a noun that is asked for ("two departments"), and nothing that plans count."""
    return mention.is_a("cue") and not mention.is_a("unit", "synonym", "theme")


class Reader:
    """Reads questions against a vocabulary."""

    def __init__(self, vocabulary: Vocabulary, linker: Linker, lexicon: Lexicon) -> None:
        self._vocabulary = vocabulary
        self._linker = linker
        self._lexicon = lexicon
        self._spelling = spelling_of(vocabulary, linker, lexicon)
        self._shorts = short_forms(lexicon.shorts, vocabulary)
        names = [name for names in lexicon.aliases.values() for name in names]
        self._shared = shared_words(vocabulary, names)
        known = (name for thing in vocabulary.of_kind("agency") for name in thing.names)
        self._fields = field_patterns([*known, *names])
        self._parts = frozenset(lexicon.lists["before-numeral"])
        self._groups = {
            fold(point.ref) for point in vocabulary.points.values() if point.kind.endswith("-group")
        }
        refs = {fold(point.ref) for point in vocabulary.points.values() if "." in point.ref}
        self._refs = refs | {ref.rpartition(".")[0] for ref in refs if ref.count(".") > 1}

    def read(self, text: str) -> Asked:
        """What a question says, as far as it is understood; its further clauses apart."""
        return parted(self._read(text), self._read)

    def _read(self, text: str) -> Asked:
        typed = text = normalize(text).strip()
        words = words_of(text)
        language = language_of(text, words, self._lexicon.english, self._lexicon.vietnamese)
        text = self._shared.each(self._shorts.written_out(text, language), language)
        text = filled_in(text, language)
        text = self._fields.written_out(text, language)
        text, words = respelt(text, mend(words_of(text), self._spelling, language))
        mentions = self._linker.link(text, words)
        spoken = lead_in(words, mentions, self._vocabulary, self._lexicon, text)
        aside = spoken | plan_named(words, mentions, self._vocabulary)
        mentions = [
            meant(mention, words)
            for mention in mentions
            if mention.first not in aside or mention.is_a("province", "plan", "legal", "place")
        ]
        numerals = list(numerals_in(words))
        counted = {place for each in numerals for place in range(each.first, each.last + 1)}
        mentions = [each for each in mentions if not {each.first, each.last} <= counted]
        if language == "en":
            mentions = [each for each in mentions if not _is_number(each, words)]
        asked = Asked(text, language, words, mentions, typed=typed, lead_in=spoken)
        asked.numbers = [(each.last, each.value) for each in numerals]
        aside |= counted
        linked = {place for mention in asked.mentions for place in range(mention.first, mention.last + 1)}
        for mention in asked.mentions:
            self._take(asked, mention)
        linked |= glued(text, asked)
        for day in days_in(text):
            (asked.days if day.value.startswith("-") else asked.dates).append(day.value)
            linked |= {place for place, word in enumerate(words) if day.start <= word.start < day.end}
        for number, start, end in quarters_in(text):
            asked.quarters[number] = text[start:end]
            linked |= {place for place, word in enumerate(words) if start <= word.start < end}
        for place, word in enumerate(words):
            if place not in linked and place not in aside:
                self._loose(asked, place, word)
        for name, patterns in self._lexicon.patterns.items():
            if not asked.has(name) and any(pattern.search(text) for pattern in patterns):
                asked.cues.append(Cue(name, len(words), len(words), ""))
        less_period(asked, self._vocabulary.periods)
        compare_numbers(asked)
        ask_kind(asked)
        settle_roles(asked)
        drop_unmeant(asked)
        leave_out(asked, [thing.iri for thing in self._vocabulary.of_kind("province")])
        drop_role_topics(asked)
        self._drop_nominal(asked)
        take_groups(asked, self._groups, self._lexicon.lists["before-numeral"])
        self._narrow(asked)
        less_plan_type(asked)
        named = {mention.first - 1 for mention in asked.mentions if mention.is_a("legal", "plan")}
        named |= {place - 1 for place, word in enumerate(words) if word.folded in asked.used.values()}
        named |= {place - 1 for place in named if place > 0 and words[place].folded in ("so", "no", "number")}
        asked.cues = [cue for cue in asked.cues if cue.name != "noun-act" or cue.last not in named]
        if language == "en":
            ends = {place + 1 for place, word in enumerate(words) if word.folded in asked.used.values()}
            asked.cues = [cue for cue in asked.cues if cue.name != "noun-act" or cue.first not in ends]
        acts = {mention.first - 1 for mention in asked.mentions if mention.is_a("legal")}
        asked.cues = [cue for cue in asked.cues if cue.name != "noun-plan" or cue.last not in acts]
        return asked

    def _take(self, asked: Asked, mention: Mention) -> None:
        things = self._vocabulary.things
        if mention.text in ("ai", "Ai"):
            asked.cues.append(Cue("who", mention.first, mention.last, mention.text))
            return
        plain = (
            not has_diacritics(asked.text) and fold(mention.text) in self._lexicon.lists["other-when-plain"]
        ) or (asked.language == "en" and mention.text.casefold() in self._lexicon.lists["other-in-english"])
        for cue in mention.values("cue"):
            measuring = cue == "noun-measure" and mention.text.casefold().startswith(("measurem", "measurin"))
            yearly = cue == "annual" and mention.text.casefold() in ("year", "years")
            nearby = cue == "noun-province" and mention.text.casefold() == "local"
            if plain or measuring or yearly or nearby or (cue == "who" and mention.text == "AI"):
                continue
            asked.cues.append(Cue(cue, mention.first, mention.last, mention.text))
        for kind, into in (("province", asked.provinces), ("plan", asked.plans), ("legal", asked.acts)):
            for iri in mention.values(kind):
                if iri not in into:
                    into.append(iri)
                    asked.used[iri] = mention.text
        asked.places.extend(mention.values("place"))
        agencies = mention.values("agency")
        if (
            mention.is_a("cue")
            and mention.is_a("agency")
            and not mention.is_a("theme", "standard", "unit", "synonym")
        ):
            return
        if agencies and not mention.is_a("place"):
            offices = self._offices(agencies)
            collective = all(things[iri].one("level") == "group" for iri in agencies)
            if offices and not mention.is_a("cue") and not (collective and is_aside(asked, mention)):
                asked.agencies.append((mention, offices))
                return
        if "percent-word" in mention.values("cue"):
            return
        if mention.is_a("theme", "standard", "family", "unit", "synonym", "agency") and not mention.is_a(
            "province", "plan", "legal"
        ):
            asked.topics.append(mention)

    def _offices(self, agencies: Iterable[str]) -> list[str]:
        """The agencies themselves: a kind stands for all of it."""
        things, wanted = self._vocabulary.things, set(agencies)
        found = [thing.iri for thing in things.values() if thing.kind == "agency" and "/agency/" in thing.iri]
        return [iri for iri in found if iri in wanted or wanted & set(things[iri].relations.get("kind", ()))]

    def _loose(self, asked: Asked, place: int, word: Word) -> None:
        folded = fold(word.exact) if "." in word.exact else word.folded
        named = place > 0 and any(
            mention.last == place - 1 and any(cue.startswith("noun-") for cue in mention.values("cue"))
            for mention in asked.mentions
        )
        after = asked.words[place + 1].folded if place + 1 < len(asked.words) else ""
        if _REF.fullmatch(folded) and (folded in self._refs or named) and after not in MONEY_UNITS:
            asked.refs.append(folded)
        elif of_number(asked, place) or asks_scale(asked.words, place):
            return
        elif folded in self._groups and place and asked.words[place - 1].folded in self._parts:
            asked.refs.append(folded)
        elif _YEAR.fullmatch(word.folded):
            asked.years.append((place, int(word.folded)))
        elif word.folded.replace(".", "").isdigit():
            self._number(asked, place, word)
        elif word.exact in NUMBER_WORDS:
            after = asked.words[place + 1].key if place + 1 < len(asked.words) else ""
            counts = any(mention.first == place + 1 and _is_counted(mention) for mention in asked.mentions)
            counts = counts or self._of_one(asked, place + 1)
            before = asked.words[place - 1].folded if place else ""
            if not counts and after not in ("year", "nam") and before not in _BEFORE_SET:
                asked.numbers.append((place, float(NUMBER_WORDS[word.exact])))
        elif len(word.folded) > 1 or word.folded.isdigit():
            asked.unknown.append(place)

    @staticmethod
    def _of_one(asked: Asked, first: int) -> bool:
        """Whether an agency stands here with acts of its own ("two Prime Minister's decisions")."""
        acts = {cue.first for cue in asked.all("noun-act", "noun-legal")}
        return any(
            mention.first == first and after_owner(asked, mention) in acts for mention, _ in asked.agencies
        )

    def _number(self, asked: Asked, place: int, word: Word) -> None:
        if asked.text[word.end :].lstrip().casefold().startswith(_SHARES):
            asked.numbers.append((place, float(word.folded)))
            return
        before_it = [each.folded for each in asked.words[max(place - 2, 0) : place]]
        if (
            before_it
            and before_it[-1] in self._lexicon.lists["before-standard-number"]
            and len(word.folded) > 2
        ):
            asked.standards.append(f"{before_it[-1].upper()} {word.folded}")
            return
        if before_it[-1:] in (["luc"], ["annex"], ["appendix"]) and word.folded in ("1", "01"):
            return
        if found := documents_numbered(asked, place, self._vocabulary, self._lexicon):
            for thing in found:
                into = asked.acts if thing.kind == "legal" else asked.plans
                if thing.iri not in into:
                    into.append(thing.iri)
                    asked.used[thing.iri] = word.folded
            return
        thousands = _THOUSANDS.fullmatch(word.folded)
        asked.numbers.append((place, float(word.folded.replace(".", "") if thousands else word.folded)))

    def _drop_nominal(self, asked: Asked) -> None:
        """A word that only makes a noun of what follows ("việc quản lý") asks for nothing."""
        beside = {
            place for cue in asked.all("which-before", "list", "how-many") for place in (cue.first, cue.last)
        }
        asked.cues = [
            cue
            for cue in asked.cues
            if fold(cue.text) not in self._lexicon.lists["nominal"] or {cue.first - 1, cue.last + 1} & beside
        ]

    def _narrow(self, asked: Asked) -> None:
        """Agencies to the provinces named; of two documents the one whose type or years are named."""
        things = self._vocabulary.things
        take_places(asked, things)
        if asked.provinces:
            asked.agencies = [
                (mention, kept)
                for mention, offices in asked.agencies
                if (kept := [iri for iri in offices if self._near(iri, asked.provinces)] or offices)
            ]
        choose_plan(asked, self._vocabulary, self._lexicon)
        drop_own_year(asked, self._vocabulary)

    def _near(self, agency: str, provinces: Sequence[str]) -> bool:
        place = self._vocabulary.things[agency].one("province")
        return place is None or place in provinces or "/viet-nam/" in agency
