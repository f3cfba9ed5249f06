"""Answers in words: the sentence and the interpretation."""

from collections.abc import Iterable, Mapping, Sequence

from qpgraph.ask.planning.form import COMPARED, Condition, Form
from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.ask.reading.money import told_sums
from qpgraph.ask.vocabulary import Point, Rows
from qpgraph.ask.words.days import told_day

__all__ = [
    "interpretation",
    "labels",
    "sentence",
    "words",
]

_MANY = 12


def words(question: Question, name: str, **values: str) -> str:
    """A sentence of the lexicon in the asker's language."""
    text = question.lexicon.sentences[name][question.asked.language]
    return text.format(**values)


def sentence(question: Question, proposal: Proposal, rows: Rows, columns: Sequence[str]) -> str:
    """The answer in one sentence."""
    form = proposal.form
    if form.aggregate in ("exists", "denied", "everywhere"):
        return _whether(question, proposal, rows)
    if form.aggregate == "count":
        return _count(question, form, rows[0]["count"])
    told = list(dict.fromkeys(_row(question, form, row, columns) for row in rows))
    more = f" … (+{len(told) - _MANY})" if len(told) > _MANY else ""
    head = words(question, f"show-{form.show.name}")
    if question.asked.has("if-so") and form.show.name.startswith("amount"):
        head = words(question, "if-so", head=head)
    if form.aggregate != "list":
        head = f"{head} ({words(question, f'aggregate-{form.aggregate}')})"
    return f"{head[0].upper()}{head[1:]}: {'; '.join(told[:_MANY]).rstrip('.')}{more}."


def _count(question: Question, form: Form, count: str) -> str:
    """How many there are, or are such; of one thing with a long name only the number."""
    things = _things(question, form)
    name = "count" if count != "1" else "count-one" if things.isalpha() else "count-of"
    if name != "count-of" and any(not each.piece.startswith("in-p") for each in form.conditions):
        name = f"{name}-such"
    told = f"{things[0].upper()}{things[1:]}" if name == "count-of" else things
    return words(
        question, name, count=count, things=told, thing=things.removesuffix("s"), place=_place(question)
    )


def _whether(question: Question, proposal: Proposal, rows: Rows) -> str:
    """Yes or no, with what says so."""
    form = proposal.form
    named = labels(question, proposal.points, form)
    if rows and rows[0].get("answer") == "yes":
        told = "; ".join(condition.words for condition in form.conditions if condition.words)
        if form.aggregate == "denied" and not proposal.points:
            return words(question, "none", place=_place(question))
        return words(question, "yes", things=(named if form.aggregate == "exists" else "") or told)
    if form.aggregate == "everywhere":
        named = words(question, "lacking", provinces=rows[0].get("lacking", ""))
    if form.aggregate != "exists":
        return words(question, "denied", things=named)
    if any(condition.piece in COMPARED for condition in form.conditions):
        return words(question, "compared-no", things=named)
    return words(question, "no", place=_place(question))


def _things(question: Question, form: Form) -> str:
    if form.show.key in ("point",) and form.classes:
        return ", ".join(words(question, f"class-{name}") for name in form.classes)
    return words(question, f"show-{form.show.name}")


def _place(question: Question) -> str:
    things = question.vocabulary.things
    names = [things[iri].name(question.asked.language) for iri in question.asked.provinces]
    return words(question, "of", places=", ".join(names)) if names else ""


def _row(question: Question, form: Form, row: Mapping[str, str], columns: Sequence[str]) -> str:
    first = columns[0]
    if "difference" in row or "ratio" in row:
        apart = f"{row['difference']} {row.get('unit', '')}" if "difference" in row else f"{row['ratio']} ×"
        whose = next(row[name] for name in ("province", "year", "title") if name in row)
        return f"{apart.strip()} ({whose}: {row['highest']}; {row['other']}: {row['lowest']})"
    main = row.get("phrase") if form.show.measure == "value" else None
    if form.show.name == "province-values":
        main = f"{row.get('province', '')} ({row.get('phrase', '')})"
    if main is None and first == "agency" and question.asked.language == "en" and row.get("agency_en"):
        main = row["agency_en"]
    if form.aggregate == "sum" and "value" in row:
        main = f"{row['value']} {row.get('unit', '')}".strip()
    if "total" in row:
        main = f"{row['total']} {row.get('unit', '')} ({row.get('value', '')} × {row.get('years', '')})"
    main = main or _main(question, row, columns, first)
    facts = dict.fromkeys(_fact(question, row, name) for name in form.show.told)
    main = ", ".join([main, *(fact for fact in facts if fact not in main)])
    if form.show.name in ("parts", "duty-parts") and row.get("role"):
        main = f"{main} – {words(question, 'role-' + row['role'])}"
    besides = (*(("to",) if first == "title" else ()), "province", "ref")
    where = [row[name] for name in besides if row.get(name) and name != first]
    if "count" in row and first != "count":
        where.insert(0, row["count"])
    shown = f" ({', '.join(where)})" if where and form.show.name != "province-values" else ""
    title = row.get("title")
    if title and first in ("ref", "agency", "step", "start", "by", "recurrence"):
        return f"{main}{shown}: {title}" if first in ("ref", "step") else f"{main}{shown}"
    if first == "title" and row.get("amount"):
        return f"{main}{shown}: {row['amount']} {row.get('unit', '')}".rstrip()
    return f"{main}{shown}"


