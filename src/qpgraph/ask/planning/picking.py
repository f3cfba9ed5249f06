"""The points that a question's words pick among those of a scope, and the proposal that is made of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from qpgraph.ask.planning.form import Aggregate, Condition, Form, shows
from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.ask.planning.scope import Scope
from qpgraph.ask.reading.topics import Fit, Term, Topic
from qpgraph.ask.vocabulary import Point
from qpgraph.ask.words.words import keys

__all__ = ["FLOOR", "Chosen", "choose", "in_words", "propose", "shared_pairs"]

FLOOR = 0.62
"""A point that fits a topic less than this is not what the question is about."""
_SAME = 0.015
_LIKE = 0.2
_FIRM = 0.9
_GROUP = 0.5
"""How well a term fits that only stands in the group above a point."""
_UNLIKE = 0.3
"""Where it is asked who lacks something, those count too that have nearly that."""
_PHRASE, _SAID, _CLOSE = 2, 0.95, 0.1


@dataclass(frozen=True)
class Chosen:
    """The points that a topic picks, the conditions that say so, and how well the best one fits."""

    points: list[Point]
    conditions: tuple[Condition, ...]
    score: float


def choose(
    question: Question, scope: Scope, topic: Topic, *, many: bool, per_province: bool = False
) -> Chosen | None:
    """The points that a topic picks; `many`: all that are about it, else only those that fit best."""
    points = question.points(scope)
    if any(condition.piece == "in-group" for condition in scope.conditions):
        topic = topic.less_group(points)
    if not topic or (question.asked.refs and len(points) == 1):
        return Chosen(points, _told(scope, points), 1.0) if points else None
    if many and topic.only_concepts and _broad(topic, points):
        return _by_concepts(scope, topic, points)
    fits = topic.fits(points, lambda point: True)
    if (
        not fits
        or fits[0].score < _floor(question, topic, fits[0])
        or _strange(topic, [fit.point for fit in fits[:12]])
    ):
        return None
    fits = _said(topic, _with_phrase(topic, fits))
    if many and question.focus.what in ("list", "count", "province") and not question.focus.negative:
        fits = _whole(topic, fits)
    allowed = _UNLIKE if question.focus.negative else _LIKE
    picked = _picked(fits, allowed if many else _SAME, per_province=per_province)
    if not many and len(picked) > 1:
        picked = _saying(question, picked)
        picked = picked if per_province else _nearer(question, picked)
    texts = ", ".join(term.text for term in topic.terms)
    condition = Condition("these", {"points": sorted(point.iri for point in picked)}, texts)
    return Chosen(picked, (*scope.conditions, condition), fits[0].score)


def _whole(topic: Topic, fits: list[Fit]) -> list[Fit]:
    """The fits less those that have nothing, or only their group, of a concept that the best one has."""
    firm = [
        term
        for term in topic.terms
        if not term.verb and not term.foreign and term.fit(fits[0].point, topic.weights) >= _FIRM
    ]
    return [fit for fit in fits if all(term.fit(fit.point, topic.weights) > _GROUP for term in firm)]


def _with_phrase(topic: Topic, fits: list[Fit]) -> list[Fit]:
    """The fits less those at the top that lack a long known phrase which one just below has."""
    near = [fit for fit in fits if fit.score >= fits[0].score - _CLOSE]
    for term in topic.terms:
        if len(term.typed) <= _PHRASE or term.loose or term.standards:
            continue
        having = [fit for fit in near if term.fit(fit.point, topic.weights) >= _SAID]
        if having and fits[0] not in having:
            return fits[fits.index(having[0]) :]
    return fits


def _said(topic: Topic, fits: list[Fit]) -> list[Fit]:
    """The fits less those that only share a theme with a long phrase that the best one has in words."""
    phrases = [
        term
        for term in topic.terms
        if len(term.typed) > _PHRASE
        and not (term.broad or term.standards)
        and term.fit(fits[0].point, topic.weights) >= _SAID
    ]

    def has(term: Term, point: Point) -> bool:
        rarest = max(term.typed, key=lambda word: topic.weights.get(word, 1.0))
        return rarest in point.words or term.fit(point, topic.weights) >= _SAID

    return [fit for fit in fits if all(has(term, fit.point) for term in phrases)]


def _floor(question: Question, topic: Topic, best: Fit) -> float:
    """How well a point must fit: less where a number names it, or where all that is known fits."""
    if question.asked.refs:
        return 0.45
    known = [term for term in topic.terms if not term.loose]
    if not known:
        told = any(cue.name != "yes-no-start" for cue in question.asked.cues)
        return FLOOR if question.focus.kinds or (len(topic.terms) > 1 and told) else _FIRM
    whole = all(term.fit(best.point, topic.weights) >= 0.9 for term in known)
    return 0.4 if whole and not any(term.foreign for term in topic.terms) else FLOOR


def _broad(topic: Topic, points: Sequence[Point]) -> bool:
    """Whether the question means themes as such, and not words that stand in some of the points."""
    return all(
        term.standards or term.broad or not any(term.says(point) for point in points) for term in topic.terms
    )


def _strange(topic: Topic, points: Sequence[Point]) -> bool:
    """Whether the question has a word that the graph doesn't know at all."""
    return any(term.foreign and not any(term.says(point) for point in points) for term in topic.terms)


