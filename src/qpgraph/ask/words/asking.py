"""The sentence of a text that asks, without those in which the asker only tells of themselves.

"Sở Tài chính hỏi gấp. Riêng năm 2030 Bắc Ninh dự chi bao nhiêu?": what is asked stands in one sentence.
The others can't change it as long as they don't limit it and it doesn't point back to them.
"""

import re

from qpgraph.search.text import fold

__all__ = ["CLAUSE", "POINTS_BACK", "SENTENCE", "asking_sentence"]

_AFTER_WORD = r"(?<!\bno)(?<!\bdept)(?<!\bvs)(?<!\bmr)(?<=[\w\"')”-][\w\"')”])"
SENTENCE = re.compile(rf"(?:{_AFTER_WORD}[.!?…]+|\n)\s+", re.IGNORECASE)
"""Where a sentence ends: its mark and the space after it."""
CLAUSE = re.compile(rf"(?:{_AFTER_WORD}[.!?…]+|\n|{_AFTER_WORD}:)\s+", re.IGNORECASE)
"""The same, or a colon."""
POINTS_BACK = re.compile(
    r"\b(?:that(?! one \w)|this|it|its|they|them|their|these|those|there|such|same|us|latter|former"
    r"|suits? me|for me|đó|này|ấy|ay|vậy|nó|chúng|họ|kia|bên trên|ở trên)\b"
)
"""Words that mean what was told before."""
_OWN = re.compile(r"(?<=\S )([A-ZĐ]\w+ [A-ZĐ]\w+\b.*?)\b(?:its|their)\b")
"""A name, and what belongs to it in the same sentence."""
_REQUEST = re.compile(
    r"(?:da )?(?:cho (?:\w+ )?(?:xin|biet|hoi)|xin|liet ke|ke ten|neu|list|name|give|tell|please|show)\b"
)
"""How a sentence begins that asks for something without a question mark."""
_LIMITS = re.compile(
    r"\b(?:only|except|excluding|not|without|just|besides|suppose|say|if|and|or|chi|tru|ngoai|khong|rieng|neu"
    r"|va|hay|hoac|bao nhieu|may|which|how|what|who|when|ai|nao|list|name|ke ra|ke ten|liet ke|neu ten)\b"
)
"""Words of what is added that limit the question or ask on."""


def asking_sentence(text: str, *, clauses: bool = False) -> tuple[str, str] | None:
    """The one sentence with a question mark, or a request at the end, and the text around it.

    `None` where they can't be parted.
    `clauses`: what stands before a colon counts as a sentence, too.
    """
    ends = [match.end() for match in (CLAUSE if clauses else SENTENCE).finditer(text)]
    parts = [text[first:last].strip() for first, last in zip([0, *ends], [*ends, len(text)], strict=True)]
    parts = [part for part in parts if part]
    asking = [part for part in parts if part.endswith("?")]
    asking = asking or [part for part in parts[-1:] if _REQUEST.match(fold(part))]
    if len(parts) < 2 or len(asking) != 1:
        return None
    around = " ".join(part for part in parts if part is not asking[0])
    after = parts[parts.index(asking[0]) + 1 :]
    if POINTS_BACK.search(_OWN.sub(r"\1", asking[0]).casefold()) or any(
        _LIMITS.search(fold(part)) for part in after
    ):
        return None
    return asking[0], around
