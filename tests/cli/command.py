"""The command `qpgraph` as a user runs it: a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping

__all__ = ["qpgraph"]


def qpgraph(
    *arguments: str, stdin: str = "", environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs the command; its output, messages and exit status."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith("QPGRAPH_")}
    return subprocess.run(
        [sys.executable, "-m", "qpgraph", *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env={**variables, **(environment or {})},
        check=False,
        timeout=120,
    )
