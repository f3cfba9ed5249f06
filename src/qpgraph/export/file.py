"""Writes a file in one step: it is there as a whole, or the old one stays."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from qpgraph.export.base import ExportError

__all__ = ["whole_file"]


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes its name when the block ends well. Raises `ExportError`."""
    try:
        if path.is_dir():
            raise ExportError(f"{path}: is a folder; name a file in it")
        descriptor, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with os.fdopen(descriptor, "wb", buffering=1 << 20) as file:
            yield file
        Path(aside).chmod(_mode(path))
        Path(aside).replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        Path(aside).unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """The rights of the file that is there, or those of any new file."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _unwritable(path: Path, error: OSError) -> ExportError:
    return ExportError(f"{path}: can't be written: {error.strerror or error}; choose another place with -o")
