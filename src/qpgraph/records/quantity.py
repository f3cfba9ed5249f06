"""Numbers as the documents state them: at least, about, between; a year or by a year."""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from qpgraph.records.base import RecordModel, Text

__all__ = ["Output", "Quantity", "Recurrence", "Schedule", "Year"]

Year = Annotated[int, Field(ge=1945, le=2100)]
"""A calendar year."""

Recurrence = Literal["annual", "once", "ad-hoc", "conditional"]
"""How a thing comes again: each year, once, when asked for, or when a condition is met."""


class Quantity(RecordModel):
    """A number with its comparator and unit."""

    comparator: Literal[">=", ">", "=", "~", "range"]
    """At least, more than, exactly, about, or from `value` to `max`."""
    value: Decimal
    """The number, or the lower end of the range."""
    max: Decimal | None = None
    """The upper end of a range."""
    unit: str
    """What is counted: a label of ontology/units.ttl, such as `doanh nghiệp` or `%`."""
    per: Literal["year"] | None = None
    """`year` when the number is due each year."""
    by: Year | None = None
    """The year by which it is due."""

    @model_validator(mode="after")
    def _range_runs_upwards(self) -> Self:
        if (self.comparator == "range") != (self.max is not None):
            raise ValueError("a range has a max, and only a range has one")
        if self.max is not None and self.max <= self.value:
            raise ValueError(f"the range runs backwards: {self.value} to {self.max}")
        return self


class Output(Text):
    """What a task is to bring forth, with its number where the document gives one."""

    quantity: Quantity | None = None
    """The number that the document gives."""


class Schedule(RecordModel):
    """When: years, quarter, recurrence, condition. All are optional; none means that the print is lost."""

    start: Year | None = None
    """The first year."""
    end: Year | None = None
    """The last year."""
    quarter: Annotated[int, Field(ge=1, le=4)] | None = None
    """The quarter of the start year, where the document names one."""
    recurrence: Recurrence | None = None
    """How it comes again."""
    condition: Text | None = None
    """The condition on which it waits, or the second half of an "or"."""

    @model_validator(mode="after")
    def _years_run_forward(self) -> Self:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"the schedule runs backwards: {self.start} to {self.end}")
        return self
