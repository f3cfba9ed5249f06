"""The checks of records against the text that they were read from."""

from typing import Any

import pytest

from qpgraph.records.checks import check_source
from qpgraph.records.checks.cited_numbers import check_numbers
from qpgraph.records.checks.cited_standards import check_cited_standards
from qpgraph.records.checks.copies import check_copies
from qpgraph.records.checks.coverage import check_coverage
from tests.records.sample import document, entry, plan, records


def test_every_line_is_in_a_record_a_defect_or_known_as_empty_of_statements() -> None:
    text = document("KẾ HOẠCH", "", "Mục tiêu", "Một việc", "Một lỗi")
    files: dict[str, Any] = {
        "tasks": [entry("1", lines="4")],
        "defects": [entry(about="plan", kind="blank", lines="5")],
        "uncovered": [{"kind": "heading", "lines": "3"}],
    }
    assert list(check_coverage(records(**files), text)) == []
    [finding] = check_coverage(records(**{**files, "uncovered": ()}), text)
    assert (
        finding.message
        == "line 3 is in no record ('Mục tiêu …'); record them, or list them in uncovered.yaml"
    )
    assert finding.severity == "warning"


def test_uncovered_lines_are_told_as_ranges() -> None:
    found = check_coverage(records(), document("1", "2", "3", "", "5"))
    assert [finding.message.split(" in no")[0] for finding in found] == ["lines 2-3 are", "line 5 is"]


def test_a_line_beyond_the_end_is_an_error() -> None:
    [finding] = check_coverage(records(tasks=[entry("1", lines="1, 2-3")]), document("a", "b"))
    assert (finding.file, finding.location, finding.severity) == ("tasks", (0, "lines"), "error")
    assert finding.message == "line 3 is beyond the end of the text, which has 2 lines"


def missing(text: str, **files: Any) -> list[tuple[str, str]]:
    found = check_numbers(records(**files), document(text), {"57-NQ/TW": "2024-12-22"})
    return [(str(finding.location[-1]), finding.message.split(" doesn't")[0]) for finding in found]


def quantity(value: int | str, unit: str = "lớp", **more: Any) -> dict[str, Any]:
    return {"comparator": "range" if "max" in more else "=", "value": value, "unit": unit, **more}


@pytest.mark.parametrize(
    ("text", "files"),
    [
        ("it nhat 2.000 lop", {"provisions": [entry("I", kind="scope", quantity=quantity(2000))]}),
        ("10+15 chuan", {"provisions": [entry("I", kind="scope", quantity=quantity(10, max=15))]}),
        ("tang 2,5%", {"provisions": [entry("I", kind="scope", quantity=quantity("2.5", "%"))]}),
        ("den nam 2028", {"provisions": [entry("I", kind="scope", vi="Đến năm 2028", en="2028")]}),
        ("nam 2027-2029", {"tasks": [entry("1", schedule={"start": 2027, "end": 2029})]}),
        ("truoc 30/11", {"reporting": [entry("I", who=["Sở Y tế"], deadline="--11-30")]}),
        ("1.200 700 500", {"budget": [entry("I", total=1200, years={2026: 700, 2027: 500})]}),
        ("57-NQ/TW, 22/12/2024", {"legal_bases": [{"id": "57-NQ/TW", "where": "body", "lines": "1"}]}),
        ("s6 49 /KH-UBND 28/8/2025", {"plan": plan(number="49/KH-UBND", date="2025-08-28")}),
        ("quy Il", {"procedure": [entry("a", step="a", when={"vi": "Quý II", "en": "Quarter II"})]}),
        ("5S", {"tasks": [entry("1", vi="Áp dụng 5S", en="Use 5S")]}),
    ],
)
def test_numbers_that_stand_in_the_lines_pass(text: str, files: dict[str, Any]) -> None:
    assert missing(text, **files) == []


