"""The package is what its papers say."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import qpgraph

ROOT = Path(__file__).parent.parent
MODULES = [module.name for module in pkgutil.walk_packages(qpgraph.__path__, "qpgraph.")]


def test_the_newest_entry_of_the_changelog_is_this_version() -> None:
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert newest and newest[1] == qpgraph.__version__


@pytest.mark.parametrize("name", [name for name in MODULES if not name.endswith("__main__")])
def test_what_a_module_offers_is_there_and_told(name: str) -> None:
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        pytest.skip(f"needs an extra: {error}")
    assert module.__doc__ or not (module.__file__ or "").endswith(".py") or _is_empty(module.__file__)
    for offered in getattr(module, "__all__", []):
        thing = getattr(module, offered)
        own = getattr(thing, "__module__", None) == name
        if own and callable(thing):
            assert thing.__doc__, f"{name}.{offered} has no docstring"


def _is_empty(file: str | None) -> bool:
    return not file or not Path(file).read_text(encoding="utf-8").strip()


@pytest.mark.parametrize(
    "page", [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"], ids=lambda p: p.name
)
def test_links_of_a_page_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} links to {target}, which isn't there"


def test_every_setting_is_told_in_the_docs() -> None:
    """Every variable of `settings.py` stands in a page of docs."""
    settings = (ROOT / "src" / "qpgraph" / "settings.py").read_text(encoding="utf-8")
    variables = set(re.findall(r"`(QPGRAPH_[A-Z_]+)`", settings))
    told = " ".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md"))
    assert {variable for variable in variables if variable not in told} == set()
