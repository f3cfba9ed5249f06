"""Which legal documents a question means: by number, name, type, issuer, date, and what they are about."""

from collections.abc import Sequence
from dataclasses import replace

from qpgraph.ask.planning.form import Condition
from qpgraph.ask.planning.picking import FLOOR, Chosen, choose
from qpgraph.ask.planning.question import Question
from qpgraph.ask.planning.scope import Scope, base_scope
from qpgraph.ask.reading.asked import Cue
from qpgraph.ask.reading.topics import Term, Topic
from qpgraph.ask.subjects.acts.act_dates import date_tests
from qpgraph.ask.subjects.choosing import has, these
from qpgraph.ask.vocabulary import Point, Thing
from qpgraph.ask.words.words import broken_keys, keys
from qpgraph.search.text import fold

__all__ = [
    "acts_scope",
    "acts_topic",
    "asks_party_plan",
    "chosen_bases",
    "is_of_party",
    "says_only_names",
    "types_asked",
]


_ALIKE = 0.7
_PHRASE = 1.2


def types_asked(question: Question) -> list[str]:
    """The types of acts that are asked for ("which circular")."""
    if asks_party_plan(question):
        return [kind for kind in _types(question) if kind.endswith("/ke-hoach")]
    asked, focus = question.asked, question.focus
    described = focus.what in ("agency", "time", "exists") and asked.has("noun-act")
    of_plans = focus.what == "province" or focus.noun == "plan"
    relied = of_plans and not asked.acts and not asked.plans and asked.has("based-on")
    if focus.what == "exists" and asked.acts:
        return []
    if focus.noun != "legal" and not described and not relied:
        return []
    which = question.asked.cue("which-before", "which-after", "how-many", "list", "number")
    named = question.asked.all("noun-act")
    cites = asked.cue("based-on")
    if focus.what == "exists" and cites is not None:
        named = [cue for cue in named if cue.first > cites.last] or named
    if which is not None:
        named = _row_of(question, sorted(named, key=lambda cue: abs(cue.first - which.first))[:1])
    return _types_named(question, named)


def _types_named(question: Question, named: Sequence[Cue]) -> list[str]:
    """The types that words name; none that is known, where no act is of the type."""
    said = {fold(cue.text) for cue in named}
    names = {
        name.removeprefix("act-")
        for name, forms in question.lexicon.lists.items()
        if name.startswith("act-") and said.intersection(forms)
    }
    types = [kind for kind in _types(question) if kind.rsplit("/", 1)[-1] in names]
    return types or (["urn:none"] if names else [])


def _row_of(question: Question, first: Sequence[Cue]) -> list[Cue]:
    """A word for a type with those that stand in a row with it: "laws, decisions and circulars"."""
    row, words = list(first), question.asked.words
    for cue in question.asked.all("noun-act"):
        if not row or cue.first <= row[-1].last:
            continue
        between = [word.folded for word in words[row[-1].last + 1 : cue.first]]
        if (between and set(between) <= _JOINED) or (not between and words[cue.first].after_break):
            row.append(cue)
    after = " ".join(word.folded for word in words[row[-1].last + 1 : row[-1].last + 4]) if row else ""
    return [] if after.startswith(_AND_SO_ON) else row


_JOINED = frozenset(("and", "or", "va", "hay", "hoac", "cac", "the", "any"))
_AND_SO_ON = (
    "and so on",
    "and so forth",
    "etc",
    "and the like",
    "v v",
    "van van",
    "and other",
    "va cac van ban",
)


def _types(question: Question) -> list[str]:
    """The types that the acts known are of."""
    acts = question.vocabulary.of_kind("legal")
    return sorted({kind for act in acts if (kind := act.one("type"))})


def asks_party_plan(question: Question) -> bool:
    """Whether a plan of a party committee is asked for, which is no plan of the graph but an act."""
    asked = question.asked
    if not asked.has("noun-plan"):
        return False
    party = question.lexicon.lists["of-party"]
    said = {fold(term.text) for term in question.topic.terms}
    said |= {fold(cue.text) for cue in asked.all("noun-agency")}
    if asked.has("number", "which-before", "which-after", "issued") and said.intersection(party):
        return True
    if asked.acts:
        return False
    offices = {office for _, offices in asked.agencies for office in offices}
    plans = [
        act for act in question.vocabulary.of_kind("legal") if (act.one("type") or "").endswith("/ke-hoach")
    ]
    return any(act.one("issuer") in offices for act in plans)


