"""Filters: what stays and what goes, told from the graph itself."""

import json
from typing import Any

import pytest

from qpgraph.errors import QpgraphError
from qpgraph.export.network import Network
from qpgraph.export.selection import Selection, SelectionError
from qpgraph.export.source import Source
from qpgraph.export.views import VIEWS, load_view
from qpgraph.settings import BASE, data_directory
from tests.export.conftest import Expected, Exporter

SUBJECT = "http://purl.org/dc/terms/subject"


def ids(export: Exporter, **filters: Any) -> set[str]:
    return set(graph(export, **filters)["nodes"])


def graph(export: Exporter, **filters: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(export("jgf", **filters))["graph"]
    return found


def points(nodes: set[str]) -> set[str]:
    """Those that are points of a plan."""
    return {
        node for node in nodes if node.startswith(f"{BASE}id/plan/") and node.count("/") > BASE.count("/") + 2
    }


def plans(nodes: set[str]) -> set[str]:
    return {node.removeprefix(f"{BASE}id/plan/").split("/")[0] for node in points(nodes)}


def test_plan_keeps_all_its_points_and_no_other(export: Exporter, expected: Expected) -> None:
    nodes = ids(export, plans=("can-tho-kh-2026-2030",))
    start = f"{BASE}id/plan/can-tho-kh-2026-2030/"
    assert {node for node in expected.labels if node.startswith(start)} == points(nodes)
    assert f"{BASE}id/agency/can-tho/so-khoa-hoc-va-cong-nghe" in nodes


def test_province_by_any_of_its_names(export: Exporter) -> None:
    found = [ids(export, provinces=(name,)) for name in ("Hải Phòng", "hải phòng", "hai-phong", "Hai Phong")]
    assert all(nodes == found[0] for nodes in found)
    assert plans(found[0]) == {"hai-phong-kh-2026-2030"}


def test_two_values_of_a_filter_fit_either(export: Exporter) -> None:
    both = ids(export, provinces=("Bắc Ninh", "Cần Thơ"))
    assert plans(both) == {"bac-ninh-kh-2026-2030", "can-tho-kh-2026-2030"}


def test_theme_keeps_what_is_about_it(export: Exporter, expected: Expected) -> None:
    theme = f"{BASE}id/theme/traceability"
    about = {
        source for source, predicate, target, _ in expected.edges if predicate == SUBJECT and target == theme
    }
    nodes = ids(export, themes=("traceability",))
    parts = {node for node in points(nodes) - about if node.rpartition("/")[0] in {*about, *points(nodes)}}
    parts |= {node for node in points(nodes) - about if "/output/" in node}
    assert points(nodes) - parts == about
    assert nodes == ids(export, themes=("Truy xuất nguồn gốc",))


def test_different_filters_must_all_fit(export: Exporter) -> None:
    nodes = points(ids(export, themes=("traceability",), provinces=("Đồng Nai",)))
    assert nodes
    assert nodes == points(ids(export, themes=("traceability",))) & points(
        ids(export, provinces=("Đồng Nai",))
    )


def test_agency_keeps_what_it_takes_part_in(export: Exporter, expected: Expected) -> None:
    agency = f"{BASE}id/agency/hai-phong/so-y-te"
    roles = {
        f"{BASE}ontology#{role}" for role in ("lead", "coordinate", "agent", "partner", "reporter", "actor")
    }
    work = {
        source for source, predicate, target, _ in expected.edges if target == agency and predicate in roles
    }
    nodes = ids(export, agencies=(agency,))
    assert work
    assert work <= nodes
    assert {node for node in points(nodes) if node.count("/") == f"{BASE}id/plan/p/task/1".count("/")} == work


def test_one_name_is_of_agencies_in_several_provinces(export: Exporter) -> None:
    nodes = ids(export, agencies=("Sở Y tế",))
    assert {f"{BASE}id/agency/{place}/so-y-te" for place in ("hai-phong", "bac-ninh")} <= nodes
    assert nodes == ids(export, agencies=("so-y-te",))


def test_year_keeps_what_runs_then(export: Exporter) -> None:
    nodes = graph(export, years=(2027,))["nodes"]
    spans = [about["metadata"] for about in nodes.values() if about["metadata"].get("class") == "Task"]
    assert spans
    assert all(span["start"] <= 2027 <= span["end"] for span in spans)
    assert not points(ids(export, years=(1999,)))


def test_class_is_asked_of_both_ends(export: Exporter) -> None:
    found = graph(export, classes=("Task", "Agency"))
    assert {about["metadata"]["class"] for about in found["nodes"].values()} == {
        "Task",
        "Agency",
        "AgencyGroup",
    }
    assert any(edge["relation"].endswith("#lead") for edge in found["edges"])
    assert ids(export, classes=("Nhiệm vụ",)) == ids(export, classes=("task",))


def test_around_goes_as_far_as_it_is_told(export: Exporter, expected: Expected) -> None:
    middle = f"{BASE}id/theme/tfp"
    near = {middle}
    near |= {source for source, _, target, _ in expected.edges if target == middle}
    near |= {target for source, _, target, _ in expected.edges if source == middle}
    assert ids(export, around=middle) == near
    assert ids(export, around="theme/tfp", depth=0) == {middle}
    assert near < ids(export, around="theme/tfp", depth=2)


def test_nothing_that_is_left_hangs_in_the_air(export: Exporter) -> None:
    for filters in ({"themes": ("tfp",)}, {"around": "theme/tfp", "depth": 2}, {"years": (2026,)}):
        found = graph(export, **filters)
        assert all(
            edge["source"] in found["nodes"] and edge["target"] in found["nodes"] for edge in found["edges"]
        )


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        ({"plans": ("x",)}, "no plan 'x'; there is bac-ninh-kh-2026-2030"),
        ({"provinces": ("Hà Nội",)}, "no province 'Hà Nội'; there is bac-ninh"),
        ({"themes": ("x",)}, "no theme 'x'; there is ai, "),
        ({"classes": ("X",)}, "no class 'X'; there is Agency"),
        ({"agencies": ("Sở Ytế",)}, "no agency 'Sở Ytế'; there is sở y tế"),
        ({"around": "x"}, "says nothing of <x>"),
        (
            {"around": "theme/tfp", "plans": ("can-tho-kh-2026-2030",), "classes": ("Task",)},
            "other filters leave",
        ),
        ({"depth": 9, "around": "theme/tfp"}, "depth 9 is out of range"),
        ({"years": (3000,)}, "year 3000 is out of range"),
        ({"view": "x"}, "no view 'x'; take network, collaboration"),
        ({"language": "fr"}, "no language 'fr'"),
    ],
)
def test_wrong_filter_is_told_in_one_line(source: Source, filters: dict[str, Any], words: str) -> None:
    with pytest.raises(SelectionError) as caught:
        Network(source, Selection(**filters), filters.get("view") or "network")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["ttl", "tasks-csv"])
