"""Slips of the keyboard in a question, mended by the words that are known and their neighbours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from qpgraph.ask.lexicon import Lexicon
from qpgraph.ask.vocabulary import Vocabulary
from qpgraph.ask.words.linking import Linker
from qpgraph.ask.words.words import Language, Word, key_of, keys, less_marked, words_of
from qpgraph.search.telex import decode
from qpgraph.search.text import exact, fold, is_syllable

__all__ = ["Spelling", "mend", "respelt", "spelling_of"]

_LONG = 8
_LETTERS = 6
"""So many capitals are the first letters of a name, and no slip for another name."""
_SHORT = 4
_ENDINGS = ("r", "s", "d", "y", "er", "ed", "es", "or", "al", "ly")


@dataclass(frozen=True)
class Spelling:
    """How words are spelt: keys that are known, whole words to choose from, and which stand together."""

    known: frozenset[str]
    choices: Sequence[str]
    first: frozenset[str]
    """The keys of words that questions are made of."""
    pairs: frozenset[tuple[str, str]]
    """The keys of neighbours."""
    firm: frozenset[tuple[str, str]] = frozenset()
    """Those that stand together in names, cues and synonyms."""
    surfaces: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Words without diacritics to the words themselves."""
    english: frozenset[str] = frozenset()
    """English words that are spelt right, though nothing has them."""


def spelling_of(vocabulary: Vocabulary, linker: Linker, lexicon: Lexicon) -> Spelling:
    """The words that a slip of the keyboard may have meant."""
    single = (keys(phrase) for phrases in lexicon.cues.values() for phrase in phrases)
    stops = {keys(word) for word in lexicon.stopwords}
    first = frozenset(phrase[0] for phrase in single if len(phrase) == 1 and phrase not in stops)
    whole = {fold(word.rstrip("12345")) for word in vocabulary.toned} | set(linker.surfaces)
    choices = sorted(word for word in whole if word.isalpha() and len(word) > 2)
    surfaces = {
        word: frozenset(linker.surfaces.get(word, ())) | vocabulary.surfaces.get(word, frozenset())
        for word in choices
    }
    return Spelling(linker.words, choices, first, linker.pairs, linker.firm, surfaces, lexicon.spelt)


def respelt(text: str, words: Sequence[Word]) -> tuple[str, tuple[Word, ...]]:
    """The text as it was meant, with the words of that: what was mended stands in the place of the slip."""
    if not any(word.mended for word in words):
        return text, tuple(words)
    pieces, end = [], 0
    for word in words:
        joined = word.mended and word.start == end and end > 0 and not word.after_break
        pieces += [text[end : word.start], " " if joined else "", word.meant or text[word.start : word.end]]
        end = word.end
    meant = "".join((*pieces, text[end:]))
    again = words_of(meant)
    if len(again) != len(words):
        return text, tuple(words)
    return meant, tuple(
        replace(new, mended=old.mended, key=old.key if old.mended else new.key)
        for old, new in zip(words, again, strict=True)
    )


def mend(words: Sequence[Word], spelling: Spelling, language: Language = "vi") -> list[Word]:
    """The words with slips of the keyboard mended: to the known word that is a letter or two away.

    Of several as near, the one that is known beside its neighbours is taken, or one of the first.
    """
    done: list[Word] = []
    for place, word in enumerate(words):
        after, before = words[place + 1 : place + 2], done[-1:]
        if word.key in spelling.known or word.folded in spelling.known:
            done.append(_doubtful(word, spelling, after, before, language))
            continue
        if language == "en" and {word.key, word.folded} & spelling.english:
            done.append(word)
            continue
        meant = _mended(word, spelling, after, before, language)
        done.extend([meant] if meant.mended else _parted(word, spelling))
    return done


def _doubtful(
    word: Word, spelling: Spelling, after: Sequence[Word], before: Sequence[Word], language: Language
) -> Word:
    """A word that is known, but not with these marks ("trển khai") or not in this language ("thoi gain")."""
    marked = word.exact != word.folded
    if len(word.folded) < _SHORT - marked or not word.folded.isalpha():
        return word
    if language == "en":
        return _wrong_stem(word, spelling)
    if _beside(word.key, spelling, after, before):
        return word
    forms = spelling.surfaces.get(word.folded, frozenset())
    if marked and (
        not forms or any(exact(form) == word.exact or less_marked(word, exact(form)) for form in forms)
    ):
        return word
    if not marked and is_syllable(word.folded):
        return word
    near = [
        choice
        for choice in spelling.choices
        if choice[0] == word.folded[0]
        and OSA.distance(word.folded, choice) == 1
        and is_syllable(choice)
        and _may_mean(word, choice, spelling)
        and _beside(key_of(choice), spelling, after, before, firm=True)
    ]
    return _as(word, near[0], spelling) if len(near) == 1 else word


