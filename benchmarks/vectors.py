"""Vector indexes over many passages, beside exact search and the full-text engine alone, in one run.

`python -m benchmarks vectors --passages 1000000` encodes that many passages with the shipped encoder,
builds each index aside, and prints build time, size, recall@10 against the exact index and the time of a
query, one after the other in one thread as a service does.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import tantivy
from rich.console import Console
from rich.table import Table

from benchmarks.many_passages import many_passages, many_queries
from qpgraph.search.encoder import Encoder, open_encoder
from qpgraph.search.vectors import Ids, VectorIndex, Vectors, build_index, open_index
from training.queries import read_questions
from training.run import the_passages

_CHUNK = 20_000
_K = 10


def main(arguments: list[str]) -> None:
    """Runs it and prints the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks vectors", description=__doc__)
    parser.add_argument("--passages", type=int, default=20_000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--structures", nargs="*", default=["flat", "ivf", "ivf-sq8"])
    options = parser.parse_args(arguments)
    passages, encoder = the_passages(), open_encoder()
    questions = [question.text for question in read_questions([each.key for each in passages])]
    queries = many_queries(questions, options.queries)
    print(f"{options.passages:,} passages, {len(queries)} queries, encoder {encoder.name}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        rows = [_full_text(Path(folder) / "text", many_passages(passages, options.passages), queries)]
        vectors, seconds = _encoded(encoder, many_passages(passages, options.passages), options.passages)
        print(f"encoded in {seconds:.0f} s", flush=True)
        asked = encoder.encode(queries, kind="query")
        least = _least_scores(vectors, asked)
        for structure in options.structures:
            rows.append(_vector_index(Path(folder) / structure, structure, vectors, asked, least))
        _show(rows)


def _encoded(encoder: Encoder, texts: Iterator[str], count: int) -> tuple[Vectors, float]:
    started = time.perf_counter()
    vectors = np.zeros((count, encoder.dimensions), dtype=np.float32)
    for start in range(0, count, _CHUNK):
        chunk = list(islice(texts, _CHUNK))
        vectors[start : start + len(chunk)] = encoder.encode(chunk, kind="passage")
    return vectors, time.perf_counter() - started


def _least_scores(vectors: Vectors, asked: Vectors) -> list[float]:
    """The score of the tenth nearest of each query, by comparing it with all."""
    return [float(np.partition(vectors @ query, -_K)[-_K]) for query in asked]


def _recall(found: Sequence[Ids], vectors: Vectors, asked: Vectors, least: Sequence[float]) -> float:
    """The share of found passages that are as near as the ten nearest.

    By score and not by id: many passages are equally near, and any ten of those are right.
    """
    right = [
        np.count_nonzero(vectors[ids] @ query >= score - 1e-6)
        for ids, query, score in zip(found, asked, least, strict=True)
    ]
    return float(np.mean(right)) / _K


def _vector_index(
    folder: Path, structure: str, vectors: Vectors, asked: Vectors, least: Sequence[float]
) -> tuple[str, ...]:
    started = time.perf_counter()
    build_index(folder, vectors, encoder="benchmark", graph="benchmark", structure=structure)
    built = time.perf_counter() - started
    started = time.perf_counter()
    index: VectorIndex = open_index(folder, encoder="benchmark")
    opened = time.perf_counter() - started
    for query in asked:
        index.search(query, _K)
    found, times = _timed(lambda at: index.search(asked[at], _K)[1], len(asked))
    recall = _recall(found, vectors, asked, least)
    index.close()
    return (
        f"FAISS {structure}",
        f"{built:.1f}",
        f"{opened * 1000:.0f}",
        _size(folder),
        f"{recall:.3f}",
        *times,
    )


def _full_text(folder: Path, texts: Iterator[str], queries: Sequence[str]) -> tuple[str, ...]:
    """Tantivy alone: BM25 over the folded words of a passage, any of the query's words."""
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("text", stored=False, tokenizer_name="folded", index_option="freq")
    schema = schema.build()
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    analyzer = analyzer.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold()).build()
    folder.mkdir()
    started = time.perf_counter()
    index = tantivy.Index(schema, path=str(folder))
    index.register_tokenizer("folded", analyzer)
    writer = index.writer(heap_size=256 << 20, num_threads=1)
    for text in texts:
        writer.add_document(tantivy.Document(text=text))
    writer.commit()
    writer.wait_merging_threads()
    built = time.perf_counter() - started
    started = time.perf_counter()
    searcher = tantivy.Index.open(str(folder)).searcher()
    opened = time.perf_counter() - started

    def search(at: int) -> Ids:
        words = analyzer.analyze(queries[at])
        clauses = [
            (tantivy.Occur.Should, tantivy.Query.term_query(schema, "text", word, "freq")) for word in words
        ]
        hits = searcher.search(tantivy.Query.boolean_query(clauses), _K, count=False).hits
        assert len(hits) == _K, "every query has words that many passages have"
        return np.arange(len(hits))

    for at in range(len(queries)):
        search(at)
    _, times = _timed(search, len(queries))
    return "Tantivy (BM25)", f"{built:.1f}", f"{opened * 1000:.0f}", _size(folder), "-", *times


def _timed(search: Callable[[int], Ids], count: int) -> tuple[list[Ids], tuple[str, str]]:
    """What each query finds, and the median and 95th percentile of the time in ms."""
    found, seconds = [], []
    for at in range(count):
        started = time.perf_counter()
        found.append(search(at))
        seconds.append(time.perf_counter() - started)
    p50, p95 = np.percentile(seconds, (50, 95)) * 1000
    return found, (f"{p50:.2f}", f"{p95:.2f}")


def _size(folder: Path) -> str:
    return f"{sum(file.stat().st_size for file in folder.iterdir()) / 1e6:,.0f}"


def _show(rows: Sequence[tuple[str, ...]]) -> None:
    table = Table()
    for name in ("index", "build s", "open ms", "MB on disk", "recall@10", "p50 ms", "p95 ms"):
        table.add_column(name, justify="left" if name == "index" else "right")
    for row in rows:
        table.add_row(*row)
    Console(width=100).print(table)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"peak memory of the whole run {peak:.1f} GB, of which the vectors before indexing are the most")
