"""Vietnamese typed by Telex or VNI where the keyboard did not turn it into letters.

"ddoanh nghieejp" and "d9oanh nghie65p" are both "đoanh nghiệp": close enough to be found.
"""

import re
import unicodedata

__all__ = ["decode"]

_DOUBLES = (
    ("dd", "đ"), ("aa", "â"), ("ee", "ê"), ("oo", "ô"), ("aw", "ă"), ("ow", "ơ"), ("uw", "ư"),
)  # fmt: skip
_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_VNI_MARKS = {"a6": "â", "e6": "ê", "o6": "ô", "a8": "ă", "o7": "ơ", "u7": "ư", "d9": "đ"}
_TELEX = re.compile(r"[a-z]+")
_VNI = re.compile(r"[a-z]+\d[a-z\d]*")
_VOWELS = "aăâeêioôơuưy"
_MAX = 10


def decode(word: str) -> str | None:
    """The syllable that the keys meant, in NFC; None when the word holds no such keys."""
    if len(word) > _MAX:
        return None
    if _VNI.fullmatch(word):
        return _vni(word)
    if _TELEX.fullmatch(word):
        return _telex(word)
    return None


def _telex(word: str) -> str | None:
    marked = word
    for keys, letter in _DOUBLES:
        # "nghieepj" and "nghiepej" are typed alike; a mark may stand apart only after its own letter.
        marked = marked.replace(keys, letter)
    marked = re.sub(r"u(ơ)", r"ư\1", marked)
    tone = ""
    found = re.search(rf"(?<=[{_VOWELS}])([a-z]*?)([sfrxj])([a-z]?[a-z]?)$", marked)
    if found:
        tone = _TONES[found[2]]
        marked = marked[: found.start(2)] + found[3]
    if marked == word:
        return None
    return _toned(marked, tone)


def _vni(word: str) -> str | None:
    tone = ""
    letters: list[str] = []
    for character in word:
        if character in _VNI_TONES:
            tone = _VNI_TONES[character]
        elif character.isdigit():
            place = _marked_place(letters, character)
            if place is None:
                return None
            letters[place] = _VNI_MARKS[letters[place] + character]
        else:
            letters.append(character)
    return _toned("".join(letters), tone)


def _marked_place(letters: list[str], digit: str) -> int | None:
    places = [place for place, letter in enumerate(letters) if letter + digit in _VNI_MARKS]
    return places[-1] if places else None


def _toned(letters: str, tone: str) -> str | None:
    """The tone on the last vowel but one, or the one with a mark: `exact` doesn't care where it stands."""
    vowels = [place for place, letter in enumerate(letters) if letter in _VOWELS]
    if not vowels:
        return None
    marked = [place for place in vowels if letters[place] in "ăâêôơư"]
    place = marked[-1] if marked else vowels[0]
    return unicodedata.normalize("NFC", letters[: place + 1] + tone + letters[place + 1 :])
