"""A form becomes SPARQL: pieces from files, put together; values go in as RDF terms, never as text."""

# A decision returns where it is made.
# ruff: noqa: PLR0911

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from pyoxigraph import Literal, NamedNode

from qpgraph.ask.planning.form import Condition, Form
from qpgraph.errors import QpgraphError
from qpgraph.graph.terms import PREFIXES, QP
from qpgraph.settings import on_base

__all__ = ["Piece", "compose", "load_pieces"]

_FOLDER = Path(__file__).parent / "pieces"
_ASKED = re.compile(r"\?\w+(?:Asked|Denied|Each)\b")
"""What a condition alone binds; a second one of the kind binds its own."""
_SLOT = re.compile(r"\$(\w+)")


@dataclass(frozen=True)
class Piece:
    """A part of a graph pattern; `slots` says what type of term each of its values is."""

    name: str
    text: str
    slots: Mapping[str, str]

    def fill(self, values: Mapping[str, Sequence[str | int | float]]) -> str:
        """The piece with its values in place. Raises `QpgraphError` when one is missing."""

        def put(match: re.Match[str]) -> str:
            name = match[1]
            if name not in self.slots or not values.get(name):
                raise QpgraphError(f"piece '{self.name}' has no value for ${name}")
            return " ".join(_term(value, self.slots[name]) for value in values[name])

        return _SLOT.sub(put, self.text)


def _term(value: str | int | float, kind: str) -> str:
    if kind == "iri":
        return str(NamedNode(str(value)))
    if kind == "number":
        return f"{float(value):g}" if isinstance(value, float) else str(int(value))
    if kind == "day":
        return str(Literal(str(value), datatype=NamedNode(PREFIXES["xsd"] + "gMonthDay")))
    if kind == "year":
        return str(Literal(str(int(value)), datatype=NamedNode(PREFIXES["xsd"] + "gYear")))
    return str(Literal(str(value)))


@cache
def load_pieces() -> Mapping[str, Piece]:
    """All pieces by name; raises `QpgraphError` on a head that can't be read."""
    return {path.stem: _read(path) for path in sorted(_FOLDER.glob("*.rq"))}


def _read(path: Path) -> Piece:
    lines = on_base(path.read_text(encoding="utf-8")).splitlines()
    slots: Mapping[str, str] = {}
    for line in lines:
        if line.startswith("#+ slots:"):
            slots = yaml.load(line.removeprefix("#+ slots:"), Loader=yaml.CSafeLoader)
    text = "\n".join(line for line in lines if not line.startswith("#"))
    unknown = set(_SLOT.findall(text)) ^ set(slots)
    if unknown:
        raise QpgraphError(f"{path}: slots and text don't agree on {', '.join(sorted(unknown))}")
    return Piece(path.stem, text, slots)


def compose(form: Form) -> str:
    """The SPARQL query of a form, with its prefixes. `?point` is what an answer's row cites."""
    body = _body(form)
    text = _select(form, body)
    prologue = "".join(
        f"PREFIX {name}: <{address}>\n"
        for name, address in PREFIXES.items()
        if re.search(rf"\b{name}:", text)
    )
    return prologue + text


