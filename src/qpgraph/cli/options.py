"""Options that several commands take."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

__all__ = ["documents_option", "loaders_option", "ontology_option", "store_option"]

F = TypeVar("F", bound=Callable[..., Any])


def store_option(command: F) -> F:
    """`--store DIR`, or the variable `QPGRAPH_STORE`, or the default place."""
    return click.option(
        "--store",
        type=click.Path(file_okay=False, path_type=Path),
        envvar="QPGRAPH_STORE",
        help="The store's folder (or the variable QPGRAPH_STORE; a place in your home otherwise).",
    )(command)


def loaders_option(command: F) -> F:
    """`--loaders DIR`: another folder of records than the project's own."""
    return click.option(
        "--loaders",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        envvar="QPGRAPH_LOADERS",
        help="The folder of the records (the project's own otherwise).",
    )(command)


def ontology_option(command: F) -> F:
    """`--ontology DIR`: another folder of ontology and thesaurus than the project's own."""
    return click.option(
        "--ontology",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        envvar="QPGRAPH_ONTOLOGY",
        help="The folder of the ontology and thesaurus (the project's own otherwise).",
    )(command)


def documents_option(command: F) -> F:
    """`--documents DIR`: the folder of the source texts; there is no default."""
    return click.option(
        "--documents",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        envvar="QPGRAPH_DOCUMENTS",
        help="The folder of the source texts, <document id>.txt (or the variable QPGRAPH_DOCUMENTS).",
    )(command)
