"""Leaves in a spool what a selection asks for: fewer edges, and the table `member` of the nodes that stay."""

import unicodedata
from collections.abc import Sequence

from qpgraph.export.selection import Selection, SelectionError
from qpgraph.export.spool import TYPE, Spool
from qpgraph.export.views import NETWORK, View
from qpgraph.export.vocabulary import Vocabulary, local_name
from qpgraph.graph.terms import PROV, QP, slug
from qpgraph.settings import BASE

__all__ = ["choose", "find_address"]

_PARTS = (QP.output.value, QP.quantity.value, QP.allocation.value, PROV.wasDerivedFrom.value)
"""From a point to what belongs to it alone."""
_FRAME = (QP.Plan.value, QP.SourceDocument.value, QP.Reading.value)
"""Things of a plan that stay beside what fits, as shared things do."""
_SHOWN = 40


def choose(spool: Spool, selection: Selection, view: View, vocabulary: Vocabulary) -> None:
    """Applies the filters. Raises `SelectionError` where one names what isn't there."""
    spool.run("CREATE TABLE kept(node TEXT PRIMARY KEY) WITHOUT ROWID")
    spool.run("CREATE TABLE member(node TEXT PRIMARY KEY) WITHOUT ROWID")
    if selection.by_facet:
        _keep(spool, selection)
        _cut_edges(spool)
    if selection.classes:
        _cut_classes(spool, selection.classes, vocabulary)
    if view.name == NETWORK:
        spool.run(f"INSERT INTO member SELECT node FROM {'kept' if selection.by_facet else 'thing'}")
        if selection.classes:
            spool.run("DELETE FROM member WHERE node NOT IN (SELECT node FROM fitting)")
    for end in ("source", "target"):
        spool.run(f"INSERT OR IGNORE INTO member SELECT DISTINCT {end} FROM edge")
    if selection.around:
        _walk(spool, find_address(spool, selection.around), selection.depth)


def find_address(spool: Spool, address: str) -> str:
    """A thing's address: in full, or as it stands below `<base>` or `<base>id/`.

    Raises `SelectionError` when the graph doesn't have it.
    """
    for full in (address, BASE + address, f"{BASE}id/{address}"):
        if next(spool.rows("SELECT 1 FROM thing WHERE node = ?", full), None):
            return full
    raise SelectionError(
        f"the graph says nothing of <{address}>; take the address of a thing, such as {BASE}id/theme/training"
    )


def _keep(spool: Spool, selection: Selection) -> None:
    wanted = [
        ("plan", [_plan(spool, each) for each in selection.plans]),
        ("province", _named(spool, QP.Province.value, "province", selection.provinces)),
        ("theme", _named(spool, QP.Theme.value, "theme", selection.themes)),
        ("agency", _named(spool, QP.Agency.value, "agency", selection.agencies)),
    ]
    conditions, values = [], []
    for facet, accepted in wanted:
        if accepted:
            conditions.append(
                f"node IN (SELECT node FROM facet WHERE facet = '{facet}' AND value IN ({_marks(accepted)}))"
            )
            values += accepted
    if selection.years:
        fits = " OR ".join(
            "MIN(CAST(value AS INT)) <= ? AND MAX(CAST(value AS INT)) >= ?" for _ in selection.years
        )
        conditions.append(
            f"node IN (SELECT node FROM facet WHERE facet IN ('start', 'end') GROUP BY node HAVING {fits})"
        )
        values += [str(year) for year in selection.years for _ in range(2)]
    numbers = [int(value) if value.isdigit() else value for value in values]
    spool.run(f"INSERT INTO kept SELECT node FROM thing WHERE {' AND '.join(conditions)}", *numbers)
    for _ in range(2):  # a quantity may belong to an output
        spool.run(
            f"""INSERT OR IGNORE INTO kept SELECT target FROM edge
            WHERE source IN (SELECT node FROM kept) AND predicate IN ({_marks(_PARTS)})""",
            *_PARTS,
        )


def _cut_edges(spool: Spool) -> None:
    """What comes from a point stays with it; another edge needs an end that fits, and none that doesn't."""
    spool.run("DELETE FROM edge WHERE point != '' AND point NOT IN (SELECT node FROM kept)")
    spool.run(
        f"""CREATE TABLE dropped AS SELECT DISTINCT node FROM facet JOIN thing USING (node)
        WHERE facet = 'plan' AND class NOT IN ({_marks(_FRAME)}) AND node NOT IN (SELECT node FROM kept)""",
        *_FRAME,
    )
    spool.run(
        """DELETE FROM edge WHERE point = '' AND (
          source IN (SELECT node FROM dropped) OR target IN (SELECT node FROM dropped)
          OR (source NOT IN (SELECT node FROM kept) AND target NOT IN (SELECT node FROM kept)))"""
    )


