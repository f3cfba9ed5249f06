"""Whether the form of an answer agrees with the question: a half answer, or one of another form, is none.

A "yes" tells nobody, no number and no place; a "yes" of two provinces holds for both; a task is not its cost.
"""

from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.ask.reading.asked import Cue
from qpgraph.ask.words.words import OR, keys
from qpgraph.search.text import fold

__all__ = ["disagreeing"]

_WHETHER = ("exists", "denied", "everywhere")
_OFFERED = OR | {"either"}
_ASKS = frozenset(("ai", "who", "whom", "whose"))
_MANY = ("bao nhieu", "how many", "how much")
_MONEY = ("Budget", "Provision")


def disagreeing(question: Question, proposal: Proposal) -> list[str]:
    """The words of a question that the form of its answer has no place for."""
    return [
        *_beside_yes(question, proposal),
        *_one_place_of_two(question, proposal),
        *_paid(question, proposal),
        *_payer(question, proposal),
        *_counted(question, proposal),
        *_crosswise(question, proposal),
        *_fact_of_one(question, proposal),
        *_who_does(question, proposal),
        *_added(question, proposal),
        *_alone(question, proposal),
        *_each_act(question, proposal),
    ]


_PLAIN = ("points", "standards")
"""What is shown of points that tells no money."""


def _beside_yes(question: Question, proposal: Proposal) -> list[str]:
    """Who or how many, where the answer is a yes or no ("who issued it, and does the plan use it")."""
    if proposal.form.aggregate not in _WHETHER:
        return []
    cues = question.asked.all("who", "issuer", "signer", "how-many")
    return [cue.text for cue in cues if _asks(cue)][:1]


def _asks(cue: Cue) -> bool:
    said = fold(cue.text)
    return bool(_ASKS.intersection(said.split())) or said.startswith(_MANY)


def _one_place_of_two(question: Question, proposal: Proposal) -> list[str]:
    """The province named that has nothing of what others have, where all are asked for with a yes or no."""
    asked = question.asked
    named = {asked.used.get(place, place) for place in asked.provinces}
    if proposal.form.aggregate != "exists" or not proposal.points or len(named) < 2:
        return []
    if _OFFERED.intersection(word.folded for word in asked.words):
        return []
    places = {point.province for point in proposal.points}
    return [asked.used.get(place, place) for place in asked.provinces if place not in places]


def _paid(question: Question, proposal: Proposal) -> list[str]:
    """The word for money where neither amounts nor rules on money are shown, and no point speaks of it."""
    form = proposal.form
    if form.show.name not in _PLAIN or form.aggregate != "list":
        return []
    if not form.classes or any(name.startswith(_MONEY) for name in form.classes):
        return []
    cues = [cue.text for cue in question.asked.all("noun-budget") if cue.text]
    said = any(proposal.says(keys(text), each=False) for text in cues)
    finance = any(
        value.endswith("/finance") for point in proposal.points for value in point.relations.get("theme", ())
    )
    return [] if said or finance else cues[:1]


_OFFICES = ("leads", "coordinators", "parts", "agents", "partners", "duty-parts")
_ESTIMATES = ("du toan", "estimate", "estimates")
_PAYING = frozenset(("pay", "pays", "paying", "fund", "funds", "finance", "finances"))


def _payer(question: Question, proposal: Proposal) -> list[str]:
    """The word for paying, where those are told who lead or take part: plans don't say that they pay."""
    if not proposal.form.show.name.startswith(_OFFICES) or proposal.form.aggregate != "list":
        return []
    verbs = [word.exact for word in question.asked.words if word.folded in _PAYING]
    tables = [cue.text for cue in question.asked.all("noun-budget") if fold(cue.text).endswith(_ESTIMATES)]
    told = proposal.form.show.name != "leads" or all(" du toan " in point.text for point in proposal.points)
    left = [verb for verb in verbs if not proposal.says(keys(verb), each=True)]
    return [*left, *([] if told else tables)][:1]