@pytest.mark.parametrize(
    ("text", "files", "finding"),
    [
        ("it nhat 200", {"provisions": [entry("I", kind="scope", quantity=quantity(2000))]}, "2000"),
        ("10 chuan", {"provisions": [entry("I", kind="scope", quantity=quantity(10, max=15))]}, "15"),
        ("den nam", {"provisions": [entry("I", kind="scope", vi="Đến năm 2028", en="2028")]}, "2028"),
        ("nam 2027", {"tasks": [entry("1", schedule={"start": 2027, "end": 2029})]}, "2029"),
        ("truoc 30", {"reporting": [entry("I", who=["Sở Y tế"], deadline="--11-30")]}, "11"),
        ("1.200 700", {"budget": [entry("I", total=1200, years={2026: 700, 2027: 500})]}, "500"),
        ("57-NQ/TW 2024", {"legal_bases": [{"id": "57-NQ/TW", "where": "body", "lines": "1"}]}, "12, 22"),
        ("s6 49 /KH-UBND", {"plan": plan(number="339/KH-UBND")}, "339"),
        ("sua 43/2022", {"tasks": [entry("1", amends=["34/2022/NQ-HĐND"])]}, "34"),
    ],
)
def test_numbers_that_the_lines_lack_are_found(text: str, files: dict[str, Any], finding: str) -> None:
    assert [number for _, number in missing(text, **files)] == [finding]


def spellings(name: str) -> frozenset[str]:
    return {"TQM": frozenset({"TQM", "T'OM"}), "GAP": frozenset({"GAP", "thực hành nông nghiệp tốt"})}.get(
        name, frozenset()
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ISO 9001", "theo ISO 9001"),
        ("ISO 50001", "I1SO 50001"),
        ("ISO/IEC 27017", "ISO/IEC 27001, 27017, 27018"),
        ("5S", "cong cu 58 ket hop"),
        ("5S", "58S, Kaizen"),
        ("GAP", "(G.A.P)"),
        ("GAP", "thuc hanh nong nghiép tét"),
        ("TQM", "T'OM, OCC"),
        ("VietGAP", "VietGAP"),
        ("Kaizen", "5S-Kaizcn"),
    ],
)
def test_a_standard_is_known_whatever_the_scan_made_of_it(name: str, text: str) -> None:
    named = records(tasks=[entry("1", standards=[name])])
    assert list(check_cited_standards(named, document(text), spellings)) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ISO 9001", "ISO 14001"),
        ("5S", "6 Sigma, 2025"),
        ("GAP", "nang suat"),
        ("Kaizen", "Lean, TPM"),
        ("TPM", "Lean, TQM"),
    ],
)
def test_a_standard_that_the_lines_dont_name_is_found(name: str, text: str) -> None:
    named = records(tasks=[entry("1", standards=[name])])
    [finding] = check_cited_standards(named, document(text), spellings)
    assert finding.message == f"{name} doesn't stand in lines 1"


LONG = "Hỗ trợ hợp tác xã mở rộng vùng trồng lúa sạch và bán gạo ngon ra nước ngoài"
SCANNED = "Ho tr¢ hop tac xa mo' rong viing trong lua sach va ban gao ngon ra nuoc ngoai"


def copies(vi: str, source: str, reading: str = "clean", **fields: Any) -> list[str]:
    files = {"plan": plan(reading=reading), "tasks": [entry("1", vi=vi, lines="2", **fields)]}
    return [finding.message for finding in check_copies(records(**files), document("", source))]


def test_a_copy_is_found_even_from_a_scan() -> None:
    assert copies(LONG, f"1.1 {LONG}, hằng năm")[0].startswith("18 words in a row are the source's: 'ho tro")
    assert copies(LONG, SCANNED, "ocr")[0].startswith("18 words in a row")
    assert copies(LONG, SCANNED) == [], "in clean text only equal words count"


def test_our_own_words_pass() -> None:
    assert copies("Giúp hợp tác xã trồng lúa sạch, xuất khẩu gạo", LONG) == []
    assert copies(" ".join(LONG.split()[:13]), LONG) == [], "thirteen words are no copy"


def test_names_count_as_one_word() -> None:
    text = "Báo cáo Sở Nông nghiệp và Môi trường, Sở Khoa học và Công nghệ, Sở Tài chính kết quả"
    assert copies(text, text)
    assert copies(text, text, lead=["Sở Nông nghiệp và Môi trường", "Sở Khoa học và Công nghệ"]) == []


def test_a_defect_explains_what_the_text_doesnt_bear_out() -> None:
    files: dict[str, Any] = {"tasks": [entry("1", standards=["5S"], schedule={"start": 2027})]}
    text = document("Mot viec")
    assert len(check_source(records(**files), text, spellings, {})) == 2
    doubt = [entry(about="task 1", kind="illegible")]
    assert check_source(records(**files, defects=doubt), text, spellings, {}) == []
