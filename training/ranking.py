"""`python -m training.ranking`: learns the order of hits from judged queries and writes its trees.

LambdaMART (LightGBM) on the candidates of the three legs, with the features of `qpgraph.search.features`. The
queries are those of `evaluation/search/` that may be tuned on. `--measure` trains five times without a fifth
of them and measures on that fifth; queries with the same judgments are never on both sides.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from evaluation.parts import LANGUAGES, TEST, parts
from evaluation.search import judgments
from evaluation.search.judgments import Key, Query, key_of_hit, queries
from evaluation.search.measures import Figures, figures, mean
from qpgraph.search.candidates import Legs
from qpgraph.search.columns import Columns
from qpgraph.search.features import FEATURES, feature_rows
from qpgraph.search.index import current_index, read_manifest
from qpgraph.search.intent import read_intent
from qpgraph.search.ranker import LEAVES_MAX
from qpgraph.search.reading import Reader
from qpgraph.search.thesaurus import Thesaurus
from qpgraph.search.units import Weights
from qpgraph.search.vocabulary import Vocabulary
from qpgraph.settings import Settings

__all__ = ["Judged", "judged_queries", "learn", "trees_of"]

_ROOT = Path(__file__).parent.parent
_FOLDS = 5
_CUT = 10
_TREES = 150
_SEED = 20260
_ASKED = np.array([place for place, name in enumerate(FEATURES) if name.startswith("asked_")])
_PLANNED = ("task", "target", "measure", "duty")
_SETTINGS = {
    "objective": "lambdarank",
    "label_gain": [0, 1, 3, 7],
    "lambdarank_truncation_level": 15,
    "num_leaves": LEAVES_MAX,
    "min_data_in_leaf": 30,
    "learning_rate": 0.06,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "seed": _SEED,
    "num_threads": 2,
    "deterministic": True,
    "verbosity": -1,
}


@dataclass(frozen=True)
class Judged:
    """A judged query with its best candidates: their keys, features and grades."""

    query: Query
    part: str
    keys: Sequence[Key]
    rows: NDArray[np.float32]
    grades: NDArray[np.int64]

    def unasked(self, plans: Sequence[str] | None) -> "Judged":
        """The same without what queries on record say of these plans, or of anything."""
        rows = self.rows.copy()
        of_them = np.array([plans is None or where in plans for _, where, _ in self.keys], dtype=np.bool_)
        rows[np.ix_(of_them, _ASKED)] = 0
        return replace(self, rows=rows)


def judged_queries(store: Path) -> list[Judged]:
    """The queries that may be tuned on, with the candidates that the legs find in a store."""
    folder = current_index(store)
    columns, thesaurus = Columns(folder / "columns"), Thesaurus.read(folder / "thesaurus.json")
    legs = Legs(folder, read_manifest(folder).graph, columns, thesaurus)
    reader, weights = Reader(Vocabulary.read(folder / "vocabulary.json"), thesaurus), Weights.read()
    found = []
    for part in parts(Path(judgments.__file__).parent):
        for query in queries(part) if part != TEST else ():
            reading = reader.read(query.text)
            intent = read_intent(reading, thesaurus, weights.related)
            candidates, scores = legs.find(reading, intent, (), weights)
            best = candidates.some(np.argsort(-scores, kind="stable")[: weights.ranked])
            keys = [key_of_hit(columns.hit(row)) for row in best.rows.tolist()]
            grades = np.array([query.grades.get(key, 0) for key in keys])
            found.append(Judged(query, part, keys, feature_rows(best, intent, columns), grades))
    return found


def learn(judged: Sequence[Judged]) -> Any:
    """The trees learned from judged queries, as LightGBM has them.

    Each query counts a second time as if nobody had written queries for one of the plans, and every other
    one a third time as if there were none at all: so that a new plan is not put behind the others.
    """
    rng = np.random.default_rng(_SEED)
    plans = sorted({where for each in judged for kind, where, _ in each.keys if kind in _PLANNED})
    one = [each.unasked([plans[rng.integers(len(plans))]]) for each in judged] if plans else []
    judged = [*judged, *one, *(each.unasked(None) for each in judged[::2])]
    data = lightgbm.Dataset(
        np.concatenate([each.rows for each in judged]),
        np.concatenate([each.grades for each in judged]),
        group=[len(each.grades) for each in judged],
    )
    return lightgbm.train(_SETTINGS, data, _TREES)


def trees_of(booster: Any) -> dict[str, object]:
    """The trees as `qpgraph.search.ranker` reads them: every tree with as many splits as a tree may have."""
    return {
        "features": list(FEATURES),
        "trees": [_tree(each["tree_structure"]) for each in booster.dump_model()["tree_info"]],
    }


def _tree(root: dict[str, Any]) -> dict[str, list[Any]]:
    leaves: list[float] = []
    splits: list[tuple[int, float, int]] = []

    def walk(node: dict[str, Any]) -> int:
        """The leaves below a node, as bits."""
        if "leaf_value" in node:
            leaves.append(node["leaf_value"])
            return 1 << (len(leaves) - 1)
        left, right = walk(node["left_child"]), walk(node["right_child"])
        splits.append((node["split_feature"], node["threshold"], ~left & 0xFF))
        return left | right

    walk(root)
    splits += [(0, float("inf"), 0xFF)] * (LEAVES_MAX - 1 - len(splits))
    leaves += [0.0] * (LEAVES_MAX - len(leaves))
    features, thresholds, masks = (list(each) for each in zip(*splits, strict=True))
    return {"features": features, "thresholds": thresholds, "masks": masks, "leaves": leaves}


def measure(judged: Sequence[Judged]) -> None:
    """Prints the figures of queries that the trees were learned without, by part and language.

    Below them, those of the same queries as if nobody had written any for the plan that is wanted most, and
    as if there were no queries on record.
    """
    groups: dict[tuple[tuple[Key, int], ...], int] = {}
    group = [groups.setdefault(tuple(sorted(each.query.grades.items())), len(groups)) for each in judged]
    fold = np.random.default_rng(0).integers(0, _FOLDS, len(groups))[group]
    found: dict[str, dict[int, Figures]] = {"": {}, "new plan": {}, "no queries": {}}
    for number in range(_FOLDS):
        booster = learn([each for place, each in enumerate(judged) if fold[place] != number])
        for place in np.flatnonzero(fold == number).tolist():
            one = judged[place]
            _, wanted, _ = max(one.query.grades.items(), key=lambda judgment: judgment[1])[0]
            for case, seen in (
                ("", one),
                ("new plan", one.unasked([wanted])),
                ("no queries", one.unasked(None)),
            ):
                order = np.argsort(-booster.predict(seen.rows), kind="stable")
                found[case][place] = figures([one.keys[at] for at in order], one.query.grades, _CUT)
    print(f"{'part':12}{'language':10}{'queries':>8}{'nDCG@10':>9}{'success@1':>11}")
    for part in [*dict.fromkeys(each.part for each in judged), "all"]:
        for language in (*LANGUAGES, "all"):
            _line(part, language, [one for at, one in found[""].items() if _in(judged[at], part, language)])
    for case in ("new plan", "no queries"):
        _line(case, "all", list(found[case].values()))


def _in(one: Judged, part: str, language: str) -> bool:
    return part in (one.part, "all") and language in (one.query.lang, "all")


def _line(part: str, language: str, rows: Sequence[Figures]) -> None:
    told = mean(rows)
    print(f"{part:12}{language:10}{len(rows):8}{told.ndcg:9.3f}{told.success:11.3f}")


def main(arguments: Sequence[str] | None = None, say: Callable[[str], None] = print) -> None:
    """Reads the options and runs."""
    parser = argparse.ArgumentParser(prog="python -m training.ranking", description=__doc__)
    parser.add_argument("-o", "--output", type=Path, default=_ROOT / "models" / "qpgraph-ranking")
    parser.add_argument("--store", type=Path, default=Settings().store, help="a built store")
    parser.add_argument("--measure", action="store_true", help="measure on queries held back, write nothing")
    options = parser.parse_args(arguments)
    judged = judged_queries(options.store)
    print(f"training: {len(judged)} queries", file=sys.stderr)
    if options.measure:
        measure(judged)
        return
    options.output.mkdir(parents=True, exist_ok=True)
    written = json.dumps(trees_of(learn(judged)), separators=(",", ":"))
    (options.output / "trees.json").write_text(written + "\n", encoding="utf-8")
    say(f"{options.output / 'trees.json'}: {_TREES} trees")


if __name__ == "__main__":
    main()
