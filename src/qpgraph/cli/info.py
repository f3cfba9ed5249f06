"""`qpgraph info`: versions, where the store is, what it holds."""

import json
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from qpgraph import __version__
from qpgraph.api import sparql
from qpgraph.cli.options import store_option
from qpgraph.settings import Settings

__all__ = ["command"]

_LIBRARIES = ("pyoxigraph", "rdflib", "oxrdflib", "SPARQLWrapper", "fastapi", "uvicorn", "pydantic")

_BY_CLASS = """
SELECT ?name (COUNT(*) AS ?count) WHERE {
  ?thing a ?class FILTER(STRSTARTS(STR(?class), STR(qp:)))
  BIND(STRAFTER(STR(?class), STR(qp:)) AS ?name)
} GROUP BY ?name ORDER BY ?name
"""
_BY_PLAN = """
SELECT ?plan ?name (COUNT(*) AS ?count) WHERE {
  ?thing dcterms:isPartOf ?node ; a ?class . ?node a qp:Plan ; dcterms:identifier ?plan .
  BIND(STRAFTER(STR(?class), STR(qp:)) AS ?name)
} GROUP BY ?plan ?name ORDER BY ?plan ?name
"""


@click.command("info")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@store_option
def command(form: str, store: Path | None) -> None:
    """Versions, where the store is, what it holds by class and by plan."""
    settings = Settings(store=store) if store else Settings()
    facts = _facts(settings)
    if form == "json":
        click.echo(json.dumps(facts, ensure_ascii=False, indent=2))
        return
    for name, value in facts.items():
        if isinstance(value, dict):
            click.echo(f"{name}:")
            for key, each in value.items():
                shown = ", ".join(f"{k} {v}" for k, v in each.items()) if isinstance(each, dict) else each
                click.echo(f"  {key}: {shown}")
        else:
            click.echo(f"{name}: {value}")


def _facts(settings: Settings) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "qpgraph": __version__,
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in _LIBRARIES},
        "store": settings.endpoint or str(settings.store),
    }
    if not settings.endpoint and not (settings.store / "current").exists():
        return facts | {"built": False}
    plans: dict[str, dict[str, int]] = {}
    for row in sparql(_BY_PLAN, settings):
        plans.setdefault(row["plan"], {})[row["name"]] = int(row["count"])
    classes = {row["name"]: int(row["count"]) for row in sparql(_BY_CLASS, settings)}
    total = int(sparql("SELECT (COUNT(*) AS ?count) WHERE { ?s ?p ?o }", settings)[0]["count"])
    return facts | {"built": True, "statements": total, "classes": classes, "plans": plans}
