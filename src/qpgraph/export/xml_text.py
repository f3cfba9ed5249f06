"""Text as XML 1.0 has it: escaped, and without the control characters that XML can't hold."""

import re
from xml.sax.saxutils import escape

__all__ = ["attribute", "text"]

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SPECIAL = re.compile('[\x00-\x1f&<>"\ufffe\uffff]')
_IN_ATTRIBUTE = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def text(value: object) -> str:
    """A value between tags; a character that XML forbids becomes U+FFFD."""
    plain = _plain(value)
    return escape(_FORBIDDEN.sub("\ufffd", plain), {"\r": "&#13;"}) if _SPECIAL.search(plain) else plain


def attribute(value: object) -> str:
    """A value between double quotes."""
    plain = _plain(value)
    return escape(_FORBIDDEN.sub("\ufffd", plain), _IN_ATTRIBUTE) if _SPECIAL.search(plain) else plain


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
