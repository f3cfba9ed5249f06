"""Where the marks of a chart stand, in the units of an SVG's view box; a template draws them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

__all__ = ["Bar", "BarChart", "Column", "ColumnChart", "Part", "bar_chart", "column_charts"]

_ROW = 22.0
_BAR = 12.0
_VALUE_ROOM = 60.0
_SMALL_WIDTH = 210.0
_SMALL_HEIGHT = 150.0
_HEAD = 36.0
_FOOT = 20.0


@dataclass(frozen=True)
class Part:
    """A stretch of a bar: how much, in which tone (`first`, `second` or `other`)."""

    value: Decimal
    tone: str = "first"


@dataclass(frozen=True)
class Bar:
    """A bar to draw: its label, where the label leads, what stands at its end, and its parts in order."""

    label: str
    href: str
    text: str
    parts: tuple[Part, ...]

    @property
    def value(self) -> Decimal:
        """Its parts together."""
        return sum((part.value for part in self.parts), Decimal())


@dataclass(frozen=True)
class _Rectangle:
    x: float
    y: float
    width: float
    height: float
    tone: str


@dataclass(frozen=True)
class _Mark:
    """A bar as drawn: the label's place, the value's place, the rectangles."""

    bar: Bar
    x: float
    y: float
    end: float
    rectangles: tuple[_Rectangle, ...]


@dataclass(frozen=True)
class BarChart:
    """Horizontal bars under one another."""

    width: float
    height: float
    axis: float
    marks: tuple[_Mark, ...]


@dataclass(frozen=True)
class Column:
    """A column: the year under it, and its parts from below."""

    label: str
    text: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class ColumnChart:
    """Columns side by side under a title."""

    title: str
    width: float
    height: float
    base: float
    marks: tuple[_Mark, ...]


def bar_chart(bars: Sequence[Bar], *, width: float = 680, label_width: float = 240) -> BarChart:
    """Bars to one scale, which begins at 0."""
    top = max((bar.value for bar in bars), default=Decimal()) or Decimal(1)
    scale = (width - label_width - _VALUE_ROOM) / float(top)
    marks = []
    for number, bar in enumerate(bars):
        y = number * _ROW + (_ROW - _BAR) / 2
        lengths = [(float(part.value) * scale, part.tone) for part in bar.parts]
        rectangles = tuple(_row(label_width, y, lengths))
        end = label_width + float(bar.value) * scale + 5
        marks.append(_Mark(bar, label_width - 8, y + _BAR - 2, _r(end), rectangles))
    return BarChart(width, len(bars) * _ROW, label_width, tuple(marks))


def _row(x: float, y: float, lengths: Iterable[tuple[float, str]]) -> Iterable[_Rectangle]:
    for length, tone in lengths:
        yield _Rectangle(_r(x), _r(y), _r(length), _BAR, tone)
        x += length


def column_charts(charts: Sequence[tuple[str, Sequence[Column]]]) -> tuple[ColumnChart, ...]:
    """Small multiples: all on the scale of the highest column."""
    heights = [_sum(column) for _, columns in charts for column in columns]
    top = max(heights, default=Decimal()) or Decimal(1)
    scale = (_SMALL_HEIGHT - _HEAD - _FOOT) / float(top)
    return tuple(_columns(title, columns, scale) for title, columns in charts)


def _columns(title: str, columns: Sequence[Column], scale: float) -> ColumnChart:
    base = _SMALL_HEIGHT - _FOOT
    step = _SMALL_WIDTH / max(len(columns), 1)
    marks = []
    for number, column in enumerate(columns):
        x, y = number * step + step * 0.15, base
        rectangles = []
        for part in column.parts:
            height = float(part.value) * scale
            y -= height
            rectangles.append(_Rectangle(_r(x), _r(y), _r(step * 0.7), _r(height), part.tone))
        bar = Bar(column.label, "", column.text, column.parts)
        marks.append(_Mark(bar, _r(number * step + step / 2), _r(y - 4), base, tuple(rectangles)))
    return ColumnChart(title, _SMALL_WIDTH, _SMALL_HEIGHT, base, tuple(marks))


def _sum(column: Column) -> Decimal:
    return sum((part.value for part in column.parts), Decimal())


def _r(number: float) -> float:
    return round(number, 1)
