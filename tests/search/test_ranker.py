"""The trees give what LightGBM gives, and are refused when they don't fit."""

import json
from pathlib import Path

import numpy as np
import pytest

from qpgraph.errors import QpgraphError
from qpgraph.search.features import FEATURES
from qpgraph.search.ranker import Ranker, open_ranker


def test_the_trees_give_what_lightgbm_gives(tmp_path: Path) -> None:
    pytest.importorskip("lightgbm", reason="needs lightgbm, which trains the trees")
    from evaluation.search.judgments import Query
    from training.ranking import Judged, learn, trees_of

    rng = np.random.default_rng(1)
    judged = []
    for number in range(30):
        rows = rng.random((60, len(FEATURES)), dtype=np.float32)
        grades = np.clip(np.round(2 * rows[:, 0] + rows[:, 3] + rng.normal(0, 0.2, 60)), 0, 3).astype(
            np.int64
        )
        judged.append(Judged(Query(str(number), "vi", "task", "x", {}), "dev", [], rows, grades))
    booster = learn(judged)
    (tmp_path / "trees.json").write_text(json.dumps(trees_of(booster)), encoding="utf-8")
    rows = rng.random((200, len(FEATURES)), dtype=np.float32)
    scores = open_ranker(tmp_path / "trees.json").score(rows)
    assert scores == pytest.approx(booster.predict(rows), abs=1e-9)
    assert np.corrcoef(scores, rows[:, 0])[0, 1] > 0.5


def test_the_shipped_trees_fit_this_program() -> None:
    assert open_ranker().names == FEATURES


def test_trees_of_other_features_are_refused(tmp_path: Path) -> None:
    tree = {"features": [0] * 7, "thresholds": [0.5] * 7, "masks": [255] * 7, "leaves": [0.0] * 8}
    file = tmp_path / "trees.json"
    file.write_text(json.dumps({"features": ["colour"], "trees": [tree]}), encoding="utf-8")
    assert Ranker.read(file).score(np.zeros((2, 1), np.float32)).tolist() == [0, 0]
    with pytest.raises(QpgraphError, match="other features"):
        open_ranker(file)


def test_a_broken_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "trees.json").write_text("{", encoding="utf-8")
    with pytest.raises(QpgraphError, match="train it again"):
        open_ranker(tmp_path / "trees.json")
