"""Names in records find their things; unknown ones are told with what is near."""

import pytest

from qpgraph.graph.assemble import Sources
from qpgraph.graph.names import Names, UnknownNameError, read_vocabulary
from qpgraph.records.registry import read_registry


@pytest.fixture(scope="module")
def names() -> Names:
    own = Sources.default()
    return Names(read_vocabulary(own.ontology), read_registry(own.loaders / "registry"))


def test_a_kind_is_the_provinces_own_agency(names: Names) -> None:
    assert names.agency("Sở Y tế", "Bắc Ninh").value.endswith("id/agency/bac-ninh/so-y-te")


def test_a_synonym_finds_the_same_agency(names: Names) -> None:
    assert names.agency("Sở KH&CN", "Cần Thơ") == names.agency("Sở Khoa học và Công nghệ", "Cần Thơ")


def test_a_body_of_the_state_belongs_to_no_province(names: Names) -> None:
    assert names.agency("Bộ Khoa học và Công nghệ", "Cần Thơ").value.endswith(
        "id/agency/viet-nam/bo-khoa-hoc-va-cong-nghe"
    )


def test_a_local_act_is_its_provinces_own(names: Names) -> None:
    assert names.legal("03-KH/TU", "Hải Phòng").value.endswith("id/legal/hai-phong/03-kh-tu")


def test_an_unknown_standard_is_told_with_the_nearest(names: Names) -> None:
    with pytest.raises(
        UnknownNameError, match="no standard or tool is called 'ISO 9010'; did you mean 'ISO 9001'"
    ):
        names.standard("ISO 9010")


def test_an_unknown_theme_says_where_to_add_it(names: Names) -> None:
    with pytest.raises(UnknownNameError, match=r"add it to ontology/themes\.ttl"):
        names.theme("zzzzzz")
