"""The lexicon's files agree with the code and with each other."""

import re
from pathlib import Path

import pytest
import yaml

import qpgraph.ask
from qpgraph.ask.lexicon import load_lexicon
from qpgraph.ask.planning.form import shows
from qpgraph.ask.planning.scope import CLASSES
from qpgraph.ask.planning.sparql import load_pieces

LEXICON = load_lexicon()
FOLDER = Path(qpgraph.ask.__file__).parent
CODE = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.py"))
REASONS = sorted(set(re.findall(r'Refusal\(\s*"([a-z-]+)"', CODE)))


def test_code_knows_no_other_cue() -> None:
    asked = set()
    for call in re.findall(r"asked\.(?:has|cue|all)\(([^()]*)\)", CODE):
        asked |= set(re.findall(r'"([a-z-]+)"', call))
    assert asked
    assert asked <= set(LEXICON.cues) | set(LEXICON.patterns)


@pytest.mark.parametrize(
    "name",
    [
        *(f"show-{name}" for name in shows()),
        *(f"class-{name}" for name in CLASSES.values()),
        *REASONS,
        *(
            f"piece-{name}"
            for name in load_pieces()
            if not name.startswith(("show-", "also-", "about", "title", "class"))
            and name != "provinces-without"
        ),
        *(
            f"aggregate-{name}"
            for name in ("count", "count-each", "most", "least", "best", "worst", "exists")
        ),
        *(f"aggregate-{name}" for name in ("without", "sum")),
        *(f"fact-{name}" for name in re.findall(r'missing="([a-z]+)"', CODE)),
    ],
)
def test_sentence_is_there_in_both_languages(name: str) -> None:
    sentence = LEXICON.sentences[name]
    assert sentence["vi"]
    assert sentence["en"]
    assert set(re.findall(r"{\w+}", sentence["vi"])) <= set(re.findall(r"{\w+}", sentence["en"])) | {
        "{place}"
    }


def _twice(node: yaml.Node) -> list[str]:
    """The keys that a mapping, or one within it, has more than once."""
    if isinstance(node, yaml.MappingNode):
        names = [key.value for key, _ in node.value]
        within = [name for _, value in node.value for name in _twice(value)]
        return [name for name in set(names) if names.count(name) > 1] + within
    return (
        [name for part in node.value for name in _twice(part)] if isinstance(node, yaml.SequenceNode) else []
    )


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.yaml")), ids=lambda path: path.name)
def test_no_key_hides_another(path: Path) -> None:
    assert _twice(yaml.compose(path.read_text(encoding="utf-8"))) == []


def test_no_phrase_stands_in_two_lines_of_synonyms() -> None:
    phrases = [phrase.lower() for line in LEXICON.synonyms for phrase in set(line)]
    assert len({phrase for phrase in phrases if phrases.count(phrase) > 2}) == 0


def test_every_word_is_text() -> None:
    words = [*LEXICON.stopwords, *(phrase for phrases in LEXICON.cues.values() for phrase in phrases)]
    assert "True" not in words
    assert "False" not in words


def test_all_provinces_are_known_places() -> None:
    assert len([place for place in LEXICON.places if place.now]) == 29
    names = {place.vi for place in LEXICON.places}
    assert all(place.now in names for place in LEXICON.places if place.now)
