"""Which of two plans of a province a question means: by its type, its years, or a year beside its name."""

import re
from itertools import pairwise

from qpgraph.ask.lexicon import Lexicon
from qpgraph.ask.reading.asked import Asked
from qpgraph.ask.reading.own_plan import plan_by_title
from qpgraph.ask.reading.places_asked import year_beside_place
from qpgraph.ask.vocabulary import Thing, Vocabulary
from qpgraph.search.text import fold

__all__ = ["choose_plan"]


def choose_plan(asked: Asked, vocabulary: Vocabulary, lexicon: Lexicon) -> None:
    """Takes the plan whose type or years are named, if no plan is named otherwise."""
    if asked.provinces and not asked.plans:
        _drop_period(asked, vocabulary)
    if asked.provinces and not asked.plans:
        _choose(asked, vocabulary, lexicon)


def _drop_period(asked: Asked, vocabulary: Vocabulary) -> None:
    """Takes the years of the plans' period out, where other years are named too."""
    years = sorted(asked.years)
    for one, other in pairwise(years):
        beside = other[0] - one[0] <= 2
        if len(years) > 2 and beside and vocabulary.is_period([one[1], other[1]]):
            asked.years = [each for each in asked.years if each not in (one, other)]
            period = {str(one[1]), str(other[1])}
            asked.plans = [
                plan.iri
                for plan in vocabulary.of_kind("plan")
                if {plan.one("start"), plan.one("end")} == period and plan.one("province") in asked.provinces
            ]
            return


def _choose(asked: Asked, vocabulary: Vocabulary, lexicon: Lexicon) -> None:
    plans = [plan for plan in vocabulary.of_kind("plan") if plan.one("province") in asked.provinces]
    if len(asked.provinces) > 1 and vocabulary.is_period([year for _, year in asked.years]):
        period = {str(year) for _, year in asked.years}
        asked.plans = [plan.iri for plan in plans if {plan.one("start"), plan.one("end")} == period]
        return
    if len(asked.provinces) != 1 or len(plans) < 2:
        return
    typed = f" {fold(_beside_acts(asked))} "
    said = [plan.iri for plan in plans if _type_said(lexicon, plan, typed)]
    years = {year for _, year in asked.years}
    if vocabulary.is_period(years):
        said = [plan.iri for plan in plans if {plan.one("start"), plan.one("end")} == set(map(str, years))]
        asked.years = []
    elif len(years) == 1:
        begun = [plan.iri for plan in plans if plan.one("start") in {str(year) for year in years}]
        only = [plan.iri for plan in plans if _covers(plan, *years)] == begun and bool(asked.topics)
        if (
            len(begun) == 1
            and len(begun) < len(plans)
            and (only or _dates_plan(asked, lexicon) or year_beside_place(asked))
        ):
            said, asked.years = begun, []
    said = plan_by_title(asked, vocabulary, plans) or said
    if len(said) == 1:
        asked.plans = said


def _beside_acts(asked: Asked) -> str:
    """The text without the type of act that is counted ("mấy quyết định"): it names no plan."""
    text = asked.text
    counts = {cue.last + 1 for cue in asked.all("how-many")}
    for act in sorted(asked.all("noun-act"), key=lambda cue: -cue.first):
        if act.first in counts:
            text = text[: asked.words[act.first].start] + text[asked.words[act.last].end :]
    return text


def _covers(plan: Thing, year: int) -> bool:
    """Whether a year is one of a plan's."""
    start, end = plan.one("start"), plan.one("end")
    return bool(start and end and int(start) <= year <= int(end))


def _dates_plan(asked: Asked, lexicon: Lexicon) -> bool:
    """Whether a year stands beside the word for a plan ("the decision of 2025", "the 2025 plan")."""
    place = asked.years[0][0]
    before = " ".join(word.folded for word in asked.words[max(place - 5, 0) : place])
    after = " ".join(word.folded for word in asked.words[place + 1 : place + 2])
    near = " ".join(word.folded for word in asked.words[place + 1 : place + 4])
    said = _type_said(lexicon, None, before) or _type_said(lexicon, None, after)
    within = before.endswith((" nam", " in", " trong", " during"))
    parts = () if within else lexicon.lists["dated-parts"]
    said = said or any(f" {part} " in f" {before} {near} " for part in parts)
    return said and not asked.has("noun-budget")


def _type_said(lexicon: Lexicon, plan: Thing | None, typed: str) -> bool:
    """Whether the type of a plan is named ("the decision of Đồng Nai"); without a plan, of any."""
    return any(
        re.search(rf"\b{re.escape(form)}\b(?!\s*&)", typed)
        for name, forms in lexicon.lists.items()
        if name.startswith("type-")
        and (plan is None or (plan.one("type") or "").endswith(name.removeprefix("type-")))
        for form in forms
    )