def acts_scope(question: Question) -> Scope:
    """The legal bases of the place, of the type, by the issuer, of the year and with the name asked for."""
    asked = question.asked
    scope = base_scope(asked, ("legal-basis",), question.vocabulary)
    types = types_asked(question)
    besides = [
        cue for cue in asked.all("except") for act in asked.all("noun-act") if act.first - cue.last == 1
    ]
    if besides:
        types = sorted(set(_types(question)) - set(_types_named(question, asked.all("noun-act"))))
    if types:
        words = ", ".join(cue.text for cue in (*besides, *asked.all("noun-act")))
        named = _acts(question, "type", types)
        scope.add(Condition("with-type", {"types": types}, words), has("legal", named))
    if asked.acts:
        _with_named(question, scope, types)
    part = "body" if asked.has("in-body") else "preamble" if asked.has("preamble") else ""
    if part:
        scope.add(Condition("named-in", {"where": [part]}, part), has("where", [part]))
    for mention, offices in asked.agencies:
        if issued := _acts(question, "issuer", offices):
            scope.add(Condition("with-act", {"acts": issued}, mention.text), has("legal", issued))
    for words, known in _ranks(question):
        scope.add(Condition("with-act", {"acts": known}, words), has("legal", known))
    for words, test in date_tests(question, _years(question, scope)):
        dated = sorted(act.iri for act in question.vocabulary.of_kind("legal") if test(act.one("date") or ""))
        scope.add(Condition("with-act", {"acts": dated or ["urn:none"]}, words), has("legal", dated))
    return scope


def says_only_names(question: Question, documents: Sequence[str]) -> bool:
    """Whether nothing is said of documents but what they are called, what they are, and who issued them."""
    lists = question.lexicon.lists
    names = [name for each in documents for name in question.vocabulary.things[each].label.values()]
    titles = {word for name in names for word in keys(name)}
    small = {form for name, forms in lists.items() if name.startswith(_SMALL) for form in forms}
    return all(fold(term.text) in small or set(term.typed) <= titles for term in question.topic.terms)


_SMALL = ("act-", "said-of-acts")
_PARTY = ("/TW", "/TU")
"""How the number of a document of the Party ends."""


def is_of_party(act: Thing) -> bool:
    """Whether an act is one of the Party, by its number."""
    return any(name.endswith(_PARTY) and " " not in name for name in act.names)


def _ranks(question: Question) -> list[tuple[str, list[str]]]:
    """The words for the Party, or for the central level, with the acts of theirs."""
    lists = question.lexicon.lists
    acts = question.vocabulary.of_kind("legal")
    party = sorted(act.iri for act in acts if is_of_party(act))
    central = sorted(act.iri for act in acts if "/agency/viet-nam/" in (act.one("issuer") or ""))
    found = []
    beside = [cue.first - 1 for cue in question.asked.all("noun-legal", "noun-act")]
    named = [cue for cue in question.asked.all("noun-agency") if cue.last in beside]
    found += [(cue.text, party) for cue in named if fold(cue.text) in lists["of-party"]]
    for term in question.topic.terms:
        if fold(term.text) in lists["of-party"]:
            found.append((term.text, party))
        elif fold(term.text) in lists["of-centre"] and not question.asked.acts:
            found.append((term.text, central))
    return found


def _with_named(question: Question, scope: Scope, types: Sequence[str]) -> None:
    """The acts named; one of another type than is asked for is what the act asked for is about."""
    asked, things = question.asked, question.vocabulary.things
    acts = list(asked.acts)
    words = ", ".join(asked.used[act] for act in acts)
    if types and not any(things[act].one("type") in types for act in acts):
        points = [
            point for point in question.points(scope) if any(_speaks_of(question, point, act) for act in acts)
        ]
        if points:
            scope.add(replace(these(points), words=words), lambda point: point in points)
            return
    scope.add(Condition("with-act", {"acts": acts}, words), has("legal", acts))


