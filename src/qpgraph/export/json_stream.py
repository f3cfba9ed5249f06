"""JSON written piece by piece."""

import json
from collections.abc import Iterable
from typing import BinaryIO

__all__ = ["encode", "write_items"]


def encode(value: object) -> bytes:
    """A value as JSON in UTF-8."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode()


def write_items(output: BinaryIO, items: Iterable[bytes]) -> None:
    """Items of an array or an object, one a line, with commas between."""
    before = b"\n"
    for item in items:
        output.write(before + item)
        before = b",\n"
    output.write(b"\n")
