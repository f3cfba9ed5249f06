import pytest

from qpgraph.records.checks.languages import check_languages, has_diacritics
from tests.records.sample import entry, records


def differences(vi: str, en: str) -> list[str]:
    found = check_languages(records(tasks=[entry("1", vi=vi, en=en)]))
    return [f"{finding.severity}: {finding.message}" for finding in found]


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("Hỗ trợ 2.000 doanh nghiệp", "Help 2,000 enterprises"),
        ("Tăng 0,5% mỗi năm", "Grow 0.5% a year"),
        ("Đào tạo 05 lớp", "Train 5 classes"),
        ("Mở 02 lớp", "Hold two classes"),
        ("Hai lớp 5S", "2 classes of 5S"),
        ("Ký ngày 28/8/2025", "Signed on 28 August 2025"),
        ("Trước 30/6 và 30/11", "Before 30 June and 30 November"),
        ("Trong quý II - III", "In quarters II to III"),
        ("Trong quý II", "In quarter 2"),
        ("Giai đoạn 2026-2030", "2026 to 2030"),
        ("Dòng 4.10 và điểm III.1.a", "Row 4.10 and point III.1.a"),
        ("Cách mạng công nghiệp lần thứ tư", "The Fourth Industrial Revolution"),
    ],
)
def test_the_same_numbers_pass(vi: str, en: str) -> None:
    assert differences(vi, en) == []


@pytest.mark.parametrize(
    ("vi", "en", "message"),
    [
        ("Hỗ trợ 2.000 doanh nghiệp", "Help 200 enterprises", "lacks 2000; the Vietnamese lacks 200"),
        ("Đến năm 2030", "Soon", "the English lacks 2030"),
        ("Ký ngày 28/8/2025", "Signed on 28 July 2025", "the English lacks 8"),
        ("Nâng cao năng suất", "Raise productivity by 10%", "the Vietnamese lacks 10"),
        ("Trong quý II", "In quarter III", "the English lacks 2; the Vietnamese lacks 3"),
    ],
)
def test_other_numbers_are_found(vi: str, en: str, message: str) -> None:
    [finding] = differences(vi, en)
    assert finding.startswith("warning: ")
    assert message in finding


@pytest.mark.parametrize("text", ["Nâng cao năng suất", "Đ", "Lean Six Sigma", "Kaizen", "ISO 9001 2015 5 6"])
def test_vietnamese_has_diacritics(text: str) -> None:
    assert has_diacritics(text)


def test_vietnamese_without_diacritics_is_an_error() -> None:
    assert not has_diacritics("Nang cao nang suat")
    [finding] = differences("Nang cao nang suat", "Raise productivity")
    assert finding.startswith("error: 'Nang cao nang suat' has no Vietnamese diacritics")


def test_all_texts_of_an_entry_are_looked_at() -> None:
    text = {"vi": "Ba mô hình, 7 lớp", "en": "Three models"}
    task = entry("1", note=text, outputs=[text], schedule={"condition": text})
    target = entry("I", scope="general", subject=text)
    found = check_languages(records(tasks=[task], targets=[target]))
    assert sorted(str(finding.location[1:]) for finding in found) == [
        "('note', 'vi')",
        "('outputs', 0, 'vi')",
        "('schedule', 'condition', 'vi')",
        "('subject', 'vi')",
    ]
