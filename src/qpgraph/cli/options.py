"""Options that several commands take: `--store`, `--loaders`, `--ontology`, `--documents`, each a folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

__all__ = ["documents_option", "loaders_option", "ontology_option", "store_option"]

F = TypeVar("F", bound=Callable[..., Any])


def _folder_option(name: str, what: str, *, exists: bool = True) -> Callable[[F], F]:
    variable = f"QPGRAPH_{name.upper()}"
    return click.option(
        f"--{name}",
        type=click.Path(exists=exists, file_okay=False, path_type=Path),
        envvar=variable,
        help=f"{what} (or the variable {variable}).",
    )


store_option = _folder_option("store", "The store's folder; a place in your home otherwise", exists=False)
loaders_option = _folder_option("loaders", "The folder of the records; the project's own otherwise")
ontology_option = _folder_option("ontology", "The folder of the ontology; the project's own otherwise")
documents_option = _folder_option("documents", "The folder of the source texts, <document id>.txt")
