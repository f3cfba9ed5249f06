"""What the script that draws graphs must know: labels of classes and properties, queries, texts."""

from collections.abc import Mapping

from qpgraph.export.vocabulary import short_name
from qpgraph.export.words import known_classes, known_properties
from qpgraph.graph.terms import PREFIXES
from qpgraph.settings import BASE
from qpgraph.web.page import Visit
from qpgraph.web.reader import Row, page_queries

__all__ = ["graph_words"]

_TEXTS = "board."


async def graph_words(visit: Visit, *texts: str) -> Mapping[str, object]:
    """For `web/src/graph/vocabulary.ts`, to be written into the page as JSON.

    `texts`: starts of the keys of messages that the page's script needs beside the graph's own.
    """
    rows = await visit.reader.rows("graph-vocabulary", lang=visit.language)
    return {
        "language": visit.language,
        "base": BASE,
        "prefixes": PREFIXES,
        "classes": _classes(rows, visit.language),
        "properties": _properties(rows, visit.language),
        "queries": {
            "neighbours": page_queries()["graph-neighbours"].text,
            "names": page_queries()["graph-names"].text,
        },
        "texts": {name: text for start in (_TEXTS, *texts) for name, text in _texts(visit, start)},
    }


def _classes(rows: list[Row], language: str) -> dict[str, dict[str, object]]:
    """Of several classes the deepest is shown; those of other vocabularies come last."""
    others = {
        term: {"label": labels[language], "depth": -1}
        for term, labels in known_classes().items()
        if term.startswith("http")
    }
    own = {
        row["term"]: {"label": row["label"], "depth": int(row["depth"])}
        for row in rows
        if row["kind"] == "class"
    }
    return {**others, **own}


def _properties(rows: list[Row], language: str) -> dict[str, str]:
    others = {short_name(term): labels[language] for term, labels in known_properties().items()}
    own = {short_name(row["term"]): row["label"] for row in rows if row["kind"] == "property"}
    return {**others, **own}


def _texts(visit: Visit, start: str) -> list[tuple[str, str]]:
    """Texts by the rest of their keys, with their places left open: the script fills them."""
    texts = visit.t.messages.texts
    return [
        (key.removeprefix(start), str(texts[key][visit.language])) for key in texts if key.startswith(start)
    ]
