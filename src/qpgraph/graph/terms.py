"""The names of the graph: prefixes, addresses and how they are made."""

import re
import unicodedata

from pyoxigraph import NamedNode

from qpgraph.settings import BASE

__all__ = [
    "DCTERMS",
    "DERIVED_GRAPH",
    "ELI",
    "ORG",
    "PREFIXES",
    "PROV",
    "QP",
    "RDF",
    "RDFS",
    "SKOS",
    "TIME",
    "VOCABULARY_GRAPH",
    "XSD",
    "Prefix",
    "document_graph",
    "slug",
    "thing",
]


class Prefix:
    """A namespace: `QP.lead` is the term `lead` in it.

    >>> SKOS.prefLabel.value
    'http://www.w3.org/2004/02/skos/core#prefLabel'
    """

    def __init__(self, address: str) -> None:
        self.address = address

    def __getattr__(self, name: str) -> NamedNode:
        return self[name]

    def __getitem__(self, name: str) -> NamedNode:
        return NamedNode(self.address + name)


QP = Prefix(BASE + "ontology#")
DCTERMS = Prefix("http://purl.org/dc/terms/")
ELI = Prefix("http://data.europa.eu/eli/ontology#")
FOAF = Prefix("http://xmlns.com/foaf/0.1/")
ORG = Prefix("http://www.w3.org/ns/org#")
OWL = Prefix("http://www.w3.org/2002/07/owl#")
PROV = Prefix("http://www.w3.org/ns/prov#")
RDF = Prefix("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Prefix("http://www.w3.org/2000/01/rdf-schema#")
SCHEMA = Prefix("https://schema.org/")
SKOS = Prefix("http://www.w3.org/2004/02/skos/core#")
TIME = Prefix("http://www.w3.org/2006/time#")
VOID = Prefix("http://rdfs.org/ns/void#")
DCAT = Prefix("http://www.w3.org/ns/dcat#")
XSD = Prefix("http://www.w3.org/2001/XMLSchema#")

PREFIXES: dict[str, str] = {
    "qp": QP.address,
    "dcat": DCAT.address,
    "dcterms": DCTERMS.address,
    "eli": ELI.address,
    "foaf": FOAF.address,
    "org": ORG.address,
    "owl": OWL.address,
    "prov": PROV.address,
    "rdf": RDF.address,
    "rdfs": RDFS.address,
    "schema": SCHEMA.address,
    "skos": SKOS.address,
    "time": TIME.address,
    "void": VOID.address,
    "xsd": XSD.address,
}
"""The project's prefixes, as serialisations and the query editor use them."""

VOCABULARY_GRAPH = NamedNode(BASE + "graph/vocabulary")
"""The ontology, the thesaurus and what several plans name."""

DERIVED_GRAPH = NamedNode(BASE + "graph/derived")
"""What the rules in `ontology/rules` conclude."""


def document_graph(document: str) -> NamedNode:
    """The named graph of one document's statements."""
    return NamedNode(f"{BASE}graph/{document}")


def thing(*path: str) -> NamedNode:
    """The address of a thing: `thing("theme", "export")` is `<base>id/theme/export`."""
    return NamedNode(BASE + "id/" + "/".join(path))


def slug(name: str) -> str:
    """A name as a part of an address: no diacritics, lower case, hyphens.

    >>> slug("Sở Khoa học và Công nghệ"), slug("1322/QĐ-TTg"), slug("ISO/IEC 17025")
    ('so-khoa-hoc-va-cong-nghe', '1322-qd-ttg', 'iso-iec-17025')
    """
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
