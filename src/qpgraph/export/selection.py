"""Which part of the graph an export holds, as the user says it."""

from dataclasses import dataclass, replace

from qpgraph.errors import QpgraphError

__all__ = ["DEPTH_MAX", "LANGUAGES", "YEAR_MAX", "YEAR_MIN", "Selection", "SelectionError"]

DEPTH_MAX = 6
LANGUAGES = ("vi", "en")
YEAR_MIN, YEAR_MAX = 1900, 2200


class SelectionError(QpgraphError):
    """A filter names what the graph doesn't have, or filters don't go together (HTTP 400)."""


@dataclass(frozen=True)
class Selection:
    """The filters. A thing must fit each of them; of one filter's several values any will do.

    What fits is kept, with the parts of it (outputs, quantities, source lines) and the shared things
    that it links to (agencies, standards, themes, legal documents).
    """

    plans: tuple[str, ...] = ()
    """Document ids."""
    provinces: tuple[str, ...] = ()
    """Names or ids of provinces."""
    themes: tuple[str, ...] = ()
    """Ids or labels of themes."""
    classes: tuple[str, ...] = ()
    """Names or labels of classes: only things of these classes, at both ends of each edge."""
    agencies: tuple[str, ...] = ()
    """Names or addresses of agencies."""
    years: tuple[int, ...] = ()
    around: str | None = None
    """The address of the thing in the middle."""
    depth: int = 1
    """How many edges away from it, in either direction."""
    view: str | None = None
    """A query of `queries/export` that makes the network; None is the format's own default."""
    language: str = "vi"
    measures: bool = False
    """Whether degree, betweenness and community stand on the nodes."""

    def checked(self) -> "Selection":
        """The same with empty values left out. Raises `SelectionError`."""
        if not 0 <= self.depth <= DEPTH_MAX:
            raise SelectionError(f"depth {self.depth} is out of range; take 0 to {DEPTH_MAX}")
        for year in self.years:
            if not YEAR_MIN <= year <= YEAR_MAX:
                raise SelectionError(f"year {year} is out of range; take {YEAR_MIN} to {YEAR_MAX}")
        if self.language not in LANGUAGES:
            raise SelectionError(f"there is no language '{self.language}'; take {' or '.join(LANGUAGES)}")
        filters = {
            name: tuple(value.strip() for value in getattr(self, name) if value.strip())
            for name in ("plans", "provinces", "themes", "classes", "agencies")
        }
        return replace(self, **filters)  # type: ignore[arg-type]

    @property
    def by_facet(self) -> bool:
        """Whether a filter looks at what things are about."""
        return bool(self.plans or self.provinces or self.themes or self.agencies or self.years)

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return not (self.by_facet or self.classes or self.around or self.view)