def _cut_classes(spool: Spool, classes: Sequence[str], vocabulary: Vocabulary) -> None:
    known = [str(row[0]) for row in spool.rows("SELECT DISTINCT value FROM fact WHERE property = ?", TYPE)]
    accepted = [term for each in classes for term in _class(each, known, vocabulary)]
    spool.run(
        f"""CREATE TABLE fitting AS SELECT DISTINCT node FROM fact
        WHERE property = ? AND value IN ({_marks(accepted)})""",
        TYPE,
        *accepted,
    )
    spool.run(
        """DELETE FROM edge WHERE source NOT IN (SELECT node FROM fitting)
        OR target NOT IN (SELECT node FROM fitting)"""
    )


def _walk(spool: Spool, middle: str, depth: int) -> None:
    if not next(spool.rows("SELECT 1 FROM member WHERE node = ?", middle), None):
        raise SelectionError(f"<{middle}> is not in the part that the other filters leave; take some away")
    spool.run("CREATE INDEX edge_target ON edge(target, source)")
    spool.run("CREATE TABLE near(node TEXT PRIMARY KEY, step INT) WITHOUT ROWID")
    spool.run("INSERT INTO near VALUES (?, 0)", middle)
    for step in range(depth):
        for here, there in (("source", "target"), ("target", "source")):
            spool.run(
                f"""INSERT OR IGNORE INTO near SELECT DISTINCT {there}, ? FROM edge
                WHERE {here} IN (SELECT node FROM near WHERE step = ?)""",
                step + 1,
                step,
            )
    spool.run("DELETE FROM member WHERE node NOT IN (SELECT node FROM near)")
    spool.run(
        """DELETE FROM edge WHERE source NOT IN (SELECT node FROM near)
        OR target NOT IN (SELECT node FROM near)"""
    )


def _plan(spool: Spool, wanted: str) -> str:
    known = [
        str(row[0]) for row in spool.rows("SELECT DISTINCT value FROM facet WHERE facet = 'plan' ORDER BY 1")
    ]
    if wanted not in known:
        raise _unknown("plan", wanted, known)
    return wanted


def _named(spool: Spool, class_name: str, noun: str, wanted: Sequence[str]) -> list[str]:
    """The addresses of things of a class that have one of these names, with diacritics or all without."""
    if not wanted:
        return []
    by_name: dict[str, set[str]] = {}
    shown: dict[str, str] = {}
    for node, name in spool.rows(
        """SELECT facet.node, facet.value FROM facet JOIN fact USING (node)
        WHERE facet = 'name' AND property = ? AND fact.value = ? ORDER BY 1, 2""",
        TYPE,
        class_name,
    ):
        for each in (name, node, local_name(node), slug(name)):
            by_name.setdefault(_folded(each), set()).add(node)
        shown.setdefault(node, local_name(node) if noun != "agency" else name)
    found = set()
    for each in wanted:
        nodes = by_name.get(_folded(each)) or by_name.get(slug(each))
        if not nodes:
            names = sorted(set(shown.values())) if len(shown) <= _SHOWN else _near(each, by_name)
            raise _unknown(noun, each, names)
        found |= nodes
    return sorted(found)


def _class(wanted: str, known: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    names = {
        term: {term, local_name(term), *(vocabulary.label(term, each) for each in ("vi", "en"))}
        for term in known
    }
    found = [term for term in known if _folded(wanted) in {_folded(name) for name in names[term]}]
    if not found:
        own = sorted(local_name(term) for term in known if term.startswith(QP.address))
        raise _unknown("class", wanted, own)
    return found


def _near(wanted: str, names: dict[str, set[str]]) -> list[str]:
    from rapidfuzz import process

    return [name for name, *_ in process.extract(_folded(wanted), list(names), limit=5)]


def _unknown(noun: str, wanted: str, known: Sequence[str]) -> SelectionError:
    return SelectionError(f"there is no {noun} '{wanted}'; there is {', '.join(known) or 'none'}")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold().strip()


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
