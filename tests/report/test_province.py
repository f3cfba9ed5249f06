"""Which province a report is on."""

import pytest

from qpgraph import api
from qpgraph.report.province import UnknownProvinceError, find_province
from qpgraph.report.rows import province_query
from qpgraph.settings import Settings


@pytest.fixture(scope="module")
def rows(settings: Settings) -> list[dict[str, str]]:
    return api.sparql(province_query("en"), settings)


@pytest.mark.parametrize(
    "name", ["Hải Phòng", "hai-phong", "Hai Phong", "HẢI PHÒNG", "thành phố Hải Phòng", "hai phong city"]
)
def test_a_province_is_found_by_any_of_its_names(rows: list[dict[str, str]], name: str) -> None:
    found = find_province(rows, name)
    assert found is not None
    assert (found.id, found.name) == ("hai-phong", "Hai Phong")
    assert found.iri.endswith("/id/province/hai-phong")


def test_decomposed_letters_are_the_same_letters(rows: list[dict[str, str]]) -> None:
    import unicodedata

    found = find_province(rows, unicodedata.normalize("NFD", "Đồng Nai"))
    assert found is not None
    assert found.id == "dong-nai"


@pytest.mark.parametrize("name", ["all", "ALL", "", " "])
def test_all_provinces_is_none_of_them(rows: list[dict[str, str]], name: str) -> None:
    assert find_province(rows, name) is None


@pytest.mark.parametrize("name", ["???", "重庆", "-"])
def test_a_name_without_a_letter_that_counts_is_unknown(rows: list[dict[str, str]], name: str) -> None:
    with pytest.raises(UnknownProvinceError):
        find_province(rows, name)


def test_an_unknown_province_is_told_what_there_is(rows: list[dict[str, str]]) -> None:
    with pytest.raises(UnknownProvinceError, match=r"called 'Huế'; there are: Bac Ninh, .*\(or 'all'\)"):
        find_province(rows, "Huế")
