"""A report as one HTML page that needs nothing else: style and charts are in it."""

import re
from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

import qpgraph
from qpgraph.report import drawings
from qpgraph.report.content import SECTIONS, Content
from qpgraph.report.sections.agencies import ROLES, Agency
from qpgraph.report.sections.figures import KINDS
from qpgraph.report.sections.timeline import Schedule
from qpgraph.report.wording import translator
from qpgraph.settings import BASE
from qpgraph.wording.language import Translator
from qpgraph.wording.numbers import shown_date, shown_number
from qpgraph.wording.templates import environment

__all__ = ["STYLE_POLICY", "Alternate", "render_page", "title_of"]

_FOLDER = Path(__file__).parent
_STYLE = (_FOLDER / "styles" / "report.css").read_text(encoding="utf-8")
_TONES = {
    "first": "#2f7482",
    "second": "#d39a4a",
    "other": "#a9b7bd",
    "ink": "#1d2b33",
    "soft": "#52626b",
    "line": "#8fa0a8",
}
_FONT = "Noto Sans, DejaVu Sans, sans-serif"
_LISTED = ("task", "target", "measure", "duty")
_ELSEWHERE = {"legal-basis": "legal-bases", "reporting": "deadlines"}
_LABEL_MAX = 56

STYLE_POLICY = f"'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'"
"""The style of the page as a source in a Content-Security-Policy (https://www.w3.org/TR/CSP3/)."""


@dataclass(frozen=True)
class Alternate:
    """Another form of the report, to link to: its address and the key of its name."""

    address: str
    key: str


def title_of(content: Content) -> str:
    """The report's title."""
    words = translator(content.language)
    if content.province is None:
        return str(words("cover.title_all"))
    return str(words("cover.title_one", province=content.province.name))


def render_page(content: Content, *, served: bool = False, alternates: Sequence[Alternate] = ()) -> str:
    """The page. `served`: links lead to `/id/…` of the service that it comes from, else to `BASE`."""
    words = translator(content.language)
    return (
        _environment()
        .get_template("report.html")
        .render(
            {
                "report": content,
                "t": words,
                "language": content.language,
                "title": title_of(content),
                "style": Markup(_STYLE),
                "sections": SECTIONS,
                "plans": content.all_plans,
                "leaders": _leaders(content),
                "alternates": [(each.address, words(each.key)) for each in alternates],
                "version": qpgraph.__version__,
                "base": BASE,
                **_tables(content, words),
                **_shown(content, words, served),
                **_charts(content, words),
            }
        )
    )


def _tables(content: Content, words: Translator) -> dict[str, Any]:
    return {"kinds": KINDS, "listed": _LISTED, "roles": ROLES, "tones": _TONES, "font": _FONT}


def _shown(content: Content, words: Translator, served: bool) -> dict[str, Callable[..., Any] | Markup]:
    language = words.language
    return {
        "href": _local if served else str,
        "anchor": _anchor,
        "number": lambda value: shown_number(value, language),
        "date": lambda value: shown_date(str(value), language),
        "value": lambda target: drawings.shown_value(target, words),
        "period": lambda schedule: _period(schedule, words),
        "named": lambda plan: _has_siblings(content, plan),
        "tasks_of": lambda province: _tasks_of(content, province),
        "opening": lambda anchor: Markup('<a href="#{}">').format(anchor),
        "closing": Markup("</a>"),
    }


def _charts(content: Content, words: Translator) -> dict[str, Any]:
    return {
        "figure_charts": drawings.figure_charts(content, words),
        "target_charts": drawings.target_charts(content, words),
        "agency_chart": drawings.agency_chart(content, words),
        "timeline_charts": drawings.timeline_charts(content, words),
        "budget_charts": drawings.budget_charts(content, words),
    }


def _local(iri: str) -> str:
    return "/" + iri.removeprefix(BASE) if iri.startswith(f"{BASE}id/") else iri


def _anchor(kind: str, plan: str | None = None) -> str:
    """Where the points of a kind are listed, for one plan where there is such a place."""
    if kind in _LISTED:
        return f"points-{kind}-{plan}" if plan else "points"
    if kind == "defect":
        return f"defects-{plan}" if plan else "defects"
    return _ELSEWHERE.get(kind, kind)


def _leaders(content: Content) -> list[Agency]:
    """In each province the agency that leads most tasks."""
    first = {agency.province: agency for agency in reversed(content.agencies)}
    return [
        first[province]
        for province in content.own_provinces
        if province in first and first[province].count("lead")
    ]


def _tasks_of(content: Content, province: str) -> int:
    return sum(
        len(content.figures.points[plan.id]["task"]) for plan in content.plans if plan.province == province
    )


def _has_siblings(content: Content, plan: str) -> bool:
    province = content.all_plans[plan].province
    return sum(each.province == province for each in content.all_plans.values()) > 1


def _period(schedule: Schedule, words: Translator) -> str:
    match schedule.start, schedule.end:
        case None, None:
            return str(words("period.none"))
        case start, None:
            return str(words("period.from", year=str(start)))
        case None, end:
            return str(words("period.to", year=str(end)))
        case start, end:
            return str(start) if start == end else f"{start}–{end}"


def _ranges(lines: str) -> str:
    return re.sub(r"(?<=\d)-(?=\d)", "–", lines)


def _clipped(text: str) -> str:
    return text if len(text) <= _LABEL_MAX else text[: _LABEL_MAX - 1].rstrip() + "…"


@cache
def _environment() -> Environment:
    templates = environment(_FOLDER / "templates")
    templates.filters["ranges"] = _ranges
    templates.filters["clipped"] = _clipped
    return templates