def _counted(question: Question, proposal: Proposal) -> list[str]:
    """ "How many" where texts without a number are told."""
    if proposal.form.show.name not in ("output-texts", "texts", "definitions") or question.asked.numbers:
        return []
    return [cue.text for cue in question.asked.all("how-many") if fold(cue.text).startswith(_MANY)][:1]


def _crosswise(question: Question, proposal: Proposal) -> list[str]:
    """The second of two years of which each goes with a matter of its own, where all are added up."""
    asked = question.asked
    years = sorted(asked.years)
    if proposal.form.aggregate != "sum" or len(years) < 2 or len(proposal.points) < 2:
        return []
    first, last = years[0][0], years[-1][0]
    between = any(first < topic.first < last for topic in asked.topics)
    return [asked.words[last].exact] if between else []


_OF_ONE = ("begin", "finish", "when", "deadline", "noun-standard", "noun-output", "noun-legal", "noun-target")


def _fact_of_one(question: Question, proposal: Proposal) -> list[str]:
    """The word for a fact of the one point named, where only the point itself is told ("4.8 start?")."""
    form, asked = proposal.form, question.asked
    if form.show.name != "points" or form.aggregate != "list" or len(asked.refs) != 1 or question.topic:
        return []
    kinds = {point.kind for point in proposal.points}
    cues = [cue for cue in asked.all(*_OF_ONE) if cue.text and cue.name.removeprefix("noun-") not in kinds]
    return [cue.text for cue in cues if not proposal.says(keys(cue.text), each=False)][:1]


_NOBODY = (
    "purposes",
    "items",
    "groups",
    "standards",
    "plans",
    "output-texts",
    "schedule",
    "catalogue-rows",
)


def _who_does(question: Question, proposal: Proposal) -> list[str]:
    """ "Who", where what is shown has nobody but the province it is of."""
    form = proposal.form
    if form.show.name not in _NOBODY or form.aggregate not in ("list", "best", "worst"):
        return []
    told = {"signer", "issuer", "actor", "agency"}.intersection(form.show.columns)
    owned = {"whose"} if form.show.name == "plans" else set()
    cues = [] if told else [cue for cue in question.asked.all("who") if fold(cue.text) not in owned]
    return [cue.text for cue in cues if _asks(cue)][:1]


def _added(question: Question, proposal: Proposal) -> list[str]:
    """ "Together", where the highest of three is told and two of them are to be added up."""
    ordered = proposal.form.aggregate in ("best", "worst") and len(question.asked.provinces) > 2
    return [cue.text for cue in question.asked.all("together") if ordered and cue.text][:1]


def _alone(question: Question, proposal: Proposal) -> list[str]:
    """ "Only" in a question for a yes or no that nothing in the form takes up."""
    form = proposal.form
    if form.aggregate != "exists" or not proposal.points or question.asked.provinces:
        return []
    if any(
        each.piece.startswith(("only-", "never-", "without-", "joint-", "total-")) for each in form.conditions
    ):
        return []
    cues = [cue for cue in question.asked.all("only") if cue.text.casefold() not in ("", "chi")]
    return [cue.text for cue in cues if not proposal.says(keys(cue.text), each=True)][:1]


def _each_act(question: Question, proposal: Proposal) -> list[str]:
    """The second of two acts that a plan told does not stand on, or that is denied while the first is not."""
    asked, form = question.asked, proposal.form
    words = {word.folded for word in asked.words}
    pieces = {condition.piece for condition in form.conditions}
    named = list(dict.fromkeys(asked.used[act] for act in asked.acts))
    if len(named) < 2 or form.aggregate != "list":
        return []
    if "not-standing-on" in pieces:
        return named[:1] if words & {"but", "ma", "nhung", "con"} else []
    if form.show.name not in ("provinces", "plans") or words & _OFFERED:
        return []
    cited = {
        plan: {
            act for point in proposal.points if point.plan == plan for act in point.relations.get("legal", ())
        }
        for plan in {point.plan for point in proposal.points}
    }
    short = [name for name in named for acts in cited.values() if not acts & _called(question, name)]
    return short[:1]


def _called(question: Question, name: str) -> set[str]:
    """The acts that are named by some words."""
    return {act for act in question.asked.acts if question.asked.used[act] == name}
