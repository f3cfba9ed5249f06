"""A report's content: all its sections, made from the answers of the graph."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from qpgraph.report.points import Plan, plans_by_id
from qpgraph.report.province import Province
from qpgraph.report.rows import Answers, Row, in_scope
from qpgraph.report.sections.agencies import Agency, make_agencies
from qpgraph.report.sections.budget import Budget, make_budgets
from qpgraph.report.sections.catalogue import Group, make_catalogue
from qpgraph.report.sections.deadlines import Deadlines, make_deadlines
from qpgraph.report.sections.defects import Defects, make_defects
from qpgraph.report.sections.figures import Figures, make_figures
from qpgraph.report.sections.legal_bases import Act, make_acts
from qpgraph.report.sections.procedure import Step, make_steps
from qpgraph.report.sections.standards import Standard, make_standards
from qpgraph.report.sections.targets import Theme, make_targets
from qpgraph.report.sections.timeline import Timeline, make_timelines
from qpgraph.wording.language import Language

__all__ = ["SECTIONS", "Content", "make_content"]

SECTIONS = (
    "glance",
    "identity",
    "figures",
    "targets",
    "agencies",
    "timeline",
    "standards",
    "legal-bases",
    "budget",
    "deadlines",
    "procedure",
    "catalogue",
    "defects",
    "points",
    "notes",
)
"""The sections of every report, in order; each has a template and a title of this name."""


@dataclass(frozen=True)
class Content:
    """All that a report says; `plans` are those it is on, `all_plans` those it compares with as well."""

    language: Language
    on: date
    province: Province | None
    plans: tuple[Plan, ...]
    all_plans: dict[str, Plan]
    figures: Figures
    themes: tuple[Theme, ...]
    agencies: tuple[Agency, ...]
    timelines: tuple[Timeline, ...]
    standards: tuple[Standard, ...]
    acts: tuple[Act, ...]
    budgets: tuple[Budget, ...]
    deadlines: Deadlines
    steps: tuple[Step, ...]
    catalogue: tuple[Group, ...]
    defects: Defects

    @property
    def provinces(self) -> dict[str, Plan]:
        """The provinces that are compared, each with the first of its plans (for its name and address)."""
        found: dict[str, Plan] = {}
        for plan in self.all_plans.values():
            found.setdefault(plan.province, plan)
        return found

    @property
    def own_provinces(self) -> tuple[str, ...]:
        """The ids of the provinces that the report is on."""
        return tuple(dict.fromkeys(plan.province for plan in self.plans))


def make_content(answers: Answers, province: Province | None, language: Language, on: date) -> Content:
    """The content of a report on a province (None: all of them), seen from the day `on`."""
    own = province.id if province else None
    all_plans = plans_by_id(answers["plans"])
    plans = tuple(plan for plan in all_plans.values() if own in (None, plan.province))

    def rows(name: str) -> Sequence[Row]:
        return in_scope(answers[name], own)

    return Content(
        language=language,
        on=on,
        province=province,
        plans=plans,
        all_plans=all_plans,
        figures=make_figures(plans, rows("points"), rows("standards"), rows("roles")),
        themes=make_targets(answers["targets"], own),
        agencies=make_agencies(rows("roles")),
        timelines=make_timelines(plans, rows("schedule")),
        standards=make_standards(answers["standards"], own),
        acts=make_acts(answers["legal-bases"], own),
        budgets=make_budgets(plans, rows("budget")),
        deadlines=make_deadlines(all_plans, rows("reporting"), rows("schedule"), on),
        steps=make_steps(rows("procedure")),
        catalogue=make_catalogue(rows("catalogue")),
        defects=make_defects(plans, rows("defects")),
    )