def shared_pairs(question: Question, point: Point) -> int:
    """How many pairs of neighbouring words of the question, small words too, a point has."""
    words = [word.key for word in question.asked.words]
    return sum(f" {one} {two} " in point.text for one, two in set(pairwise(words)))


_KINDS_OF_THINGS = ("noun-catalogue", "noun-standard", "noun-report", "noun-act")


def _saying(question: Question, points: list[Point]) -> list[Point]:
    """Those that have the question's words for kinds of things ("danh mục"), where some have and some not."""
    for cue in question.asked.cues:
        if cue.name in _KINDS_OF_THINGS and (phrase := " ".join(keys(cue.text))):
            points = [point for point in points if f" {phrase} " in point.text] or points
    return points


def _nearer(question: Question, points: list[Point]) -> list[Point]:
    """Of points that fit alike, those that share clearly more of the question's small words."""
    shared = {point.iri: shared_pairs(question, point) for point in points}
    most = max(shared.values())
    return [point for point in points if shared[point.iri] > most - 2]


def _picked(fits: Sequence[Fit], allowed: float, *, per_province: bool) -> list[Point]:
    best = fits[0].score
    if per_province:
        tops: dict[str, float] = {}
        for fit in fits:
            tops.setdefault(fit.point.province, fit.score)
        return [
            fit.point
            for fit in fits
            if fit.score >= max(min(FLOOR, best), best - _LIKE)
            and fit.score >= tops[fit.point.province] - _SAME
        ]
    return [fit.point for fit in fits if fit.score >= max(min(FLOOR, best), best - allowed)]


def _told(scope: Scope, points: Sequence[Point]) -> tuple[Condition, ...]:
    """The conditions of a scope; where some of its tests have no piece, its points by name."""
    if len(scope.tests) <= len(scope.conditions):
        return tuple(scope.conditions)
    return (*scope.conditions, Condition("these", {"points": sorted(point.iri for point in points)}))


def _by_concepts(scope: Scope, topic: Topic, points: Sequence[Point]) -> Chosen | None:
    conditions = list(_told(scope, points))
    found = list(points)
    standards = [term for term in topic.terms if term.standards]
    for term in topic.terms:
        if term.standards:
            found = [point for point in found if point.has("standard", term.standards)]
        else:
            found = [point for point in found if point.has("theme", term.themes)]
            conditions.append(Condition("with-theme", {"themes": list(term.themes)}, term.text))
    if len(standards) == 1:
        conditions.append(
            Condition("with-standard", {"standards": list(standards[0].standards)}, standards[0].text)
        )
    elif standards:
        texts = ", ".join(term.text for term in standards)
        conditions.append(
            Condition("these", {"points": sorted(point.iri for point in found) or ["urn:none"]}, texts)
        )
    return Chosen(found, tuple(conditions), 1.0) if found else None


_WORDS = 0.85
"""A point that fits a term less than this only shares its theme."""


def in_words(about: Topic, chosen: Chosen) -> Chosen:
    """The points less those that only share a theme, or one word, with what others say in words."""
    told = [term for term in about.terms if term.themes and not term.broad and not term.standards]
    longest = max((len(term.typed) for term in told), default=0)
    kept = chosen.points
    for term in (term for term in told if len(term.typed) == longest):
        fits = {point.iri: term.fit(point, about.weights) for point in kept}
        if max(fits.values(), default=0.0) > _WORDS:
            kept = [point for point in kept if fits[point.iri] >= _WORDS]
    for term in about.terms:
        if len(term.typed) > _PHRASE and any(term.says(point) for point in kept):
            kept = [point for point in kept if not _says_one_word(term, point)]
    if len(kept) == len(chosen.points):
        return chosen
    words = ", ".join(term.text for term in about.terms)
    conditions = [each for each in chosen.conditions if each.piece not in ("these", "with-theme")]
    named = Condition("these", {"points": sorted(point.iri for point in kept)}, words)
    return Chosen(kept, (*conditions, named), chosen.score)


def _says_one_word(term: Term, point: Point) -> bool:
    """Whether a point has of a long phrase only another name that is a single word ("certified")."""
    forms = [form.split() for form in term.forms if form in point.broken]
    return not term.says(point) and bool(forms) and all(len(form) == 1 for form in forms)


def propose(  # noqa: PLR0913 - what a proposal is made of
    question: Question,
    show: str,
    scope: Scope,
    chosen: Chosen,
    *,
    aggregate: Aggregate = "list",
    extra: Sequence[Condition] = (),
    missing: str | None = None,
    role: str | None = None,
) -> Proposal:
    """A proposal of what was chosen."""
    form = Form(
        show=shows()[show],
        language=question.asked.language,
        classes=scope.classes,
        conditions=(*chosen.conditions, *extra),
        aggregate=aggregate,
    )
    return Proposal(form, tuple(chosen.points), question.topic, missing, chosen.score, role)
