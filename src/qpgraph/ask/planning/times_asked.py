"""The conditions on when tasks are done: years, quarters, each year; with their tests, as in `scope`."""

import re

from qpgraph.ask.planning.form import Condition
from qpgraph.ask.planning.role_tests import Test
from qpgraph.ask.planning.scope import Scope
from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.ask.vocabulary import Point, Vocabulary
from qpgraph.search.text import fold

__all__ = ["with_quarters", "with_recurrence", "with_years"]


def with_quarters(scope: Scope, asked: Asked) -> None:
    """The condition on the quarter of the year."""
    if asked.quarters:
        quarters = sorted(asked.quarters)
        condition = Condition("with-quarter", {"quarters": quarters}, ", ".join(asked.quarters.values()))
        scope.add(condition, lambda point: point.has("quarter", map(str, quarters)))


def with_years(scope: Scope, asked: Asked, vocabulary: Vocabulary) -> None:
    """Conditions on when tasks are done; the plans' own period and "by 2030" are none."""
    years = sorted(year for _, year in asked.years)
    if len(years) == 1 and asked.has("deadline") and "target" in scope.kinds:
        due = Condition("due-in", {"year": years}, str(years[0]))
        scope.add(due, lambda point: point.has("by", map(str, years)))
        return
    if not years or "task" not in scope.kinds or (vocabulary.is_period(years) and not _spans(asked)):
        return
    if len(years) == 2:
        first, last = years
        scope.add(
            Condition("years", {"first": [first], "last": [last]}, f"{first}-{last}"),
            lambda point: _year(point, "start") == first and _year(point, "end") == last,
        )
        return
    place, year = asked.years[0]
    cues = {cue.name for cue in asked.cues if 0 < place - cue.first <= 4}
    whole = {cue.name for cue in asked.cues}
    if year == vocabulary.last_year and "until-year" in cues and "finish" not in whole:
        return
    if any(_only_in(asked, cue, place) for cue in asked.all("only")) and not asked.has("begin", "finish"):
        scope.add(
            Condition("years", {"first": [year], "last": [year]}, str(year)),
            lambda point: _year(point, "start") == year == _year(point, "end"),
        )
        return
    piece, test = _year_test(year, cues, whole)
    if piece == "year-before" and not any(
        scope.holds(point) and test(point) for point in vocabulary.points.values()
    ):
        piece = "year-before-annual"
        test = _annual
    scope.add(Condition(piece, {"year": [year]}, str(year)), test)


_LASTING = re.compile(
    r"\b(?:runs?|running|lasts?|lasting|spans?|spanning|stretch\w*|mark\w*|dated|label\w*|tagg\w*"
    r"|ghi|keo dai|trai dai|rai|chay|xuyen)"
    r"(?: (?:over|across|for|through\w*|as|with|the|whole|entire|full|all|of|period|from"
    r"|suot|het|ca|tu|nam|la|giai|doan))*$"
)
"""Before the years that a task lasts."""


def with_recurrence(scope: Scope, asked: Asked) -> None:
    """The condition that tasks are done each year, where that is said right beside the word for them."""
    tasks = asked.all("noun-task") if scope.kinds == ("task",) else []
    for cue in asked.all("annual"):
        if any(cue.first - task.last == 1 or task.first - cue.last == 1 for task in tasks):
            condition = Condition("with-recurrence", {"recurrences": ["annual"]}, cue.text)
            scope.add(condition, _annual)
            return


def _spans(asked: Asked) -> bool:
    """Whether the years of a plan say how long tasks last: "from 2026 to 2030", "time: 2026-2030"."""
    place = min(place for place, _ in asked.years)
    begun = any(0 < place - cue.first <= 2 for cue in asked.all("from-year"))
    begun = begun or any(0 < place - cue.last <= 2 for cue in asked.all("when"))
    begun = begun or bool(_LASTING.search(fold(asked.text[: asked.words[place].start]).rstrip()))
    return begun and asked.has("noun-task") and not asked.has("noun-plan")


def _only_in(asked: Asked, only: Cue, year: int) -> bool:
    """Whether "only" goes with a year: "chỉ làm trong năm 2026", and not "only one task in 2026"."""
    between = range(only.last + 1, year)
    counted = any(cue.first in between for cue in asked.cues if cue.name.startswith("noun-"))
    return abs(year - only.first) <= 3 or (only.first < year and len(between) <= _TIMED and not counted)


_TIMED = 4
"""As many words may stand between "only" and its year: "chỉ làm trong năm 2026"."""


def _year_test(year: int, cues: set[str], whole: set[str]) -> tuple[str, Test]:
    if "before" in cues:
        if "finish" in whole:
            return "ends-before", lambda point: 0 < _year(point, "end") < year
        return "year-before", lambda point: 0 < _year(point, "start") < year
    if "after" in cues:
        piece, relation = ("year-ends-after", "end") if "finish" in whole else ("year-after", "start")
        return piece, lambda point: _year(point, relation) > year
    if "begin" in whole or "from-year" in cues:
        return "year-begins", lambda point: _year(point, "start") == year
    if "finish" in whole or "until-year" in cues:
        return "year-ends", lambda point: _year(point, "end") == year
    return (
        "year-in",
        lambda point: 0 < (_year(point, "start") or _year(point, "end")) <= year <= _year(point, "end"),
    )


def _annual(point: Point) -> bool:
    return any(value.endswith("/annual") for value in point.relations.get("recurrence", ()))


def _year(point: Point, relation: str) -> int:
    found = point.relations.get(relation)
    return int(found[0]) if found else 0
