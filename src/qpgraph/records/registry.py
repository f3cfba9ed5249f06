"""What several plans name: provinces, agencies of a name of their own, legal documents."""

from functools import cached_property
from pathlib import Path
from typing import Literal

from qpgraph.records.base import RecordModel, Text
from qpgraph.records.model import PartialDate
from qpgraph.records.yaml_source import read_list

__all__ = ["LegalDocument", "NamedAgency", "Province", "Registry", "read_registry"]


class Province(Text):
    """provinces.yaml: a province or a city of that rank."""

    id: str
    """The slug in addresses: hai-phong."""
    kind: Literal["city", "province"] = "province"
    """Its rank today."""
    alt: tuple[str, ...] = ()
    """Other names that people type."""
    note: Text | None = None
    """What a reader should know."""


class NamedAgency(Text):
    """agencies.yaml: an agency whose name is not just its kind's: People's Committees, press, …"""

    province: str | None = None
    """The province it belongs to; none for a body of the state."""
    kind: str
    """Its kind, a label of ontology/agency-kinds.ttl."""
    alt: tuple[str, ...] = ()
    """Other names, such as UBND tỉnh."""
    predecessor: str | None = None
    """The agency whose place it took, by its `vi`."""


class LegalDocument(Text):
    """legal-documents.yaml: an act; `vi` and `en` say in our words what it is about."""

    id: str
    """The number as law writes it, or the law's name."""
    type: str
    """A label of ontology/document-types.ttl."""
    date: PartialDate | None = None
    """When it was signed."""
    issuer: str | None = None
    """Who issued it: an agency."""
    province: str | None = None
    """The province, for local acts: 03-KH/TU of one is not that of another."""
    alt: tuple[str, ...] = ()
    """Other names that people type: Chương trình 1322."""


class Registry(RecordModel):
    """The three lists, with look-ups."""

    provinces: tuple[Province, ...]
    agencies: tuple[NamedAgency, ...]
    legal_documents: tuple[LegalDocument, ...]

    @cached_property
    def province_ids(self) -> dict[str, str]:
        """Province name to slug."""
        return {province.vi: province.id for province in self.provinces}


def read_registry(folder: Path) -> Registry:
    """Reads `loaders/registry`; raises `RecordError`."""
    return Registry(
        provinces=read_list(folder / "provinces.yaml", Province),
        agencies=read_list(folder / "agencies.yaml", NamedAgency),
        legal_documents=read_list(folder / "legal-documents.yaml", LegalDocument),
    )
