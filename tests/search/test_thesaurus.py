"""Concepts are found in both languages, by their longest names and those inside."""

import pytest

from qpgraph.search.passages import KINDS
from qpgraph.search.reading import read_kinds
from qpgraph.search.text import normalize, tokenize
from qpgraph.search.thesaurus import Concept, Thesaurus, read_lexicon


def concept(name: str, *names: tuple[str, str], kind: str = "word") -> Concept:
    return Concept(name, kind, names)


@pytest.fixture
def thesaurus() -> Thesaurus:
    return Thesaurus(
        [
            concept(
                "hospital", ("vi", "bệnh viện"), ("vi", "cơ sở khám bệnh, chữa bệnh"), ("en", "hospital")
            ),
            concept("health", ("vi", "khám bệnh"), ("en", "health care")),
            concept("award", ("vi", "giải"), ("vi", "giải thưởng")),
            concept("kind/hospital", ("vi", "bệnh viện"), kind="AgencyKind"),
        ]
    )


def found(thesaurus: Thesaurus, text: str, *forms: str) -> set[str]:
    return {match.concept for match in thesaurus.find(tokenize(normalize(text)), *forms)}


def test_names_in_both_languages_meet(thesaurus: Thesaurus) -> None:
    assert "hospital" in found(thesaurus, "các bệnh viện công", "exact")
    assert "hospital" in found(thesaurus, "cac benh vien cong", "folded")
    assert "hospital" in found(thesaurus, "public hospitals", "stem")


def test_a_name_inside_a_longer_one_counts_too(thesaurus: Thesaurus) -> None:
    assert found(thesaurus, "cơ sở khám bệnh, chữa bệnh", "exact") == {"hospital", "health"}


def test_diacritics_count_where_they_are_asked_for(thesaurus: Thesaurus) -> None:
    assert found(thesaurus, "bênh viên", "exact") == set()


def test_a_single_syllable_is_found_only_when_asked_for(thesaurus: Thesaurus) -> None:
    assert found(thesaurus, "giải pháp", "exact") == set()
    assert found(thesaurus, "thi giải", "syllable") == {"award"}
    assert found(thesaurus, "giai", "folded") == set()


def test_a_general_word_leads_to_the_kind_of_agency(thesaurus: Thesaurus) -> None:
    assert thesaurus.related("hospital") == {"kind/hospital"}
    assert thesaurus.related("health") == set()


def test_the_lexicon_is_broad_and_every_entry_has_names() -> None:
    concepts = read_lexicon()
    assert len(concepts) > 350
    assert sum(len(concept.names) for concept in concepts) > 5000
    assert all(concept.names for concept in concepts)
    assert len({concept.id for concept in concepts}) == len(concepts)


def test_no_word_of_the_lexicon_was_read_as_something_else() -> None:
    """YAML takes a bare `on`, `no` or `2026` for something other than a word."""
    for each in read_lexicon():
        assert not {name for _, name in each.names} & {"True", "False", "None"}, each.id


def test_every_kind_of_hit_can_be_asked_for() -> None:
    assert {concept.id.removeprefix("kind:") for concept in read_kinds()} == set(KINDS)
