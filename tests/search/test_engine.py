"""What search finds, and what comes first."""

import unicodedata

import pytest

from qpgraph.search.engine import K_MAX, Search, SearchError
from qpgraph.search.filters import FilterError
from qpgraph.search.text import fold


def refs(search: Search, text: str, k: int = 10, **filters: list[str]) -> list[tuple[object, object]]:
    return [(hit["kind"], hit["ref"]) for hit in search.search(text, k, filters=filters).hits]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("ISO 9001", ("standard", "ISO 9001")),
        ("iso9001", ("standard", "ISO 9001")),
        ("TCVN 13751:2023", ("standard", "TCVN 13751:2023")),
        ("1322/QĐ-TTg", ("legal-basis", "1322/QĐ-TTg")),
        ("quyết định 1322", ("legal-basis", "1322/QĐ-TTg")),
        ("kế hoạch 407", ("legal-basis", "407-KH/TU")),
        ("resolution 57", ("legal-basis", "57-NQ/TW")),
        ("Sở Y tế", ("agency", "Sở Y tế")),
        ("so y te", ("agency", "Sở Y tế")),
        ("DOST", ("agency", "Sở Khoa học và Công nghệ")),
        ("kế hoạch Hải Phòng", ("plan", "339/KH-UBND")),
        ("50 chuyên gia", ("target", "II.2.1")),
        ("tổng kinh phí Bắc Ninh", ("budget", "total")),
        ("nghiệm thu, thanh lý hợp đồng", ("procedure", "e")),
    ],
)
def test_a_name_or_number_finds_the_thing_first(search: Search, text: str, first: tuple[str, str]) -> None:
    assert refs(search, text, 1) == [first]


HOSPITALS = {("task", "4.3"), ("task", "4.8"), ("task", "3.3.1"), ("target", "II.5"), ("target", "III.11")}


@pytest.mark.parametrize(
    "text",
    ["bệnh viện áp dụng 5S", "benh vien ap dung 5S", "5S in hospitals", "cơ sở khám bệnh, chữa bệnh dùng 5S"],
)
def test_words_for_one_thing_meet_in_both_languages(search: Search, text: str) -> None:
    assert len(HOSPITALS & set(refs(search, text))) >= 4


@pytest.mark.parametrize(
    "text",
    ["truy xuất nguồn gốc", "TRUY XUẤT NGUỒN GỐC", "truy xuất nguồn gốc sản phẩm", "giải thưởng hoá học"],
)
def test_every_normal_form_finds_the_same(search: Search, text: str) -> None:
    composed = search.search(unicodedata.normalize("NFC", text)).hits
    assert search.search(unicodedata.normalize("NFD", text)).hits == composed


def test_a_phrase_beats_scattered_syllables(search: Search) -> None:
    found = search.search("truy xuat nguon goc", 5).hits
    assert all(
        "truy xuất nguồn gốc" in str(hit["label_vi"]).lower() or "mã vạch" in str(hit["label_vi"])
        for hit in found
    )


def test_exact_diacritics_come_before_folded(search: Search) -> None:
    assert refs(search, "báo", 1)[0][0] == "agency"
    first = search.search("báo cáo định kỳ", 3, filters={"kind": ["reporting"]}).hits[0]
    assert "báo cáo" in str(first["label_vi"]).lower()


def test_typing_errors_are_forgiven_and_told(search: Search) -> None:
    results = search.search("hospital tracability")
    assert results.corrections == (("tracability", "traceability"),)
    assert results.hits[0]["score"] > 0  # type: ignore[operator]


def test_a_named_province_comes_first(search: Search) -> None:
    found = search.search("truy xuất nguồn gốc Hải Phòng", 3).hits
    assert {hit["province"] for hit in found} == {"Hải Phòng"}


def test_a_province_is_known_as_one_word(search: Search) -> None:
    hits = search.search("Haiphong measurement", 3).hits
    assert {hit["province"] for hit in hits} == {"Hải Phòng"}


@pytest.mark.parametrize("text", ["TXNG", "CSDL", "TCCS"])
def test_abbreviations_of_officials_are_known(search: Search, text: str) -> None:
    words = {"TXNG": "truy xuất nguồn gốc", "CSDL": "cơ sở dữ liệu", "TCCS": "tiêu chuẩn cơ sở"}
    (hit,) = search.search(text, 1).hits
    assert words[text] in str(hit["label_vi"])


