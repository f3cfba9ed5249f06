"""A language model that writes SPARQL where the project's own reading finds no answer; off by default.

It is any server that speaks OpenAI's chat completions. What it writes is checked before it runs: one
SELECT that parses, that calls no other endpoint and uses no term that the graph doesn't know; and it
runs under the same deadline as any other query.
"""

import os
import re
from collections.abc import Set
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Store

from qpgraph.errors import QpgraphError
from qpgraph.graph.terms import PREFIXES
from qpgraph.settings import on_base
from qpgraph.sparql.syntax import query_form, refuse_service
from qpgraph.store.base import BadQueryError

__all__ = ["KNOWN_TERMS", "LanguageModel", "ModelError", "ModelSettings", "checked"]

KNOWN_TERMS = "SELECT DISTINCT ?term WHERE { { ?s ?term ?o } UNION { ?s a ?term FILTER(isIRI(?term)) } }"
"""The properties and classes of the graph."""

_PROMPT = Path(__file__).parent / "prompt.md"
_BLOCK = re.compile(r"```(?:sparql)?\s*(.*?)```", re.DOTALL)
_LIMIT = re.compile(r"\bLIMIT\s+(\d+)(?:\s+OFFSET\s+\d+)?\s*$", re.IGNORECASE)
_IRI = re.compile(r"<([^<>\s]*)>")
_NAME = re.compile(r"(?<![\w:<\"'/?$@])([A-Za-z][\w-]*):([A-Za-z_][\w-]*)")
_STRING = re.compile(r'"""(?:.|\n)*?"""|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'')
_MOST = 200


class ModelError(QpgraphError):
    """The language model can't be reached, or wrote what may not be run."""


def _env(name: str) -> str | None:
    return os.environ.get(f"QPGRAPH_LLM_{name}") or None


@dataclass(frozen=True)
class ModelSettings:
    """Which language model is asked; none unless an address is set."""

    url: str | None = field(default_factory=lambda: _env("URL"))
    """`QPGRAPH_LLM_URL`: the address up to `/chat/completions`, such as `http://127.0.0.1:11434/v1`."""
    key: str | None = field(default_factory=lambda: _env("KEY"), repr=False)
    """`QPGRAPH_LLM_KEY`: the bearer token, if the server wants one."""
    model: str = field(default_factory=lambda: _env("MODEL") or "default")
    """`QPGRAPH_LLM_MODEL`: the model's name on that server."""
    timeout: float = field(default_factory=lambda: float(_env("TIMEOUT") or "30"))
    """`QPGRAPH_LLM_TIMEOUT`: seconds to wait for it."""


class LanguageModel:
    """Writes SPARQL for a question."""

    def __init__(self, settings: ModelSettings) -> None:
        self._settings = settings

    @classmethod
    def of(cls, settings: ModelSettings | None = None) -> "LanguageModel | None":
        """The language model of the settings; None when there is none."""
        settings = settings or ModelSettings()
        return cls(settings) if settings.url else None

    def write(self, question: str) -> str | None:
        """The SPARQL for a question as the model wrote it, unchecked; None when it doesn't know.

        Raises `ModelError`.
        """
        try:
            import httpx
        except ImportError as error:
            raise ModelError("a language model needs httpx; install qpgraph[language-model]") from error
        headers = {"Authorization": f"Bearer {self._settings.key}"} if self._settings.key else {}
        body = {
            "model": self._settings.model,
            "temperature": 0,
            "messages": [
                {"role": "system", "content": on_base(_PROMPT.read_text(encoding="utf-8"))},
                {"role": "user", "content": f"Question: {question}"},
            ],
        }
        address = f"{str(self._settings.url).rstrip('/')}/chat/completions"
        try:
            response = httpx.post(address, json=body, headers=headers, timeout=self._settings.timeout)
            response.raise_for_status()
            text = str(response.json()["choices"][0]["message"]["content"])
        except (httpx.HTTPError, KeyError, IndexError, TypeError, ValueError) as error:
            raise ModelError(f"the language model at {self._settings.url} gave no answer: {error}") from error
        return _query_in(text)


def checked(text: str, known: Set[str]) -> str:
    """The query, with prefixes and a limit, if it may be run; `known` are the graph's terms.

    Raises `ModelError`.
    """
    prologue = "".join(f"PREFIX {name}: <{address}>\n" for name, address in PREFIXES.items())
    query = text.strip()
    limit = _LIMIT.search(query)
    if limit is None:
        query += f"\nLIMIT {_MOST}"
    elif int(limit[1]) > _MOST:
        query = query[: limit.start()] + f"LIMIT {_MOST}"
    query = prologue + query
    try:
        refuse_service(query)
        if query_form(query) != "SELECT":
            raise ModelError("the language model wrote no SELECT query")
        Store().query(query)
    except (SyntaxError, BadQueryError) as error:
        raise ModelError(f"the language model's query can't be run: {error}") from error
    if unknown := sorted(_terms(text) - known):
        raise ModelError(f"the language model used terms that the graph doesn't know: {', '.join(unknown)}")
    return query


def _query_in(answer: str) -> str | None:
    block = _BLOCK.search(answer)
    text = (block[1] if block else answer).strip()
    return text if re.search(r"\bSELECT\b", text, re.IGNORECASE) else None


def _terms(query: str) -> set[str]:
    """The terms of the known vocabularies that a query uses; not the addresses of things."""
    plain = _STRING.sub('""', query)
    named = {
        PREFIXES[name] + local for name, local in _NAME.findall(_IRI.sub(" ", plain)) if name in PREFIXES
    }
    written = {iri for iri in _IRI.findall(plain) if iri.startswith(tuple(PREFIXES.values()))}
    types = PREFIXES["xsd"]
    return {term for term in named | written if not term.startswith(types) and term not in PREFIXES.values()}