def _speaks_of(question: Question, point: Point, act: str) -> bool:
    """Whether a point has an act's number, or nearly all the words of its title."""
    if f" {' '.join(keys(question.asked.used[act]))} " in point.text:
        return True
    title = {word for name in question.vocabulary.things[act].label.values() for word in keys(name)}
    return len(title & point.words) >= _ALIKE * len(title)


def _acts(question: Question, relation: str, values: Sequence[str]) -> list[str]:
    acts = question.vocabulary.of_kind("legal")
    return sorted(act.iri for act in acts if set(act.relations[relation]) & set(values))


def _years(question: Question, scope: Scope) -> list[str]:
    """The years that acts may be of; not those that a title has."""
    asked = question.asked
    years = [str(year) for _, year in asked.years]
    years += [f"{number:g}" for _, number in asked.numbers if 1900 < number < 2100]
    if question.vocabulary.is_period(int(year) for year in years):
        return []
    if asked.has("issued"):
        return years
    if len(years) == 1 and types_asked(question) and not asked.has("until-year"):
        acts = question.vocabulary.of_kind("legal")
        types = types_asked(question)
        dated = {(act.one("date") or "")[:4] for act in acts if act.one("type") in types}
        return [year for year in years if year in dated]
    return [year for year in years if not any(f" {year} " in point.text for point in question.points(scope))]


def acts_topic(question: Question) -> Topic:
    """What the act asked for is about, less what only says that it is an act, or who issued it."""
    asked = question.asked
    types_wanted = types_asked(question)
    if asked.acts and (
        not types_wanted
        or any(question.vocabulary.things[act].one("type") in types_wanted for act in asked.acts)
    ):
        return Topic()
    types = {
        form for name, forms in question.lexicon.lists.items() if name.startswith("act-") for form in forms
    }
    types |= question.lexicon.stops_folded
    types |= {fold(words) for words, _ in _ranks(question)}
    types |= set(question.lexicon.lists["said-of-acts"])
    names = {word for act in asked.acts for word in keys(asked.used[act])}
    terms = [
        replace(term, themes=(), broad=False)
        for term in question.topic.terms
        if fold(term.text) not in types and not set(term.typed) <= names
    ]
    terms += _of_money(question)
    terms += [
        Term(mention.text, keys(mention.text), _PHRASE)
        for mention, offices in asked.agencies
        if not _acts(question, "issuer", offices)
    ]
    return Topic(terms, question.topic.weights)


def _of_money(question: Question) -> list[Term]:
    """The words for money that are no topic of their own: an act asked for must be about it."""
    themes = [thing for thing in question.vocabulary.of_kind("theme") if thing.iri.endswith("/finance")]
    forms = frozenset(broken_keys(name) for theme in themes for name in theme.names)
    topics = {mention.text for mention in question.asked.topics}
    cues = question.asked.all("noun-budget")
    return [
        Term(cue.text, keys(cue.text), _PHRASE, forms) for cue in cues if cue.text and cue.text not in topics
    ]


def chosen_bases(question: Question, scope: Scope) -> Chosen | None:
    """The legal bases that fit by their own words, or by those of what cites them in the same plan."""
    topic = acts_topic(question)
    chosen = (
        choose(question, scope, topic, many=True) if topic else choose(question, scope, Topic(), many=True)
    )
    if chosen is not None or not topic:
        return chosen
    found = _by_citing(question, question.points(scope), topic)
    if not found:
        return None
    words = ", ".join(term.text for term in topic.terms)
    return Chosen(found, (*scope.conditions, replace(these(found), words=words)), 1.0)


def _by_citing(question: Question, bases: Sequence[Point], topic: Topic) -> list[Point]:
    """The bases that a provision or task cites which is about the topic."""
    citing = [point for point in question.vocabulary.points.values() if point.relations.get("cites")]
    fits = topic.fits(citing, lambda point: True)
    return [
        base
        for base in bases
        if any(
            fit.score >= FLOOR
            and fit.point.plan == base.plan
            and fit.point.has("cites", base.relations["legal"])
            for fit in fits
        )
    ]
