"""Where the database lies in a store's folder (see `qpgraph.store.build` for who writes it)."""

from pathlib import Path

from pyoxigraph import Store

from qpgraph.store.base import StoreUnavailableError

__all__ = ["current_database", "is_changed", "mark_changed", "open_read_only"]

_CHANGED = "changed"


def current_database(store: Path) -> Path:
    """The database that counts in a store's folder: what `<store>/current` points to.

    Raises `StoreUnavailableError` when there is none.
    """
    database = (store / "current").resolve()
    if not database.is_dir():
        raise StoreUnavailableError(f"There is no store in {store}. Build it with `qpgraph build`.")
    return database


def open_read_only(store: Path) -> Store:
    """The database of a store's folder, for reading. Raises `StoreUnavailableError`."""
    try:
        return Store.read_only(str(current_database(store)))
    except OSError as error:
        raise StoreUnavailableError(
            f"The store in {store} can't be opened: {error}. Build it again with `qpgraph build`."
        ) from error


def mark_changed(database: Path) -> None:
    """Remembers that a database was written to: what was built beside it tells of the graph before."""
    (database.parent / _CHANGED).touch()


def is_changed(version: Path) -> bool:
    """Whether the database of a version's folder was written to since it was built."""
    return (version / _CHANGED).exists()
