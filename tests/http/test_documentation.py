"""The endpoint's page in `docs/` names every address and every kind of problem."""

import re
from pathlib import Path

import pytest

from qpgraph.http import data, description, health, problems, sparql, things, update

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "sparql-endpoint.md").read_text(encoding="utf-8")
ROUTERS = (sparql.router, update.router, data.router, things.router, description.router, health.router)
MODULES = (
    *("authorization", "data", "description", "negotiation", "parameters", "problems", "protocol"),
    *("queries", "service", "sparql", "things", "update", "uploads"),
)
PATHS = sorted({route.path.partition("{")[0].rstrip("/") for router in ROUTERS for route in router.routes})  # type: ignore[attr-defined]
KINDS = sorted(
    {
        kind
        for name in MODULES
        for kind in re.findall(
            r'ProblemError\(\s*\d{3},\s*"([a-z-]+)"',
            (ROOT / "src" / "qpgraph" / "http" / f"{name}.py").read_text(encoding="utf-8"),
        )
    }
    | {kind for _, _, kind in problems.STORE_PROBLEMS}
)


def test_there_is_something_to_document() -> None:
    assert {"/sparql", "/update", "/data", "/id"} <= set(PATHS)
    assert len(KINDS) > 20


@pytest.mark.parametrize("path", PATHS)
def test_address_is_documented(path: str) -> None:
    assert f"`{path}" in PAGE


@pytest.mark.parametrize("kind", KINDS)
def test_kind_of_problem_is_documented(kind: str) -> None:
    assert f"`{kind}`" in PAGE
