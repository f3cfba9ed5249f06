"""The packages of questions: each module can be imported by itself, so none leans on the order of others."""

import subprocess
import sys
from pathlib import Path

import qpgraph.ask

_FOLDER = Path(qpgraph.ask.__file__).parent
_EACH = """
import importlib, sys
for name in sys.argv[1:]:
    for loaded in [each for each in sys.modules if each.startswith("qpgraph.ask")]:
        del sys.modules[loaded]
    importlib.import_module(name)
"""


def test_every_module_can_be_imported_first() -> None:
    files = sorted(_FOLDER.rglob("*.py"))
    names = [".".join(file.relative_to(_FOLDER.parents[1]).with_suffix("").parts) for file in files]
    names = [name.removesuffix(".__init__") for name in names]
    assert len(names) > 100
    done = subprocess.run(
        [sys.executable, "-c", _EACH, *names], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
