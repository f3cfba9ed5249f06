"""Text made comparable: without diacritics and case, so that OCR without diacritics compares too."""

import re
import unicodedata

__all__ = ["fold", "squeeze", "words"]


def fold(text: str) -> str:
    """Lower case, no diacritics, `đ` as `d`.

    >>> fold("Đồng Nai")
    'dong nai'
    """
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in plain if not unicodedata.combining(char)).lower()


def squeeze(text: str) -> str:
    """Only the letters and digits of the folded text.

    >>> squeeze("ISO/IEC 17025, G.A.P")
    'isoiec17025gap'
    """
    return re.sub(r"[^a-z0-9]", "", fold(text))


def words(text: str) -> list[str]:
    """The folded words and numbers of a text."""
    return re.findall(r"[a-z0-9]+", fold(text))
