"""Where the facts of an answer stand, and the points that come nearest to a question."""

from collections.abc import Iterable, Sequence

from qpgraph.ask.answer import Citation
from qpgraph.ask.planning.question import Question
from qpgraph.ask.vocabulary import Point, Rows, Vocabulary

__all__ = ["citations_of", "closest", "nearest"]


def citations_of(vocabulary: Vocabulary, rows: Rows, points: Iterable[str]) -> list[Citation]:
    """Where the facts of an answer stand; points by address, in the order found."""
    found = []
    for iri in dict.fromkeys(points):
        point = vocabulary.points.get(iri)
        if point is not None:
            found.append(Citation(point.document, point.ref, point.lines, iri))
        elif iri in vocabulary.things and vocabulary.things[iri].kind == "plan":
            plan = vocabulary.things[iri]
            found.append(Citation(plan.one("identifier") or "", "plan", plan.one("lines") or "", iri))
        else:
            bases = [
                each
                for each in vocabulary.points.values()
                if each.kind == "legal-basis" and each.has("legal", [iri])
            ]
            found.extend(Citation(each.document, each.ref, each.lines, each.iri) for each in bases)
    return list(dict.fromkeys(found))


def closest(question: Question) -> list[Point]:
    """The points that fit a question best, though none fits well."""
    points = [
        point for point in question.vocabulary.points.values() if point.kind not in ("provision", "defect")
    ]
    return [fit.point for fit in question.topic.fits(points, lambda point: True)[:5]]


def nearest(question: Question, points: Sequence[Point], count: int = 5) -> list[dict[str, object]]:
    """Points as hits, in the shape that search gives."""
    things = question.vocabulary.things
    return [
        {
            "iri": point.iri,
            "kind": "budget" if point.kind == "budget-total" else point.kind,
            "plan": point.document,
            "province": things[point.province].name("vi"),
            "ref": point.ref,
            "label_vi": point.labels.get("vi", ""),
            "label_en": point.labels.get("en", ""),
            "score": round(question.topic.score(point), 4),
            "source": point.lines,
        }
        for point in points[:count]
        if point.kind not in ("provision", "defect")
    ]
