"""A report on one province: its own plans, compared with the others."""

import pytest

from qpgraph.report.ask import content_of
from qpgraph.report.content import Content
from qpgraph.settings import Settings
from tests.report.conftest import DAY

PROVINCES = ("bac-ninh", "can-tho", "dong-nai", "hai-phong")


@pytest.fixture(scope="module")
def reports(settings: Settings) -> dict[str, Content]:
    return {province: content_of(province, "vi", DAY, settings) for province in PROVINCES}


@pytest.mark.parametrize("province", PROVINCES)
def test_figures_are_the_province_s_own(reports: dict[str, Content], content: Content, province: str) -> None:
    own = reports[province]
    assert own.own_provinces == (province,)
    for plan in own.plans:
        for kind, points in own.figures.points[plan.id].items():
            assert [p.iri for p in points] == [p.iri for p in content.figures.points[plan.id][kind]]
    assert {agency.province for agency in own.agencies} == {province}
    assert {defects.point.plan for each in own.defects.by_plan.values() for defects in each} <= {
        plan.id for plan in own.plans
    }


@pytest.mark.parametrize("province", PROVINCES)
def test_comparisons_have_the_province_and_others(reports: dict[str, Content], province: str) -> None:
    own = reports[province]
    assert all(province in theme.provinces for theme in own.themes)
    assert any(len(theme.provinces) > 1 for theme in own.themes)
    assert all(province in standard.places for standard in own.standards)
    assert all(province in act.places for act in own.acts)


def test_only_one_province_has_a_budget_a_procedure_a_catalogue(reports: dict[str, Content]) -> None:
    assert [province for province in PROVINCES if reports[province].budgets] == ["bac-ninh"]
    assert [province for province in PROVINCES if reports[province].steps] == ["can-tho"]
    assert [province for province in PROVINCES if reports[province].catalogue] == ["dong-nai"]


def test_the_procedure_of_can_tho(reports: dict[str, Content]) -> None:
    steps = reports["can-tho"].steps
    assert [step.step for step in steps] == ["a", "b", "c", "d", "đ", "e", "g"]
    assert {party.name for party in steps[2].actors} == {
        "Sở Khoa học và Công nghệ",
        "Ủy ban nhân dân thành phố Cần Thơ",
    }
