"""The search sets: readable, balanced, and judging only what is in the graph."""

from pathlib import Path
from types import SimpleNamespace

import pytest

import evaluation.search.judgments
from evaluation.parts import EvaluationError, parts
from evaluation.search.baseline import things
from evaluation.search.judgments import key, key_of_hit, queries

PARTS = parts(Path(evaluation.search.judgments.__file__).parent)


@pytest.mark.parametrize("part", PARTS)
def test_every_judgment_names_a_thing_of_the_graph(part: str, built_store: Path) -> None:
    known = {found for found, _ in things(built_store)}
    unknown = {
        (query.id, judged) for query in queries(part) for judged in query.grades if judged not in known
    }
    assert unknown == set()


@pytest.mark.parametrize("part", PARTS)
def test_every_query_has_an_exact_thing(part: str) -> None:
    assert [query.id for query in queries(part) if max(query.grades.values()) < 3] == []


@pytest.mark.parametrize(("part", "least"), [("dev", 120), ("test", 95)])
def test_mix_of_languages(part: str, least: int) -> None:
    asked = queries(part)
    english = sum(query.lang == "en" for query in asked)
    plain = sum(query.lang == "vi-plain" for query in asked)
    count = len(asked)
    assert count >= least
    assert 0.25 <= english / count <= 0.4
    assert 0.15 <= plain / (count - english) <= 0.3


def test_parts_share_no_query() -> None:
    texts = [query.text.casefold() for part in PARTS for query in queries(part)]
    assert len(set(texts)) == len(texts)


def test_queries_without_diacritics_have_none() -> None:
    plain = [query.text for part in PARTS for query in queries(part) if query.lang == "vi-plain"]
    assert [text for text in plain if not text.isascii()] == []


def test_hit_as_mapping_or_object() -> None:
    task = {
        "kind": "task",
        "plan": "hai-phong-kh-2026-2030",
        "province": "Hải Phòng",
        "ref": "3.1.1",
        "score": 1,
    }
    assert key_of_hit(task) == ("task", "hai-phong-kh-2026-2030", "3.1.1")
    assert key_of_hit(SimpleNamespace(**task)) == key_of_hit(task)


@pytest.mark.parametrize(
    ("hit", "expected"),
    [
        ({"kind": "agency", "plan": None, "province": "Cần Thơ", "ref": "Sở Tài chính"}, "agency Cần Thơ"),
        ({"kind": "standard", "plan": None, "province": None, "ref": "Sở Tài chính"}, "standard "),
        ({"kind": "plan", "plan": "x", "province": "Cần Thơ", "ref": "14/KH-UBND"}, "plan x"),
    ],
)
def test_where_a_hit_belongs(hit: dict[str, str | None], expected: str) -> None:
    kind, where, ref = key_of_hit(hit)
    assert f"{kind} {where}" == expected
    assert ref == ("" if kind == "plan" else "sở tài chính")


def test_decomposed_names_are_the_same() -> None:
    assert key("agency", "Ha\u0309i Pho\u0300ng", "So\u031b\u0309 Y tê\u0301") == key(
        "agency", "Hải Phòng", "Sở Y tế"
    )


@pytest.mark.parametrize(
    ("judgments", "complaint"),
    [("[[task, x, a, 4]]", "grade 1 to 3"), ("[[task, x, a, 1]]", "nothing that is relevant")],
)
def test_wrong_judgments_are_refused(tmp_path: Path, judgments: str, complaint: str) -> None:
    text = f"- {{id: a, lang: vi, need: task, query: x, judgments: {judgments}}}\n"
    (tmp_path / "dev.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationError, match=complaint):
        queries("dev", tmp_path)


def test_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"dev\.yaml: can't be read") as raised:
        queries("dev", tmp_path)
    assert "\n" not in str(raised.value)
