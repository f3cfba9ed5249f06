"""The SPARQL editor, with the named queries beside it; without scripts it is a form to the endpoint."""

from asyncio import gather
from collections.abc import Mapping

from qpgraph.graph.terms import PREFIXES
from qpgraph.queries.named import NamedQuery, ParameterError, load_queries
from qpgraph.web.assets import Assets
from qpgraph.web.graph_words import graph_words
from qpgraph.web.page import Page, Visit
from qpgraph.web.reader import Row

__all__ = ["query"]

_TIMEOUTS = (5, 10, 30, 60, 120)
_FIRST = """
SELECT ?plan ?label WHERE {
  ?plan a qp:Plan ;
    rdfs:label ?label .
  FILTER(LANG(?label) = "%s")
}
LIMIT 20
"""


async def query(visit: Visit) -> Page:
    """See the module."""
    words, rows = await gather(
        graph_words(visit, "editor."), visit.reader.rows("graph-choices", lang=visit.language)
    )
    queries = load_queries()
    chosen = queries.get(visit.parameter("name"))
    text, problem, values = _bound(chosen, visit) if chosen else (_first(visit), "", {})
    force = Assets.load().entry("force")
    return Page(
        "query.html",
        title=visit.t("query.title"),
        description=visit.t("query.description"),
        data={
            "words": words,
            "queries": queries.values(),
            "chosen": chosen,
            "values": values,
            "text": text,
            "problem": problem,
            "run": bool(chosen) and not problem,
            "choices": _choices(rows),
            "timeouts": _TIMEOUTS,
            "worker": f"/assets/{force.script}" if force else "",
        },
        scripts=("query",),
    )


def _first(visit: Visit) -> str:
    """Something to begin with: the prefixes of the project and a query that has an answer."""
    names = ("qp", "dcterms", "eli", "prov", "rdfs", "skos")
    prefixes = "\n".join(f"PREFIX {name}: <{PREFIXES[name]}>" for name in names)
    return visit.parameter("query") or f"{prefixes}\n{_FIRST % visit.language}"


def _bound(chosen: NamedQuery, visit: Visit) -> tuple[str, str, Mapping[str, str]]:
    """The query's text with the parameters of the address, what is wrong with them, and their values.

    What must be given and isn't yet is filled with the example, so that there is an answer to look at.
    """
    values = {
        parameter.name: visit.parameter(parameter.name)
        or (parameter.example if parameter.required else "")
        or ""
        for parameter in chosen.parameters
    }
    try:
        return chosen.bind(values), "", values
    except ParameterError as error:
        return chosen.text, str(error), values


def _choices(rows: list[Row]) -> dict[str, list[tuple[str, str]]]:
    """Values to choose from by parameter; agencies go by name, which several provinces share."""
    choices: dict[str, dict[str, str]] = {}
    for row in rows:
        value = row["label"] if row["choice"] == "agency" else row["value"]
        label = " ".join(part for part in (row["group"], row["label"]) if part)
        choices.setdefault(row["choice"], {}).setdefault(value, "" if label == value else label)
    return {name: list(each.items()) for name, each in choices.items()}