def _may_mean(word: Word, choice: str, spelling: Spelling) -> bool:
    """Whether letters are swapped, or, with marks, one is missing or another one at the end ("nhiện vụ")."""
    typed, marked = word.folded, word.exact != word.folded
    if marked and choice[:-1] == typed[:-1]:
        return _form_distance(word, choice, spelling) < 2
    missing = marked and len(choice) != len(typed) >= _SHORT
    return (missing or _swapped(choice, typed)) and (choice[-1] == typed[-1] or len(typed) < _SHORT)


def _wrong_stem(word: Word, spelling: Spelling) -> Word:
    """An English word that no one spells so, whose stem is another's: "officals" is no "office"."""
    typed = word.folded
    if len(typed) < _LONG or typed in spelling.surfaces or typed in spelling.english or not spelling.english:
        return word
    others = (choice for choice in spelling.choices if key_of(choice) != word.key)
    longer = (choice for choice in others if len(choice) > len(typed) or choice[:-3] == typed[:-3])
    near = [choice for choice in longer if OSA.distance(typed, choice) == 1]
    return _as(word, near[0], spelling) if len(near) == 1 else word


def _as(word: Word, choice: str, spelling: Spelling) -> Word:
    """The word that was meant, with the marks that come nearest to those typed."""
    typed = word.typed.lower()
    meant = choice
    if not typed.isascii():
        forms = sorted(spelling.surfaces.get(choice, ()))
        meant = min(forms, key=lambda form: OSA.distance(typed, form), default=choice)
    if word.typed[:1].isupper():
        meant = meant[:1].upper() + meant[1:]
    return replace(word, exact=exact(meant), folded=choice, key=key_of(choice), mended=True, meant=meant)


def _parted(word: Word, spelling: Spelling) -> list[Word]:
    """Two words that were typed without the space between them ("cancu"); else the word."""
    typed = word.folded
    if word.exact != typed or not typed.isalpha():
        return [word]
    splits = [
        (typed[:place], typed[place:])
        for place in range(2, len(typed) - 1)
        if (key_of(typed[:place]), key_of(typed[place:])) in spelling.pairs
    ]
    if len(splits) != 1:
        return [word]
    first, second = splits[0]
    middle, mended = word.start + len(first), replace(word, mended=True)
    last = replace(mended, start=middle, after_break=False, meant=second)
    return [
        replace(mended, exact=first, folded=first, key=key_of(first), end=middle, meant=first),
        replace(last, exact=second, folded=second, key=key_of(second)),
    ]


def _mended(
    word: Word, spelling: Spelling, after: Sequence[Word], before: Sequence[Word], language: Language
) -> Word:
    if len(word.folded) < 3 or any(letter.isdigit() for letter in word.folded):
        return _by_keys(word, spelling, language)
    if word.typed.isupper() and len(word.typed) <= _LETTERS:
        return word
    best = _nearest(word, spelling, language)
    real = language == "vi" and is_syllable(word.folded)
    beside = {choice: _beside(key_of(choice), spelling, after, before, firm=real) for choice in best}
    most = max(beside.values(), default=0)
    swapped = [choice for choice in best if beside[choice] and _swapped(word.folded, choice)]
    if not swapped and (typed := _by_keys(word, spelling, language)).mended:
        return typed
    if most:
        best = [choice for choice in best if beside[choice] == most]
    elif real or (len(word.folded) < _SHORT and not any(_swapped(word.folded, one) for one in best)):
        return word
    else:
        best = [choice for choice in best if not _is_short(word) or _slip(word.folded, choice)]
    return _only(word, best, spelling)


def _by_keys(word: Word, spelling: Spelling, language: Language) -> Word:
    """The word that Telex or VNI keys meant."""
    meant = decode(word.exact) if language == "vi" else None
    if meant is None or fold(meant) not in spelling.known:
        return word
    folded = fold(meant)
    typed = replace(word, exact=exact(meant), folded=folded, key=key_of(folded), mended=True, meant=meant)
    forms = spelling.surfaces.get(folded, frozenset())
    return typed if not forms or any(_keeps(typed.exact, exact(form)) for form in forms) else word


