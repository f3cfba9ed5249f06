"""What every record has: its reference, our own wording in two languages, its source lines."""

import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

__all__ = ["Lines", "Record", "RecordModel", "Ref", "Text"]

_RANGE = re.compile(r"(\d+)(?:\s*-\s*(\d+))?")


class RecordModel(BaseModel):
    """The settings that all record models share: no unknown field, nothing changes once read."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=True, str_strip_whitespace=True
    )


class Lines(tuple[tuple[int, int], ...]):
    """Source lines, counted from 1: ranges of (first, last), in the document's order.

    >>> Lines.parse("380-384, 389")
    ((380, 384), (389, 389))
    """

    @classmethod
    def parse(cls, text: Any) -> "Lines":
        """Reads `380-384, 389`; raises `ValueError` saying what is wrong."""
        if isinstance(text, Lines):
            return text
        ranges = []
        for part in str(text).split(","):
            match = _RANGE.fullmatch(part.strip())
            if not match:
                raise ValueError(f"'{text}' is not a list of lines; write them like 380-384, 389")
            first, last = int(match[1]), int(match[2] or match[1])
            if not 0 < first <= last:
                raise ValueError(f"lines {part.strip()} run backwards; the first line comes first")
            ranges.append((first, last))
        return cls(ranges)

    def __str__(self) -> str:
        return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in self)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "type": ["string", "integer"],
            "pattern": r"^\s*\d+(\s*-\s*\d+)?(\s*,\s*\d+(\s*-\s*\d+)?)*\s*$",
        }


def _check_ref(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[0-9A-Za-zđĐ]+(\.[0-9A-Za-zđĐ]+)*", value):
        raise ValueError(
            f"'{value}' is not a reference; levels are joined by dots, like 3.1.1, II.3 or III.1.đ"
        )
    return value


Ref = Annotated[str, BeforeValidator(_check_ref)]
"""The number under which the document itself has a thing, levels joined by dots."""


class Text(RecordModel):
    """A short text in Vietnamese (with diacritics) and English, our own wording."""

    vi: str = Field(min_length=1)
    """Vietnamese, with correct diacritics."""
    en: str = Field(min_length=1)
    """English."""


class Record(Text):
    """A thing that a document says, with the lines that say it."""

    lines: Lines
    """The source lines, like 380-384, 389."""
    confidence: Annotated[float, Field(gt=0, le=1)] | None = None
    """How sure the reading is, 0 to 1; the plan's own confidence where it is missing."""
    themes: tuple[str, ...] = ()
    """What it is about: ids of the themes in ontology/themes.ttl."""
    standards: tuple[str, ...] = ()
    """The standards and tools that it names, by label or synonym in ontology/standards.ttl."""
    note: Text | None = None
    """What else the document says of it (the Note column), or what a reader should know."""
