"""Keeps small answers until the data change, the least used forgotten first."""

import re
from collections import OrderedDict
from collections.abc import Hashable

__all__ = ["AnswerCache", "is_lasting"]

_CHANGING = re.compile(r"\b(?:rand|now|uuid|struuid|bnode|service)\b", re.IGNORECASE)


def is_lasting(text: str) -> bool:
    """Whether a query gives the same answer each time, as far as its text tells."""
    return not _CHANGING.search(text)


class AnswerCache:
    """Answers by query, with room for so many bytes."""

    def __init__(self, room: int) -> None:
        """`room` is in bytes; 0 keeps nothing."""
        self._room = room
        self._answers: OrderedDict[Hashable, tuple[str, bytes]] = OrderedDict()
        self._size = 0
        self._state = -1
        self.hits = 0

    def get(self, key: Hashable, state: int) -> tuple[str, bytes] | None:
        """Media type and body of an answer from this state of the data; None when it isn't kept."""
        if state != self._state:
            self._answers.clear()
            self._size, self._state = 0, state
        answer = self._answers.get(key)
        if answer is not None:
            self._answers.move_to_end(key)
            self.hits += 1
        return answer

    def put(self, key: Hashable, state: int, media_type: str, body: bytes) -> None:
        """Keeps an answer, if it is from the newest state and there is room."""
        if state != self._state or len(body) > self._room // 16 or key in self._answers:
            return
        self._answers[key] = (media_type, body)
        self._size += _weight(key, body)
        while self._size > self._room:
            oldest, (_, old) = self._answers.popitem(last=False)
            self._size -= _weight(oldest, old)


def _weight(key: Hashable, body: bytes) -> int:
    # The query's text is the large part of a key; 512 stands for what Python adds.
    text = key[0] if isinstance(key, tuple) and key and isinstance(key[0], str) else ""
    return len(text) + len(body) + 512