def _keeps(typed: str, known: str) -> bool:
    """Whether no letter has a mark that it hasn't in a known word: "caô" is no "cáo"."""
    pairs = zip(typed.rstrip("12345"), known.rstrip("12345"), strict=False)
    return all(one in (other, fold(other)) for one, other in pairs)


def _only(word: Word, best: Sequence[str], spelling: Spelling) -> Word:
    """The one that is meant: of several, one that questions are made of, or that begins as typed."""
    tests = (
        lambda choice: choice[0] == word.folded[0],
        lambda choice: _slip(word.folded, choice),
        lambda choice: _swapped(word.folded, choice),
        lambda choice: key_of(choice) in spelling.first,
    )
    best = list(best)
    for test in (None, *tests):
        kept = best if test is None else [choice for choice in best if test(choice)]
        if len({key_of(choice) for choice in kept}) == 1:
            return _as(word, kept[0], spelling)
        best = kept or best
    return word


def _beside(
    key: str, spelling: Spelling, after: Sequence[Word], before: Sequence[Word], *, firm: bool = False
) -> int:
    """How many neighbours a word is known beside."""
    pairs = spelling.firm if firm else spelling.pairs
    return sum((one.key, key) in pairs for one in before) + sum((key, one.key) in pairs for one in after)


def _nearest(word: Word, spelling: Spelling, language: Language) -> list[str]:
    """The words that are as near as any, of the language of the question."""
    typed, allowed = word.folded, 1 if len(word.folded) < _LONG else 2
    near = process.extract(typed, spelling.choices, scorer=OSA.distance, score_cutoff=allowed, limit=None)
    if language == "en" and spelling.surfaces:
        near = [each for each in near if _english_slip(typed, each[0])]
        near += _spelt_nearer(typed, spelling, min((each[1] for each in near), default=allowed + 1))
    elif is_syllable(typed):
        near = [each for each in near if len(each[0]) != len(typed) or _swapped(typed, each[0])]
        if not word.typed.isascii():
            near = [each for each in near if each[0][-1] == typed[-1] and each[0][0] == typed[0]]
            near = [each for each in near if _form_distance(word, each[0], spelling) < 2]
    least = min((distance for _, distance, _ in near), default=0)
    best = [choice for choice, distance, _ in near if distance == least]
    own = [choice for choice in best if _is_of(choice, spelling, language)] if spelling.surfaces else []
    return own or best


def _spelt_nearer(typed: str, spelling: Spelling, least: int) -> list[tuple[str, int, int]]:
    """English words that nothing has and that are nearer than what is known: "adresses" is no "addressee"."""
    near = process.extract(typed, spelling.english, scorer=OSA.distance, score_cutoff=least - 1, limit=None)
    return [(word, int(distance), 0) for word, distance, _ in near if _english_slip(typed, word)]


def _english_slip(typed: str, meant: str) -> bool:
    """Whether an English word may be a slip: it begins as typed, and is no other form of the word."""
    if typed[0] != meant[0] or (meant.startswith(typed) and meant[len(typed) :] in _ENDINGS):
        return False
    return _slip(typed, meant) or len(typed) >= _LONG


def _form_distance(word: Word, choice: str, spelling: Spelling) -> int:
    """How many letters or tones apart; a tone that only moved to another vowel is none."""
    forms = spelling.surfaces.get(choice) or (choice,)
    return min(OSA.distance(word.exact, exact(form)) for form in forms)


def _is_of(choice: str, spelling: Spelling, language: Language) -> bool:
    """Whether a word is one of the language."""
    forms = spelling.surfaces.get(choice, frozenset())
    return is_syllable(choice) if language == "vi" else any(form.isascii() for form in forms)


def _is_short(word: Word) -> bool:
    return len(word.folded) < 6 and word.exact.isascii()


def _swapped(typed: str, meant: str) -> bool:
    return sorted(typed) == sorted(meant)


def _slip(typed: str, meant: str) -> bool:
    """Whether a short word is another with letters swapped, doubled or left out, not a word of its own."""
    return _swapped(typed, meant) or len(typed) < len(meant) or _undoubled(typed) == _undoubled(meant)


def _undoubled(word: str) -> str:
    return "".join(letter for place, letter in enumerate(word) if word[place - 1 : place] != letter)