def _select(form: Form, body: str) -> str:
    show = form.show
    columns = [column for column in show.columns if re.search(rf"\?{column}\b", body)]
    shown = " ".join(f"?{column}" for column in columns)
    counted = f"(COUNT(DISTINCT ?{show.key}) AS ?count) {_POINTS}"
    match form.aggregate:
        case "count":
            return _query(counted, body)
        case "count-each":
            return _query(f"?province {counted}", body, "GROUP BY ?province ORDER BY ?province")
        case "exists":
            return _query(f'(IF(COUNT(DISTINCT ?point) > 0, "yes", "no") AS ?answer) {_POINTS}', body)
        case "denied":
            return _query(f'(IF(COUNT(DISTINCT ?point) > 0, "no", "yes") AS ?answer) {_POINTS}', body)
        case "without":
            # MINUS and not NOT EXISTS: engines run the inner pattern once, not once a province.
            having = _block(_query("DISTINCT ?place", body))
            outer = _among(form) + load_pieces()["provinces-without"].text
            return _query("DISTINCT ?province", f"{outer}\nMINUS {having}", "ORDER BY ?province")
        case "everywhere":
            having = _block(_query("DISTINCT ?place", body))
            lacking = f"{_among(form)}{load_pieces()['provinces-without'].text}\nMINUS {having}"
            return _query(f"{_NONE} {_LACKING}", lacking)
        case "sum" | "sum-each" | "sum-most" | "sum-least":
            return _sum(form, body)
        case "difference" | "ratio":
            return _apart(form, body)
        case "most" | "least":
            return _most(form, body, columns)
        case "best" | "worst":
            function = "MAX" if form.aggregate == "best" else "MIN"
            known = f"{body}\nFILTER(BOUND(?{show.measure}))"
            best = _block(_query(f"({function}(?{show.measure}) AS ?best)", known))
            body = f"{best}\n{body}\nFILTER(?{show.measure} = ?best)"
    return _query(f"DISTINCT {shown} ?point", body, _order(form, body))


_NONE = '(IF(COUNT(DISTINCT ?place) > 0, "no", "yes") AS ?answer)'
_LACKING = '(GROUP_CONCAT(DISTINCT STR(?province); SEPARATOR=", ") AS ?lacking)'


def _among(form: Form) -> str:
    """The places that provinces are looked for among, where the question names some."""
    places = next((each.values["provinces"] for each in form.conditions if each.piece == "in-province"), ())
    return f"VALUES ?place {{ {' '.join(_term(place, 'iri') for place in places)} }}\n" if places else ""


_POINTS = '(GROUP_CONCAT(DISTINCT STR(?point); SEPARATOR=" ") AS ?points)'


def _query(columns: str, body: str, rest: str = "") -> str:
    return f"SELECT {columns} WHERE {_block(body)}" + (f"\n{rest}" if rest else "")


def _block(body: str) -> str:
    return "{\n" + "\n".join(f"  {line}" for line in body.splitlines()) + "\n}"


def _most(form: Form, body: str, columns: list[str]) -> str:
    """The keys with the most or fewest of what is counted; several if they have as many."""
    show, first = form.show, columns[0]
    more = {
        "agency": ["province"],
        "ref": [name for name in columns if name in ("title", "province", "plan")],
    }
    names = [show.key, first, *more.get(first, [])]
    groups = " ".join(f"?{name}" for name in dict.fromkeys(names))
    count = f"COUNT(DISTINCT ?{show.counted})"
    function = "MAX" if form.aggregate == "most" else "MIN"
    numbers = _block(_query(f"{groups} ({count} AS ?number)", body, f"GROUP BY {groups}"))
    best = _block(_query(f"({function}(?number) AS ?best)", numbers))
    each = _block(_query(f"{groups} ({count} AS ?count) {_POINTS}", body, f"GROUP BY {groups}"))
    shown = " ".join(f"?{name}" for name in dict.fromkeys([first, "count", *names[2:]]))
    return _query(f"{shown} ?points", f"{best}\n{each}\nFILTER(?count = ?best)", f"ORDER BY ?{first}")


