"""Queries on record lead to what answers them."""

from pathlib import Path

import numpy as np
import pytest

from qpgraph.errors import QpgraphError
from qpgraph.search.asked import Asked, AskedQuery, build_asked, read_asked, thing_key
from qpgraph.search.encoder.base import Encoder
from qpgraph.search.encoder.factory import open_encoder
from qpgraph.search.engine import Search
from qpgraph.search.text import normalize, tokenize
from qpgraph.settings import BASE, data_directory

ROW_OF = {"x/task/1": 0, "x/task/2": 1, "x/target/1": 2}


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return open_encoder()


@pytest.fixture(scope="module")
def asked(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Asked:
    queries = [
        AskedQuery("bệnh viện bớt chờ đợi", "vi", ("x/task/1", "x/target/1")),
        AskedQuery("tracing vegetables to the farm", "en", ("x/task/2",)),
        AskedQuery("of a thing that the graph lacks", "en", ("x/task/9",)),
    ]
    folder = tmp_path_factory.mktemp("asked") / "asked"
    build_asked(folder, queries, ROW_OF, encoder, "graph")
    return Asked(folder, encoder, "graph")


def test_a_like_query_leads_to_the_same_things(asked: Asked, encoder: Encoder) -> None:
    text = "benh vien cho doi"
    found = asked.search(tokenize(normalize(text)), encoder.encode([text], kind="query")[0])
    assert found.rows[found.words.argmax()] == 0
    assert found.rows[found.meaning.argmax()] == 0
    assert found.near.max() == 1


def test_what_many_things_answer_counts_less_for_each(asked: Asked, encoder: Encoder) -> None:
    text = "bệnh viện tracing vegetables"
    found = asked.search(tokenize(normalize(text)), encoder.encode([text], kind="query")[0])
    shared, alone = np.flatnonzero(found.rows == 0)[0], np.flatnonzero(found.rows == 1)[0]
    assert found.own[shared] / found.meaning[shared] < found.own[alone] / found.meaning[alone]


def test_only_allowed_rows_are_told(asked: Asked, encoder: Encoder) -> None:
    vector = encoder.encode(["bệnh viện"], kind="query")[0]
    found = asked.search(tokenize("bệnh viện"), vector, np.array([2]))
    assert found.rows.tolist() == [2]


def test_without_queries_on_record_nothing_is_said(encoder: Encoder, tmp_path: Path) -> None:
    build_asked(tmp_path / "asked", [], ROW_OF, encoder, "graph")
    vector = encoder.encode(["x"], kind="query")[0]
    assert len(Asked(tmp_path / "asked", encoder, "graph").search([], vector).rows) == 0


def written(folder: Path, text: str) -> Path:
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_star_stands_for_any_text_and_what_is_missing_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path, "- at: [x/task/*, x/duty/1]\n  vi: [việc]\n  en: [work, 5]\n")
    missing: list[str] = []
    found = read_asked(list(ROW_OF), folder, missing.append)
    assert [(query.text, query.language) for query in found] == [("việc", "vi"), ("work", "en"), ("5", "en")]
    assert {query.keys for query in found} == {("x/task/1", "x/task/2")}
    assert missing == ["a.yaml: nothing is named x/duty/1; correct `at`"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [("- {vi: [a]}", "row 1 needs `at`"), ("- {at: [x], fr: [a]}", "nothing else"), ("[", "can't be read")],
)
def test_a_wrong_file_is_one_line(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(QpgraphError, match=complaint) as raised:
        read_asked([], written(tmp_path, text))
    assert "\n" not in str(raised.value)


def test_keys_are_addresses_without_their_beginning() -> None:
    assert (
        thing_key(f"{BASE}id/plan/hai-phong-kh-2026-2030/task/3.1.1") == "hai-phong-kh-2026-2030/task/3.1.1"
    )
    assert thing_key(f"{BASE}id/standard/5s") == "standard/5s"


def test_every_file_is_read(search: Search) -> None:
    files = list((data_directory("queries") / "asked").glob("*.yaml"))
    assert len(files) > 20
    assert search.search("nhà thương bớt cảnh xếp hàng", 3).hits[0]["kind"] in (
        "task",
        "target",
        "duty",
        "measure",
    )
