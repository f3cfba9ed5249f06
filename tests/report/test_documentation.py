"""`docs/reports.md` names every option, parameter, query folder and kind of problem."""

import re
from pathlib import Path

import pytest

from qpgraph.cli.report import command
from qpgraph.http.report import AskedReport

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reports.md").read_text(encoding="utf-8")
OPTIONS = [option for parameter in command.params for option in parameter.opts if option != "--store"]
SOURCE = (ROOT / "src" / "qpgraph" / "http" / "report.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("option", [option for option in OPTIONS if option.startswith("--")])
def test_option_is_documented(option: str) -> None:
    assert option in PAGE or (option == "--output" and "`-o FILE`" in PAGE)


@pytest.mark.parametrize("name", AskedReport.model_fields)
def test_parameter_is_documented(name: str) -> None:
    assert f"{name}=" in PAGE


@pytest.mark.parametrize("kind", set(re.findall(r'ProblemError\(\s*\d{3},\s*"([a-z-]+)"', SOURCE)))
def test_kind_of_problem_is_documented(kind: str) -> None:
    assert f"`{kind}`" in PAGE
