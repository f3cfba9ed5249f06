"""`qpgraph` itself, `build`, `info` and `serve`."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from qpgraph import __version__
from qpgraph.cli import COMMANDS
from tests.cli.command import qpgraph


def test_help_names_every_command() -> None:
    done = qpgraph("--help")
    assert done.returncode == 0
    assert all(f"  {name} " in done.stdout for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    done = qpgraph(name, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: qpgraph " + name)


def heavy_after(code: str) -> str:
    """The heavy libraries that are loaded once a piece of code has run."""
    heavy = ("rdflib", "pydantic", "fastapi", "pyshacl")
    probe = f"import sys; {code}; print([name for name in {heavy} if name in sys.modules])"
    return subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout


def test_help_loads_no_heavy_library() -> None:
    assert heavy_after("import qpgraph.cli") == "[]\n"


def test_a_named_query_loads_no_heavy_library(built_store: Path) -> None:
    store = f"Settings(store=Path({str(built_store)!r}), endpoint=None)"
    imports = "from pathlib import Path; from qpgraph import api; from qpgraph.settings import Settings"
    assert heavy_after(f"{imports}; api.query('plans', {store})") == "[]\n"


def test_version() -> None:
    assert qpgraph("--version").stdout == f"qpgraph, version {__version__}\n"


def test_build_says_what_it_made(tmp_path: Path) -> None:
    done = qpgraph("build", "--store", str(tmp_path / "store"))
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "statements in" in done.stderr.splitlines()[-1]
    assert (tmp_path / "store" / "current").resolve().is_dir()


def test_build_shows_all_findings_and_builds_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "loaders" / "some-plan"
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_text("vi: Kế hoạch\nyear: 2026\n", encoding="utf-8")
    done = qpgraph("build", "--store", str(tmp_path / "store"), "--loaders", str(tmp_path / "loaders"))
    assert done.returncode == 1
    assert "plan.yaml:2: year: is no field of this record" in done.stderr
    assert "plan.yaml:1: issuer: is missing; add it" in done.stderr
    assert not (tmp_path / "store" / "current").exists()


def test_info_counts_by_class_and_by_plan(built_store: Path) -> None:
    done = qpgraph("info", "--format", "json", environment={"QPGRAPH_STORE": str(built_store)})
    facts = json.loads(done.stdout)
    assert facts["qpgraph"] == __version__
    assert facts["classes"]["Plan"] == 5
    assert facts["plans"]["bac-ninh-kh-2026-2030"]["Task"] == 29
    assert facts["store"] == str(built_store)


def test_info_without_a_store_says_so(tmp_path: Path) -> None:
    facts = json.loads(qpgraph("info", "--format", "json", "--store", str(tmp_path)).stdout)
    assert facts["built"] is False


def test_serve_builds_a_missing_store_and_answers(tmp_path: Path) -> None:
    environment = {**os.environ, "QPGRAPH_STORE": str(tmp_path / "store")}
    command = [sys.executable, "-m", "qpgraph", "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as server:
        try:
            assert server.stderr
            line = next(line for line in server.stderr if "serving" in line)
            address = line.split("serving ")[1].split("/sparql")[0]
            answer = httpx.get(f"{address}/queries/plans", params={"format": "csv"}, timeout=30)
            assert len(answer.text.splitlines()) == 6
        finally:
            server.send_signal(signal.SIGINT)
            assert server.wait(20) == 0


def test_serve_on_a_port_in_use_says_what_to_do(built_store: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = qpgraph("serve", "--port", str(port), environment={"QPGRAPH_STORE": str(built_store)})
    assert done.returncode == 1
    assert (
        f"can't listen on 127.0.0.1:{port}: Address already in use; choose another with --port" in done.stderr
    )
