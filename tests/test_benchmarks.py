"""Every benchmark can be started by its name."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.__main__ import NAMES

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("name", NAMES)
def test_a_benchmark_tells_its_options(name: str) -> None:
    command = [sys.executable, "-m", "benchmarks", name, "--help"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "usage:" in done.stdout


def test_an_unknown_benchmark_is_told_what_there_is() -> None:
    command = [sys.executable, "-m", "benchmarks", "many_passages"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "there are endpoint, export" in done.stderr
