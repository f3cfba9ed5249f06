"""What people do to a text before they search with it: no diacritics, slips of the keyboard, case."""

import random
import re
import unicodedata

__all__ = ["fold", "spoil"]

_KEYS = {
    row[i]: row[max(i - 1, 0)] + row[min(i + 1, len(row) - 1)]
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for i in range(len(row))
}
_TONES = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}


def fold(text: str) -> str:
    """Without diacritics: `Đồng Nai` is `Dong Nai`."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return plain.replace("đ", "d").replace("Đ", "D")


def spoil(text: str, rng: random.Random) -> str:
    """The text as someone may type it; in half of all cases as it is."""
    chance = rng.random()
    if chance < 0.25:
        text = fold(text)
    elif chance < 0.35:
        text = " ".join(fold(word) if rng.random() < 0.5 else word for word in text.split())
    elif chance < 0.40:
        text = " ".join(_telex(word) if rng.random() < 0.3 else word for word in text.split())
    if rng.random() < 0.15:
        text = _slip(text, rng)
    if rng.random() < 0.05:
        text = text.upper()
    elif rng.random() < 0.5:
        text = text.lower()
    return unicodedata.normalize("NFD", text) if rng.random() < 0.05 else text


def _telex(word: str) -> str:
    """The keys that were struck for a word: `doanh nghiệp` with the editor off is `doanh nghieejp`."""
    written, tone = "", ""
    for c in unicodedata.normalize("NFC", word):
        letter, *marks = unicodedata.normalize("NFD", c)
        if c in "đĐ":
            letter = "dd"
        for mark in marks:
            if mark in _TONES:
                tone = _TONES[mark]
            else:
                letter += letter.lower() if mark == "\u0302" else "w"
        written += letter
    return written + tone


def _slip(text: str, rng: random.Random) -> str:
    """One slip in one word that is long enough: a letter left out, doubled, swapped or a neighbour's."""
    places = list(re.finditer(r"[^\W\d]{4,}", text))
    if not places:
        return text
    match = rng.choice(places)
    word, at = match.group(), rng.randrange(1, len(match.group()) - 1)
    changed = rng.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + rng.choice(_KEYS.get(fold(word[at]).lower(), word[at])) + word[at + 1 :],
        )
    )
    return text[: match.start()] + changed + text[match.end() :]