@pytest.mark.parametrize("province", ["Hải Phòng", "hai-phong", "Hai Phong", "TP Hải Phòng", "haiphong"])
def test_a_province_is_filtered_by_any_of_its_names(search: Search, province: str) -> None:
    found = search.search("đào tạo", filters={"province": [province]}).hits
    assert len(found) == 10
    assert {hit["province"] for hit in found} == {"Hải Phòng"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "target"), ("plan", "can-tho-kh-2026-2030"), ("theme", "traceability"),
        ("theme", "Truy xuất nguồn gốc"), ("year", "2027"), ("agency", "Sở Y tế"), ("agency", "so y te"),
        ("standard", "ISO 9001"),
    ],
)  # fmt: skip
def test_a_filter_leaves_what_its_facet_counts(search: Search, name: str, value: str) -> None:
    results = search.search("năng suất", K_MAX, filters={name: [value]})
    assert 0 < results.total < search.search("năng suất").total
    counts = {fold(str(each["value"])): each["count"] for each in results.facets[name]}
    assert results.total in counts.values()


def test_values_of_one_filter_are_either_and_filters_are_both(search: Search) -> None:
    provinces = ["Hải Phòng", "Cần Thơ"]
    found = search.search("đào tạo", K_MAX, filters={"province": provinces, "kind": ["target"]}).hits
    assert {hit["province"] for hit in found} == set(provinces)
    assert {hit["kind"] for hit in found} == {"target"}


def test_a_value_that_nothing_has_finds_nothing(search: Search) -> None:
    assert search.search("đào tạo", filters={"province": ["Hà Nội"]}).hits == []


def test_what_is_no_filter_or_kind_is_refused(search: Search) -> None:
    with pytest.raises(FilterError, match="there are kind, province"):
        search.search("5S", filters={"colour": ["red"]})
    with pytest.raises(FilterError, match="there is no kind 'taks'"):
        search.search("5S", filters={"kind": ["taks"]})


def test_pages_follow_each_other(search: Search) -> None:
    whole = [hit["iri"] for hit in search.search("năng suất", 20).hits]
    pages = [
        hit["iri"] for offset in (0, 5, 10, 15) for hit in search.search("năng suất", 5, offset=offset).hits
    ]
    assert pages == whole
    assert len(set(whole)) == 20


@pytest.mark.parametrize(
    ("text", "k", "offset"),
    [("", 10, 0), ("  ", 10, 0), ("a", 0, 0), ("a", 101, 0), ("a", 1, -1), ("x" * 1001, 1, 0)],
)
def test_what_can_not_be_asked_is_refused(search: Search, text: str, k: int, offset: int) -> None:
    with pytest.raises(SearchError):
        search.search(text, k, offset=offset)


@pytest.mark.parametrize("text", ["???", "🙂", "...", "và của là"])
def test_a_text_without_words_is_answered(search: Search, text: str) -> None:
    search.search(text)


def test_groups_hold_what_says_nearly_the_same(search: Search) -> None:
    single = search.search("hội nghị hội thảo tập huấn công cụ", 10)
    grouped = search.search("hội nghị hội thảo tập huấn công cụ", 10, group=True)
    assert len(grouped.hits) == 10
    assert any(hit["alike"] for hit in grouped.hits)
    assert grouped.hits[0]["iri"] == single.hits[0]["iri"]
    for hit in grouped.hits:
        assert all(other["kind"] == hit["kind"] for other in hit["alike"])  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["bệnh viện", "benh vien", "hospital", "ISO 9001"])
def test_highlights_are_offsets_into_the_labels(search: Search, text: str) -> None:
    marked = set()
    for hit in search.search(text).hits:
        for name, spans in hit["highlights"].items():  # type: ignore[attr-defined]
            for start, end in spans:
                assert 0 <= start < end <= len(str(hit[name]))
                marked.add(str(hit[name])[start:end].lower())
    assert marked & {"bệnh viện", "hospitals", "cơ sở khám bệnh, chữa bệnh", "iso 9001", "medical facilities"}


def test_a_hit_has_what_the_contract_says(search: Search) -> None:
    (hit,) = search.search("1322/QĐ-TTg", 1).hits
    assert {"iri", "kind", "plan", "province", "ref", "label_vi", "label_en", "score", "source"} <= set(hit)
    assert hit["plan"] is None
    assert {"document", "lines"} == set(hit["source"][0])  # type: ignore[index]


def test_scores_fall(search: Search) -> None:
    scores = [hit["score"] for hit in search.search("đào tạo chuyên gia", 50).hits]
    assert scores == sorted(scores, reverse=True)  # type: ignore[type-var]


def test_what_is_likely_is_what_is_found(search: Search) -> None:
    hits = search.search("bệnh viện áp dụng 5S", 5).hits
    likely = search.likely("bệnh viện áp dụng 5S", 5)
    assert list(likely) == [hit["iri"] for hit in hits]
    assert list(likely.values()) == pytest.approx([hit["score"] for hit in hits], abs=1e-4)