def _sum(form: Form, body: str) -> str:
    """The total of a measure; of each of what the show tells apart, or the largest or smallest of these."""
    show = form.show
    by = ["unit"] if form.aggregate == "sum" else list(show.by)
    told = [name for name in dict.fromkeys(["point", "year", *by]) if re.search(rf"\?{name}\b", body)]
    names = " ".join(f"?{name}" for name in told)
    each = _block(_query(f"DISTINCT {names} (?{show.measure} AS ?part)", body))
    groups = " ".join(f"?{name}" for name in by)
    total = f"(SUM(?part) AS ?{show.measure})"
    if form.aggregate == "sum":
        return _query(f"{total} {groups} {_POINTS}", each, f"GROUP BY {groups}")
    columns = " ".join(f"?{name}" for name in show.columns if name in by)
    if form.aggregate == "sum-each":
        return _query(f"{columns} {total} {_POINTS}", each, f"GROUP BY {groups} ORDER BY {groups}")
    function = "MAX" if form.aggregate == "sum-most" else "MIN"
    sums = _block(_query("(SUM(?part) AS ?whole)", each, f"GROUP BY {groups}"))
    best = _block(_query(f"({function}(?whole) AS ?best)", sums))
    grouped = _block(_query(f"{columns} {total} {_POINTS}", each, f"GROUP BY {groups}"))
    return _query(f"{columns} ?{show.measure} ?points", f"{best}\n{grouped}\nFILTER(?{show.measure} = ?best)")


def _body(form: Form) -> str:
    pieces = load_pieces()
    parts: list[str] = []
    used: Counter[str] = Counter()
    for condition in _in_order(form.conditions):
        if condition.piece:
            part = pieces[condition.piece].fill({"language": [form.language], **condition.values})
            again = used[condition.piece]
            parts.append(_ASKED.sub(rf"\g<0>{again + 1}", part) if again else part)
            used[condition.piece] += 1
    if form.classes:
        parts.append(pieces["class"].fill({"classes": [QP[name].value for name in form.classes]}))
    for name in form.show.pieces:
        parts.append(pieces[name].fill({"language": [form.language], **_years(form.conditions)}))
    negative = [part for part in parts if part.startswith("FILTER NOT EXISTS")]
    return "\n".join([part for part in parts if part not in negative] + negative)


def _in_order(conditions: Sequence[Condition]) -> list[Condition]:
    """The pieces that name points outright first: the rest is then quick to check."""
    return sorted(conditions, key=lambda condition: condition.piece != "these")


def _years(conditions: Sequence[Condition]) -> Mapping[str, Sequence[str | int | float]]:
    return {name: values for each in conditions for name, values in each.values.items() if name == "years"}


def _apart(form: Form, body: str) -> str:
    """How far the largest and smallest measure are apart, and whose they are: a place, a year or an item."""
    measure, name = f"?{form.show.measure}", form.aggregate
    whose = "province" if form.show.measure == "value" else "year" if _compares_years(form) else "title"
    each = _block(_query(f"DISTINCT ?point {measure} ?unit ?{whose}", body))
    apart = f"(MAX({measure}) - MIN({measure}) AS ?{name})"
    if name == "ratio":
        apart = f"(ROUND(100 * MAX({measure}) / MIN({measure})) / 100 AS ?{name})"
    ends = f"(MAX({measure}) AS ?highest) (MIN({measure}) AS ?lowest)"
    both = _block(_query(f"{apart} ?unit {ends} {_POINTS}", each, "GROUP BY ?unit"))
    high = _block(_query(f"DISTINCT ?{whose} ({measure} AS ?highest)", body))
    low = _block(_query(f"DISTINCT (?{whose} AS ?other) ({measure} AS ?lowest)", body))
    sides = f"FILTER(?{whose} != ?other && (?highest > ?lowest || STR(?{whose}) < STR(?other)))"
    pattern = f"{both}\n{high}\n{low}\n{sides}"
    return _query(f"?{name} ?unit ?{whose} ?highest ?other ?lowest ?points", pattern)


def _compares_years(form: Form) -> bool:
    """Whether two years of one row of a budget are compared, and not two rows."""
    return len(_years(form.conditions).get("years", ())) > 1


def _order(form: Form, body: str) -> str:
    keys = [
        f"?{name}" for name in ("province", "plan", "position", "year") if re.search(rf"\?{name}\b", body)
    ]
    first = form.show.columns[0]
    if not keys and re.search(rf"\?{first}\b", body):
        keys = [f"?{first}"]
    order = f"ORDER BY {' '.join(keys)}" if keys else ""
    return order + (f" LIMIT {form.limit}" if form.limit else "")