def test_views_are_for_networks(export: Exporter, name: str) -> None:
    with pytest.raises(QpgraphError, match="leave --view out"):
        export(name, view="legal")


def test_views_are_the_files() -> None:
    folder = data_directory("queries") / "export"
    with_layout = {
        path.stem for path in folder.glob("*.rq") if "#+ layout:" in path.read_text(encoding="utf-8")
    }
    assert with_layout == set(VIEWS)
    assert all(set(load_view(name).title) == {"vi", "en"} for name in VIEWS)


def test_collaboration_is_told_task_by_task(export: Exporter, expected: Expected) -> None:
    lead, coordinate = (f"{BASE}ontology#{role}" for role in ("lead", "coordinate"))
    task = f"{BASE}id/plan/bac-ninh-kh-2026-2030/task/1.2"
    leads = {target for source, predicate, target, _ in expected.edges if (source, predicate) == (task, lead)}
    others = {
        target for source, predicate, target, _ in expected.edges if (source, predicate) == (task, coordinate)
    }
    edges = [
        edge for edge in graph(export, view="collaboration")["edges"] if edge["metadata"]["point"] == task
    ]
    assert {(edge["source"], edge["target"]) for edge in edges} == {(a, b) for a in leads for b in others}
    assert all(edge["metadata"]["ref"] == "1.2" for edge in edges)


def test_filter_of_a_view_asks_what_its_edges_come_from(export: Exporter) -> None:
    edges = graph(export, view="collaboration", themes=("traceability",))["edges"]
    about = points(ids(export, themes=("traceability",)))
    assert edges
    assert {edge["metadata"]["point"] for edge in edges} <= about


def test_legal_view_has_every_legal_basis(export: Exporter, expected: Expected) -> None:
    based = "http://data.europa.eu/eli/ontology#based_on"
    wanted = {(source, target) for source, predicate, target, _ in expected.edges if predicate == based}
    edges = graph(export, view="legal")["edges"]
    assert {(edge["source"], edge["target"]) for edge in edges if edge["relation"] == based} == wanted


def test_standards_view_counts_as_the_named_query(export: Exporter, settings: Any) -> None:
    from qpgraph import api

    edges = graph(export, view="standards")["edges"]
    pairs = {(edge["source"], edge["target"]) for edge in edges}
    assert len(pairs) == len(api.query("standards-by-province", settings))
