"""The table of a part: each run's figures, by language and overall."""

import time
from collections.abc import Sequence
from pathlib import Path

from evaluation.parts import LANGUAGES
from evaluation.search.judgments import Query, queries
from evaluation.search.measures import Figures, figures, mean
from evaluation.search.runs import Run, open_run

__all__ = ["measure", "report"]


def measure(run: Run, asked: Sequence[Query], cut: int = 10) -> tuple[list[Figures], list[float]]:
    """The figures and the time in milliseconds of each query."""
    found, times = [], []
    for query in asked:
        start = time.perf_counter()
        # Two things may share a key: some more hits, so that the cut is full of different keys.
        ranking = run(query.text, 2 * cut)
        times.append(1000 * (time.perf_counter() - start))
        found.append(figures(ranking, query.grades, cut))
    return found, times


def report(part: str, names: Sequence[str], store: Path, *, verbose: bool) -> None:
    """Prints the table of a part. Raises `EvaluationError`, `StoreUnavailableError`."""
    asked = queries(part)
    print(f"{len(asked)} queries of the {part} part")
    print(
        f"{'run':24}{'language':10}{'queries':>8}{'nDCG@10':>9}{'recall@10':>11}{'success@1':>11}{'MRR':>7}"
    )
    for name in names:
        run = open_run(name, store)
        run(asked[0].text, 1)
        found, times = measure(run, asked)
        for language in (*LANGUAGES, "all"):
            rows = [one for query, one in zip(asked, found, strict=True) if language in (query.lang, "all")]
            print(f"{name[-23:]:24}{language:10}{len(rows):8}{_line(mean(rows))}")
        print(f"{name[-23:]:24}ms a query: p50 {quantile(times, 0.5):.1f}, p95 {quantile(times, 0.95):.1f}")
        if verbose:
            for query, one in sorted(zip(asked, found, strict=True), key=lambda pair: pair[1].ndcg):
                print(f"  {query.id:12}{query.lang:9}{one.ndcg:6.2f}  {query.text}")


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which this share of the values lies."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def _line(one: Figures) -> str:
    return f"{one.ndcg:9.3f}{one.recall:11.3f}{one.success:11.3f}{one.rank:7.3f}"
