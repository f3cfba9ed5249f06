"""Reads the topic of a question: which of its words are content, and what they stand for."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from qpgraph.ask.lexicon import Lexicon
from qpgraph.ask.reading.asked import Asked
from qpgraph.ask.reading.topics import Term, Topic
from qpgraph.ask.vocabulary import Vocabulary
from qpgraph.ask.words.linking import Mention
from qpgraph.ask.words.words import Language, Word, broken_keys, keys
from qpgraph.search.text import fold

__all__ = ["read_topic"]

_LONG = 4
_STANDARD, _PHRASE, _WORD, _UNKNOWN = 1.5, 1.2, 1.0, 1.0


def read_topic(
    asked: Asked,
    vocabulary: Vocabulary,
    lexicon: Lexicon,
    skip: Iterable[Mention] = (),
    stop: Iterable[str] = (),
) -> Topic:
    """The topic of a question: the mentions that are no condition, and the words that are not known."""
    skipped, stops = set(skip), set(stop)
    terms = [
        _term(mention, vocabulary, lexicon, asked.language)
        for mention in asked.topics
        if mention not in skipped and mention.text not in stops
    ]
    for mention in asked.mentions:
        if mention.is_a("outside"):
            terms.append(Term(mention.text, keys(mention.text), _STANDARD, loose=True, foreign=True))
    for text in asked.standards:
        terms.append(Term(text, keys(text), _STANDARD, loose=True, foreign=True))
    weights = vocabulary.weights
    if (verb := _verb(asked)) is not None:
        spoken = [topic for topic in asked.topics if topic.first <= verb <= topic.last]
        if spoken:
            said = spoken[0].text
            terms = [replace(term, weight=term.weight * (1.6 if term.text == said else 1)) for term in terms]
        else:
            terms.append(_verb_term(asked.words[verb], vocabulary))
    for run in _runs(asked):
        words = [asked.words[place] for place in run]
        text = asked.text[words[0].start : words[-1].end]
        weight = max(weights.get(word.key, _UNKNOWN) for word in words)
        terms.append(
            Term(
                text,
                tuple(word.key for word in words),
                max(weight, 0.25) * len(run) ** 0.5,
                loose=True,
                toned=_toned(words),
                foreign=_foreign(words, vocabulary) or _untoned(words, asked, vocabulary),
            )
        )
    return Topic(_less_people(_beside_names(terms, vocabulary), lexicon), weights)


def _less_people(terms: list[Term], lexicon: Lexicon) -> list[Term]:
    """The terms less "people", where others say what people are counted: "experts: how many people"."""
    lists = lexicon.lists
    named = any(f" {each} " in f" {fold(term.text)} " for term in terms for each in lists["people-by-trade"])
    return [term for term in terms if not named or fold(term.text) not in lists["people"]]


def _beside_names(terms: list[Term], vocabulary: Vocabulary) -> list[Term]:
    """The terms less those that only say what a standard is called: "ISO 50001, energy management"."""
    named = {iri for term in terms for iri in term.standards if any(map(str.isdigit, term.text))}
    called = {key for iri in named for name in vocabulary.things[iri].names for key in keys(name)}
    return [term for term in terms if term.standards or not set(term.typed) <= called]


_MODAL = frozenset(
    (
        "se",
        "phai",
        "la",
        "co",
        "duoc",
        "can",
        "must",
        "will",
        "should",
        "shall",
        "has",
        "have",
        "to",
        "does",
        "is",
        "set",
        "sets",
        "aims",
        "dat",
    )
)
_ARTICLES = frozenset(("the", "a", "an"))
_ROLES = frozenset(
    ("lead", "coordinate", "part", "report", "report-to", "issuer", "has", "not", "begin", "finish")
)


def _verb(asked: Asked) -> int | None:
    """The place of the verb right after "who" or "which agency", if nothing else has taken it."""
    words = asked.words
    if asked.acts or asked.plans or asked.has("noun-plan"):
        return None
    who = next((cue for cue in asked.all("who") if cue.text.casefold() != "whose"), None)
    signer = next(
        (cue for cue in asked.all("signer") if cue.text.casefold().startswith(("who ", "ai "))), None
    )
    if signer is not None:
        return signer.last if asked.topics else None
    if who is None or who.last >= len(words):
        return None
    place = who.last + 1
    while place < len(words) and words[place].folded in _MODAL:
        place += 1
    if place >= len(words) or words[place].exact in _ARTICLES:
        return None
    mention = next((each for each in asked.mentions if each.first <= place <= each.last), None)
    if mention is None:
        return None
    cues = set(mention.values("cue"))
    helps = asked.has("coordinate") and words[place].key in ("help", "assist", "support")
    taken = helps or cues & _ROLES or any(cue.startswith("noun-") for cue in cues)
    free = mention.is_a("stop") or cues & {"issued", "signer"} or mention in asked.topics
    return None if taken or not free or len(words[place].folded) < 3 else place


def _verb_term(word: Word, vocabulary: Vocabulary) -> Term:
    """A verb with the words that share its beginning ("approves", "approval")."""
    stem = word.key[:6]
    alike = {known for known in vocabulary.words if len(stem) >= 5 and known.startswith(stem)}
    forms = frozenset(f" {known} " for known in alike)
    return Term(word.exact, (word.key,), _PHRASE, forms, verb=True)


def _foreign(words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    if any(word.key not in vocabulary.words and word.folded not in vocabulary.words for word in words):
        return True
    return any(
        word.exact != word.folded and not word.mended and word.exact not in vocabulary.exact for word in words
    )


def _toned(words: Sequence[Word]) -> frozenset[str]:
    if len(words) > 1:
        return frozenset()
    return frozenset(
        word.exact
        for word in words
        if word.exact[-1:].isdigit() and word.folded.isalpha() and not word.mended
    )


def _untoned(words: Sequence[Word], asked: Asked, vocabulary: Vocabulary) -> bool:
    """Whether a word without a tone, in a question that has tones, is another word: "lương" is no "lượng"."""
    careful = sum(word.exact[-1:].isdigit() and word.folded.isalpha() for word in asked.words) > 1
    return careful and any(
        word.exact != word.folded
        and not word.exact[-1:].isdigit()
        and not word.mended
        and word.exact not in vocabulary.toned
        for word in words
    )


def _runs(asked: Asked) -> list[list[int]]:
    """Words that are not known, one by one in English; in Vietnamese, where a word is several, together."""
    runs: list[list[int]] = []
    for place in asked.unknown:
        joins = asked.language == "vi" and bool(runs) and runs[-1][-1] == place - 1
        if joins and not _begins_matter(asked, place):
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


_MATTER = (("nang", "suat"), ("chat", "luong"))


def _begins_matter(asked: Asked, place: int) -> bool:
    """Whether the name of what all plans are about begins here: it is a word of its own."""
    return tuple(word.folded for word in asked.words[place : place + 2]) in _MATTER


def _term(mention: Mention, vocabulary: Vocabulary, lexicon: Lexicon, language: Language) -> Term:
    things = vocabulary.things
    typed = mention.meant or keys(mention.text)
    themes = tuple(mention.values("theme"))
    standards = tuple(_standards(mention, vocabulary))
    lines = [lexicon.synonyms[int(number)] for number in mention.values("synonym")]
    units = tuple(mention.values("unit"))
    parts = lexicon.lists["parts-of-words"]
    forms = {_form(phrase) for line in lines for phrase in line if fold(phrase) not in parts}
    forms |= {_form(name) for iri in mention.values("agency") + list(units) for name in things[iri].names}
    names = {_form(name) for iri in themes for name in things[iri].label.values()}
    weight = _STANDARD if standards else _PHRASE if len(typed) > 1 else _WORD
    if lines and not themes and not units:
        rare = max(vocabulary.weights.get(word, 1.0) for word in typed)
        weight *= 0.6 + 0.4 * rare
    if standards and (themes or lines) and not any(character.isdigit() for character in mention.text):
        standards, weight = (), _PHRASE
    broad = any(typed == keys(label) for iri in themes for label in things[iri].label.values())
    return Term(
        mention.text,
        typed,
        weight,
        frozenset(forms),
        frozenset(names),
        themes,
        standards,
        units,
        broad=broad,
        head=_head(typed, language),
    )


def _head(typed: Sequence[str], language: Language) -> str:
    """What a phrase of four words or more is about: its first two words, its last in English."""
    if len(typed) < _LONG:
        return ""
    return f" {' '.join(typed[:2])} " if language == "vi" else f" {typed[-1]} "


def _standards(mention: Mention, vocabulary: Vocabulary) -> list[str]:
    """The standards meant: a family stands for its members, a text for those that take it over."""
    found = list(mention.values("standard"))
    families = set(mention.values("family"))
    if families:
        found += [
            thing.iri
            for thing in vocabulary.of_kind("standard")
            if families & set(thing.relations["broader"])
        ]
    found += [
        thing.iri for thing in vocabulary.of_kind("standard") if set(found) & set(thing.relations["adopts"])
    ]
    return list(dict.fromkeys(found))


def _form(phrase: str) -> str:
    return broken_keys(phrase)
