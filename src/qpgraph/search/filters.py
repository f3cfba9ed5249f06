"""What a search is restricted to, in whatever words it is named: "Hải Phòng", "hai-phong", "TP Hai Phong"."""

from collections.abc import Mapping, Sequence

from qpgraph.errors import QpgraphError
from qpgraph.search.columns import FACETS, Columns, facet_terms
from qpgraph.search.passages import KINDS
from qpgraph.search.text import normalize, tokenize
from qpgraph.search.thesaurus import Thesaurus

__all__ = ["FilterError", "filter_terms"]

_CLASSES = {
    "province": ("Province",),
    "theme": ("Theme",),
    "agency": ("AgencyKind", "Agency"),
    "standard": ("Standard", "StandardFamily"),
}


class FilterError(QpgraphError):
    """A filter that there is not, or a kind that there is not (HTTP 400)."""


def filter_terms(
    filters: Mapping[str, Sequence[str]], columns: Columns, thesaurus: Thesaurus
) -> list[list[str]]:
    """For each filter the index's terms for its values; a value that nothing has gives an empty answer."""
    found = []
    for name, values in filters.items():
        if name not in FACETS:
            raise FilterError(f"there is no filter '{name}'; there are {', '.join(FACETS)}")
        given = [normalize(value).strip() for value in values if value.strip()]
        if name == "kind":
            _check_kinds(given)
        if given:
            terms = [term for value in given for term in _terms(name, value, columns, thesaurus)]
            found.append(terms or facet_terms({name: given}))
    return found


def _check_kinds(values: Sequence[str]) -> None:
    for value in values:
        if value.lower() not in KINDS:
            raise FilterError(f"there is no kind '{value}'; there are {', '.join(KINDS)}")


def _terms(name: str, value: str, columns: Columns, thesaurus: Thesaurus) -> list[str]:
    (term,) = facet_terms({name: [value]})
    if term in columns.folded:
        return [term]
    classes = _CLASSES.get(name, ())
    tokens = tokenize(value.replace("-", " "))
    words = len([token for token in tokens if not token.compound])
    named = [
        thesaurus.concepts[match.concept]
        for match in thesaurus.find(tokens, "exact", "folded", "stem")
        if match.last - match.first == words and thesaurus.concepts[match.concept].kind in classes
    ]
    names = [text for concept in named for _, text in concept.names]
    names += [concept.id.rpartition("/")[2] for concept in named]
    return sorted({term for term in facet_terms({name: names}) if term in columns.folded})
