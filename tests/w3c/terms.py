"""RDF terms in results, literals of XML Schema's basic types by their value.

The engine keeps the value of such a literal and writes it in one lexical form: `"01"^^xsd:integer`
comes back as `"1"^^xsd:integer`, `1.0e6` as `1000000`. So `by_value` writes each value in one form
before terms are compared; the datatype still counts.
"""

from decimal import Decimal, InvalidOperation

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

__all__ = ["Term", "by_value", "literal", "number_by_value"]

Term = NamedNode | BlankNode | Literal | Triple
_XSD = "http://www.w3.org/2001/XMLSchema#"
_EXACT = {f"{_XSD}integer", f"{_XSD}decimal"}
_FLOATING = {f"{_XSD}double", f"{_XSD}float"}
_TIMES = {f"{_XSD}date", f"{_XSD}dateTime", f"{_XSD}time"}
_BOOLEANS = {"1": "true", "0": "false"}


def literal(text: str, *, datatype: str | None = None, language: str | None = None) -> Literal:
    """A literal as result formats write it: lexical form, and datatype or language or neither."""
    if language:
        return Literal(text, language=language)
    return Literal(text, datatype=NamedNode(datatype)) if datatype else Literal(text)


def by_value(term: Term) -> Term:
    """The term, a literal of a basic type in one lexical form for each value; others as they are."""
    if not isinstance(term, Literal):
        return term
    datatype, text = term.datatype.value, term.value
    if datatype in _EXACT | _FLOATING:
        text = number_by_value(text, exact=datatype in _EXACT)
    elif datatype == f"{_XSD}boolean":
        text = _BOOLEANS.get(text, text)
    elif datatype in _TIMES:
        for zero in ("+00:00", "-00:00"):
            text = f"{text.removesuffix(zero)}Z" if text.endswith(zero) else text
    return term if text == term.value else Literal(text, datatype=term.datatype)


def number_by_value(text: str, *, exact: bool) -> str:
    """A number in one form for each value; what is none as it is."""
    try:
        if not exact:
            return repr(float(text))
        number = Decimal(text).normalize()
        return f"{number:f}" if number.is_finite() else text
    except (InvalidOperation, ValueError):
        return text
