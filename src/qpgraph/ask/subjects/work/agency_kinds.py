"""Which kind of agency a question asks for: "which centre", "hội nào" ask for no department."""

from collections.abc import Mapping

from qpgraph.ask.reading.asked import Asked
from qpgraph.ask.vocabulary import Vocabulary
from qpgraph.search.text import fold

__all__ = ["offices_asked"]

_UNIONS = (
    "hoi, hiep hoi",
    "cac hoi",
    "hiep hoi",
    "lien minh",
    "lien doan",
    "uy ban mat tran",
    "cac to chuc chinh tri",
)
_MEDIA = ("bao ", "dai ", "cac co quan thong tin", "cong thong tin")
_KINDS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("trung tam", "centre", "center", "centres", "centers"), ("trung tam",)),
    **dict.fromkeys(
        ("hoi", "hoi doan", "doan the", "hiep hoi", "association", "associations", "union", "unions"), _UNIONS
    ),
    **dict.fromkeys(("bao dai", "co quan bao chi", "co quan bao dai", "dai", "newsroom", "media"), _MEDIA),
    **dict.fromkeys(("media outlets", "media outlet", "news outlets", "news outlet", "newspapers"), _MEDIA),
    **dict.fromkeys(("hoi dong", "council", "councils"), ("hoi dong",)),
    **dict.fromkeys(("bo", "bo nganh", "ministry", "ministries"), ("bo ",)),
}
"""Words for a kind of agency, and how the names of such agencies begin; all without diacritics."""
_BESIDE = ("which-before", "which-after", "how-many", "list")


_DEPARTMENTS = frozenset(("so", "so nao", "department", "departments"))
"""Words that in a list of who does one thing mean any agency, but not where a plan's departments are told."""


def offices_asked(asked: Asked, vocabulary: Vocabulary, *, whole: bool) -> list[str]:
    """The agencies of the kind that the question word goes with; none where it goes with any agency.

    `whole`: a whole plan's work is meant, and no single matter.
    """
    beside = {place for cue in asked.all(*_BESIDE) for place in (cue.first - 1, cue.last + 1)}
    said = [cue for cue in asked.all("noun-agency") if {cue.first, cue.last} & beside]
    begins = tuple(begin for cue in said for begin in _KINDS.get(fold(cue.text), ()))
    if whole and any(fold(cue.text) in _DEPARTMENTS for cue in said):
        begins = (*begins, "so ")
    return [
        iri
        for iri, thing in vocabulary.things.items()
        if begins and thing.kind == "agency" and fold(f"{thing.name('vi')} ").startswith(begins)
    ]