def _fact(question: Question, row: Mapping[str, str], column: str) -> str:
    """A fact told besides what is first asked for, or that the document doesn't state it."""
    told = _main(question, row, (column,), column) if column in _COMPOSED else row.get(column, "")
    name = "title" if column == "act_title" else column.removesuffix("_en").replace("_", "-")
    if told:
        labelled = f"told-{name}" in question.lexicon.sentences
        return words(question, f"told-{name}", fact=told) if labelled else told_day(told)
    return words(question, "untold", fact=words(question, f"fact-{name.replace('id', 'number')}"))


_COMPOSED = ("start", "amount", "deadline")
"""Facts that are told with other columns."""


def _main(question: Question, row: Mapping[str, str], columns: Sequence[str], first: str) -> str:
    if first == "start":
        parts = [row[name] for name in ("start", "end") if row.get(name)]
        span = " - ".join(dict.fromkeys(parts))
        more = [row[name] for name in ("recurrence", "condition") if row.get(name)]
        quarter = [f"Q{row['quarter']}"] if row.get("quarter") else []
        return ", ".join([*([span] if span else []), *quarter, *more])
    if first == "amount":
        year = f" ({row['year']})" if row.get("year") else ""
        return f"{row['amount']} {row.get('unit', '')}{year}"
    if first == "deadline":
        return told_day(row.get("deadline", ""))
    if first == "id":
        when = f"Q{row['quarter']}" if row.get("quarter") else ""
        told = (row.get("id", ""), row.get("act_title", ""), when, row.get("start", ""))
        return ", ".join(text for text in told if text)
    if first in ("issuer", "date") and row.get("id"):
        return ", ".join(dict.fromkeys(row[name] for name in (first, "date", "id") if row.get(name)))
    return row.get(first, "")


def labels(question: Question, points: Iterable[Point], form: Form | None = None) -> str:
    """The first three of some points, by label, place and number."""
    years = [year for each in form.conditions for year in each.values.get("years", ())] if form else []
    told = [_label(question, point) + (told_sums(point, map(int, years)) if form else "") for point in points]
    more = f" … (+{len(told) - 3})" if len(told) > 3 else ""
    return "; ".join(told[:3]) + more


def _label(question: Question, point: Point) -> str:
    language, things = question.asked.language, question.vocabulary.things
    return f"{point.labels.get(language, point.ref)} ({things[point.province].name(language)}, {point.ref})"


def interpretation(question: Question, form: Form | None) -> str:
    """What was understood: what is asked, the conditions, what is asked besides, what was not used."""
    parts = []
    if form is not None:
        asked = words(question, f"show-{form.show.name}")
        if form.aggregate != "list":
            asked = f"{words(question, f'aggregate-{form.aggregate}')}: {asked}"
        if form.classes and form.show.key not in ("actNode",):
            classes = ", ".join(words(question, f"class-{name}") for name in form.classes)
            asked = f"{asked} ({classes})"
        parts.append(words(question, "interpretation", asked=asked))
        conditions = [_condition(question, condition) for condition in form.conditions]
        conditions = [text for text in conditions if text]
        if conditions:
            parts.append(words(question, "conditions", conditions="; ".join(conditions)))
        if clauses := [clause.text.rstrip(" ?") for clause in question.asked.further]:
            parts.append(words(question, "further", clauses="; ".join(clauses)))
    elif found := _recognised(question):
        parts.append(words(question, "recognised", words=", ".join(found)))
    left = [*_ignored(question, form), *filter(None, [question.asked.aside])]
    if left:
        parts.append(words(question, "ignored", words=", ".join(left)))
    return ". ".join(parts)


def _condition(question: Question, condition: Condition) -> str:
    """A condition in words, with the words of the question that ask for it."""
    name = words(question, f"piece-{condition.piece}")
    if condition.words:
        return f"{name} «{condition.words}»"
    return name if condition.piece.startswith(("without-", "only-")) else ""


def _recognised(question: Question) -> list[str]:
    asked = question.asked
    mentions = [asked.used[iri] for iri in (*asked.provinces, *asked.plans, *asked.acts) if iri in asked.used]
    mentions += [mention.text for mention, _ in asked.agencies] + asked.places + asked.refs
    return list(dict.fromkeys([*mentions, *(term.text for term in question.topic.terms if not term.foreign)]))


def _ignored(question: Question, form: Form | None) -> list[str]:
    if form is None:
        return [term.text for term in question.topic.terms if term.foreign]
    used = " ".join(condition.words for condition in form.conditions)
    asked = question.asked
    mentions = [term.text for term in question.topic.terms if term.text not in used]
    return [text for text in mentions if text] + [
        asked.text[asked.words[place].start : asked.words[place].end]
        for place, _ in asked.numbers
        if asked.words[place].folded not in used
    ]
