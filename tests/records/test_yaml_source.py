"""Every mistake in a record file is told with file, line and field."""

from pathlib import Path

import pytest

from qpgraph.records.model import Plan, Target, Task
from qpgraph.records.yaml_source import RecordError, line_of, read_list, read_one

TASK = """\
- ref: "1.1"
  vi: Nâng cao năng suất
  en: Raise productivity
  lines: 3-4
- ref: "1.2"
  vi: Nâng cao chất lượng
  en: Raise quality
  lines: 5-6
"""

MISTAKES = [
    ("wrong type", "  lines: 5-6", "  lines: 5-6\n  heading: maybe", 9, "heading: ", "(found 'maybe')"),
    ("missing field", "  en: Raise quality\n", "", 5, "en: ", "is missing; add it"),
    ("unknown field", "  lines: 5-6", "  leed: x\n  lines: 5-6", 8, "leed: ", "is no field of this record"),
    ("key twice", "  lines: 5-6", "  lines: 5-6\n  lines: 7", 9, "", "'lines' stands twice"),
    ("not YAML", '- ref: "1.2"', '- ref: "1.2', 9, "", "not YAML"),
    ("bad reference", 'ref: "1.2"', 'ref: "1,2"', 5, "ref: ", "levels are joined by dots"),
    ("bad lines", "lines: 5-6", "lines: five", 8, "lines: ", "write them like 380-384, 389"),
    ("lines backwards", "lines: 5-6", "lines: 6-5", 8, "lines: ", "run backwards"),
    ("empty text", "en: Raise quality", "en: ''", 7, "en: ", "at least 1 character"),
    ("no list", TASK, "ref: x\n", 1, "", "begin each entry with '- '"),
    (
        "range backwards",
        "  lines: 5-6",
        "  lines: 5-6\n  outputs:\n  - vi: Lớp\n    en: Classes\n"
        "    quantity: {comparator: range, value: 9, max: 5, unit: lớp}",
        12,
        "outputs.0.quantity: ",
        "the range runs backwards: 9 to 5",
    ),
    (
        "range without end",
        "  lines: 5-6",
        "  lines: 5-6\n  outputs:\n  - vi: Lớp\n    en: Classes\n"
        "    quantity: {comparator: range, value: 9, unit: lớp}",
        12,
        "outputs.0.quantity: ",
        "a range has a max",
    ),
    (
        "schedule backwards",
        "  lines: 5-6",
        "  lines: 5-6\n  schedule: {start: 2030, end: 2026}",
        9,
        "schedule: ",
        "the schedule runs backwards: 2030 to 2026",
    ),
    (
        "unknown recurrence",
        "  lines: 5-6",
        "  lines: 5-6\n  schedule: {recurrence: yearly}",
        9,
        "schedule.recurrence: ",
        "'annual'",
    ),
]


@pytest.mark.parametrize(
    ("change", "line", "field", "message"),
    [((old, new), line, field, message) for _, old, new, line, field, message in MISTAKES],
    ids=[mistake[0] for mistake in MISTAKES],
)
def test_a_mistake_is_told_with_file_line_and_field(
    tmp_path: Path, change: tuple[str, str], line: int, field: str, message: str
) -> None:
    path = tmp_path / "tasks.yaml"
    path.write_text(TASK, encoding="utf-8")
    assert len(read_list(path, Task)) == 2
    assert change[0] in TASK
    path.write_text(TASK.replace(*change, 1), encoding="utf-8")
    with pytest.raises(RecordError) as caught:
        read_list(path, Task)
    finding = caught.value.findings[0]
    assert finding.startswith(f"{path}:{line}: {field}")
    assert message in finding


PLAN = """\
vi: Kế hoạch
en: Plan
lines: 1-3
type: Kế hoạch
province: Hải Phòng
issuer: UBND thành phố
date: 2026-01-14
start: 2026
end: 2030
reading: clean
"""


@pytest.mark.parametrize("date", ["14/01/2026", "2026-13", "2026-01-32", "26", "2026-1-4"])
def test_a_bad_date_is_told_with_the_right_way_to_write_it(tmp_path: Path, date: str) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    assert read_one(path, Plan).date == "2026-01-14"
    path.write_text(PLAN.replace("2026-01-14", date), encoding="utf-8")
    with pytest.raises(RecordError) as caught:
        read_one(path, Plan)
    assert caught.value.findings == [
        f"{path}:7: date: '{date}' is not a date; write 2026, 2026-01 or 2026-01-14"
    ]


def test_text_that_is_not_utf8_is_told_with_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "tasks.yaml"
    path.write_bytes(b"- vi: " + "năng".encode("latin-1", "replace") + b"\xe1\n")
    with pytest.raises(RecordError, match=r"tasks.yaml: not UTF-8 \(byte 10\); save it as UTF-8"):
        read_list(path, Task)


def test_all_mistakes_are_told_in_one_run(tmp_path: Path) -> None:
    path = tmp_path / "tasks.yaml"
    path.write_text(TASK.replace("lines:", "line:"), encoding="utf-8")
    with pytest.raises(RecordError) as caught:
        read_list(path, Task)
    assert [finding.split(": ")[0] for finding in caught.value.findings] == [
        f"{path}:1",
        f"{path}:4",
        f"{path}:5",
        f"{path}:8",
    ]


def test_a_missing_or_empty_list_file_has_no_entries(tmp_path: Path) -> None:
    assert read_list(tmp_path / "targets.yaml", Target) == ()
    (tmp_path / "targets.yaml").write_text("# nothing yet\n", encoding="utf-8")
    assert read_list(tmp_path / "targets.yaml", Target) == ()


def test_a_missing_plan_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"plan.yaml: can't be read: No such file"):
        read_one(tmp_path / "plan.yaml", Plan)


def test_numbers_stay_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "tasks.yaml"
    path.write_text(TASK.replace('"1.2"', "4.10"), encoding="utf-8")
    assert read_list(path, Task)[1].ref == "4.10"


def test_line_of_finds_the_deepest_field_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "tasks.yaml"
    path.write_text(TASK, encoding="utf-8")
    assert line_of(path, (1, "en")) == 7
    assert line_of(path, (1, "note", "vi")) == 5
    assert line_of(path, (7, "en")) == 1
