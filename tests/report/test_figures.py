"""The figures of a report are those that other queries count."""

from decimal import Decimal

import pytest

from qpgraph import api
from qpgraph.report.content import Content
from qpgraph.settings import Settings
from qpgraph.wording.language import Language
from tests.report.conftest import Ask

CLASSES = {
    "task": "Task",
    "target": "Target",
    "measure": "Measure",
    "duty": "Duty",
    "legal-basis": "LegalBasis",
    "reporting": "Reporting",
    "budget": "BudgetItem",
    "catalogue": "CatalogueEntry",
    "procedure": "ProcedureStep",
    "defect": "Defect",
}


@pytest.mark.parametrize("kind", CLASSES)
def test_points_are_counted(content: Content, ask: Ask, kind: str) -> None:
    rows = ask(
        f"SELECT ?id (COUNT(DISTINCT ?s) AS ?n) {{ ?s a qp:{CLASSES[kind]} ; dcterms:isPartOf ?p . "
        "?p a qp:Plan ; dcterms:identifier ?id } GROUP BY ?id"
    )
    counted = {plan: len(kinds[kind]) for plan, kinds in content.figures.points.items() if kinds[kind]}
    assert counted == {plan: int(n) for plan, n in rows}
    assert counted


def test_standards_are_those_of_the_named_query(
    contents: dict[Language, Content], settings: Settings
) -> None:
    content = contents["vi"]
    counted = {
        (standard.name, content.provinces[province].province_name): len(points)
        for standard in content.standards
        for province, points in standard.places.items()
    }
    rows = api.query("standards-by-province", settings)
    assert counted == {(row["standard"], row["province"]): int(row["count"]) for row in rows}


def test_loads_are_counted(content: Content, ask: Ask) -> None:
    for role, triple in {
        "lead": "?p a qp:Task ; qp:lead ?a",
        "coordinate": "?p a qp:Task ; qp:coordinate ?a",
        "duty": "?p a qp:Duty ; qp:agent ?a",
        "partner": "?p a qp:Duty ; qp:partner ?a",
    }.items():
        rows = ask(f"SELECT ?a (COUNT(DISTINCT ?p) AS ?n) {{ {triple} }} GROUP BY ?a")
        found: dict[str, int] = {}
        for agency in content.agencies:
            found[agency.iri] = found.get(agency.iri, 0) + agency.count(role)
        assert {iri: n for iri, n in found.items() if n} == {iri: int(n) for iri, n in rows}


def test_shared_legal_bases_are_those_of_the_named_query(content: Content, settings: Settings) -> None:
    shared = {act.id: len(act.places) for act in content.acts if act.shared}
    rows = api.query("shared-legal-bases", settings)
    assert shared == {row["id"]: int(row["count"]) for row in rows}
    assert shared


def test_targets_are_those_of_the_named_query(content: Content, settings: Settings) -> None:
    for theme in content.themes:
        rows = api.query("compare-targets", settings, theme=theme.id)
        assert sorted(
            (t.point.plan, t.point.ref, t.value or "", t.max or "", t.by or "") for t in theme.targets
        ) == (
            sorted((r["plan"], r["ref"], r.get("value", ""), r.get("max", ""), r.get("by", "")) for r in rows)
        )
        assert [t.yearly for t in theme.targets].count(True) == sum("per" in row for row in rows)


def test_every_target_is_compared(content: Content, ask: Ask) -> None:
    compared = {target.point.iri for theme in content.themes for target in theme.targets}
    assert compared == {iri for (iri,) in ask("SELECT ?t { ?t a qp:Target }")}


def test_a_budget_adds_up(content: Content, ask: Ask) -> None:
    (budget,) = content.budgets
    assert budget.plan.id == "bac-ninh-kh-2026-2030"
    assert budget.adds_up
    assert budget.sum_row is not None
    assert budget.sum_row.total == Decimal(20410)
    ((total,),) = ask("SELECT (SUM(?n) AS ?all) { ?i a qp:BudgetItem ; qp:allocation/qp:amount ?n }")
    assert sum(budget.added(year) for year in budget.years) == Decimal(total) == budget.added()


def test_a_wrong_sum_is_seen(content: Content) -> None:
    from dataclasses import replace

    (budget,) = content.budgets
    assert budget.sum_row is not None
    assert not replace(budget, sum_row=replace(budget.sum_row, total=Decimal(1))).adds_up
    assert not replace(budget, rows=budget.rows[1:]).adds_up
    assert not replace(budget, sum_row=None).adds_up


def test_timelines_hold_every_task(content: Content, ask: Ask) -> None:
    listed = [p.iri for line in content.timelines for schedule in line.schedules for p in schedule.points]
    assert sorted(listed) == sorted(iri for (iri,) in ask("SELECT ?t { ?t a qp:Task }"))


@pytest.mark.parametrize("year", range(2025, 2031))
def test_tasks_under_way_are_counted(content: Content, ask: Ask, year: int) -> None:
    rows = ask(
        "SELECT ?id (COUNT(DISTINCT ?t) AS ?n) { ?t a qp:Task ; dcterms:isPartOf ?p . "
        "?p a qp:Plan ; dcterms:identifier ?id ; qp:startYear ?s ; qp:endYear ?e . "
        "OPTIONAL { ?t qp:startYear ?ts } OPTIONAL { ?t qp:endYear ?te } "
        "OPTIONAL { ?t qp:recurrence/skos:notation ?r } "
        'FILTER(BOUND(?ts) || BOUND(?te) || (BOUND(?r) && ?r IN ("annual", "once"))) '
        "BIND(xsd:integer(STR(COALESCE(?ts, ?s))) AS ?from) BIND(xsd:integer(STR(COALESCE(?te, ?e))) AS ?to) "
        f"FILTER(?from <= {year} && {year} <= ?to && xsd:integer(STR(?s)) <= {year}) }} GROUP BY ?id"
    )
    counted = {
        line.plan.id: len(line.annual[year]) + len(line.dated[year])
        for line in content.timelines
        if year in line.annual
    }
    assert {plan: n for plan, n in counted.items() if n} == {plan: int(n) for plan, n in rows}


def test_defects_have_their_readings(content: Content, ask: Ask) -> None:
    used = dict(ask("SELECT ?d ?r { ?d a qp:Defect ; qp:usedReading ?r }"))
    others = ask(
        "SELECT ?d ?r { ?d a qp:Defect ; qp:possibleReading ?r . FILTER NOT EXISTS { ?d qp:usedReading ?r } }"
    )
    found = [defect for defects in content.defects.by_plan.values() for defect in defects]
    assert {defect.point.iri: defect.used for defect in found if defect.used} == used
    assert sorted((defect.point.iri, other) for defect in found for other in defect.others) == sorted(others)
    for plan, defects in content.defects.by_plan.items():
        assert sum(content.defects.count(plan, kind) for kind in content.defects.kinds) == len(defects)
