"""Whether a word can be a Vietnamese syllable: "king" and "gain" can't, "kinh" and "gian" can."""

import re

__all__ = ["is_vietnamese"]

_FIRST = (
    r"(?:(?:ngh|gh|k)(?=[eiy])|(?:qu)(?=[aeioy])|gi(?=[aeiou])|(?:c|g|ng)(?=[aou])|g(?=i)|"
    r"nh|kh|ch|ph|th|tr|[bdhlmnprstvx])?"
)
_OPEN = (
    "oai|oay|oao|oeo|uay|uyu|ieu|yeu|uou|uoi|uya|"
    "ai|ao|au|ay|eo|eu|ia|iu|oi|ui|uu|ua|ue|uo|uy|ya|oa|oe|[aeiouy]"
)
_FRONT = r"(?:oa|oe|ue|uy|[aeiy])(?:nh|ch)"
_BACK = r"(?:ieu|ie|ye|uo|ua|oa|oe|oo|[aeou])(?:ng|c)"
_PLAIN = r"(?:uye|ie|ye|uo|ua|oa|oe|oo|ue|uy|[aeiouy])[mnpt]"
_SYLLABLE = re.compile(rf"{_FIRST}(?:{_OPEN}|{_FRONT}|{_BACK}|{_PLAIN})")


def is_vietnamese(folded: str) -> bool:
    """Whether a word without diacritics is built as a Vietnamese syllable is, letter by letter."""
    return _SYLLABLE.fullmatch(folded) is not None
