"""Search in this process: how quick and how right, beside plain BM25; and three full-text engines compared.

    python -m benchmarks search [--store DIR] [--rounds 5] [--engines]

The queries are those of the dev part of evaluation/search. `engines` gives Tantivy, bm25s and SQLite FTS5
the same tokens (folded titles, names and context) and the same queries of any of their words. A query's
time is the best of its rounds: what else runs on the machine slows the others.
"""

import argparse
import contextlib
import importlib.metadata
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from evaluation.search.baseline import baseline
from evaluation.search.judgments import Key, key, queries
from evaluation.search.measures import figures, mean

__all__ = ["main"]

Run = Callable[[str, int], Sequence[Key]]
_COLD = """
import sys, time
began = time.perf_counter()
from pathlib import Path
from qpgraph.search.engine import Search
imported = time.perf_counter()
search = Search.open(Path(sys.argv[1]))
opened = time.perf_counter()
search.search("bệnh viện áp dụng 5S")
ended = time.perf_counter()
assert "torch" not in sys.modules
print(f"{imported - began:.3f} {opened - imported:.3f} {ended - opened:.3f}")
"""


def main(arguments: Sequence[str]) -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks search", description=__doc__)
    parser.add_argument("--store", type=Path, help="the store's folder (default: one that is built for this)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each query is run")
    parser.add_argument("--engines", action="store_true", help="compare full-text engines too")
    options = parser.parse_args(arguments)
    with contextlib.ExitStack() as stack:
        store = options.store or _build(Path(stack.enter_context(tempfile.TemporaryDirectory())))
        _cold_start(store)
        _warm(store, options.rounds)
        if options.engines:
            _engines(store, options.rounds)


def _build(folder: Path) -> Path:
    from qpgraph.graph.assemble import Sources
    from qpgraph.search.index import build_index
    from qpgraph.store.build import build_store

    took: list[float] = []

    def timed(*inputs: object) -> None:
        began = time.perf_counter()
        build_index(*inputs)  # type: ignore[arg-type]
        took.append(time.perf_counter() - began)

    made = build_store(folder / "store", Sources.default(), beside={"search": timed})
    size = _size(made.version / "search")
    print(f"index built in {took[0]:.1f} s, {size / 1e6:.1f} MB")
    return folder / "store"


def _cold_start(store: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _COLD, str(store)], capture_output=True, encoding="utf-8", check=True
    )
    imports, opening, first = done.stdout.split()
    print(f"cold start without torch: imports {imports} s, opening {opening} s, first search {first} s")


def _warm(store: Path, rounds: int) -> None:
    from qpgraph.search.engine import Search

    search = Search.open(store)
    plain = baseline(store)
    texts = [query.text for query in queries("dev")]
    print(f"\n{len(texts)} queries, {rounds} rounds            p50 ms  p95 ms  p99 ms")
    for name, run in {
        "plain BM25 over titles (bm25s)": lambda text: plain(text, 10),
        "search, ten hits": lambda text: search.search(text, 10),
        "search, grouped": lambda text: search.search(text, 10, group=True),
        "search in one province": lambda text: search.search(text, 10, filters={"province": ["hai-phong"]}),
        "suggest, six letters": lambda text: search.suggest(text[:6]),
    }.items():
        _print_times(name, run, texts, rounds)


def _print_times(name: str, run: Callable[[str], object], texts: Sequence[str], rounds: int) -> None:
    for text in texts:
        run(text)
    times = []
    for text in texts:
        best = float("inf")
        for _ in range(rounds):
            began = time.perf_counter()
            run(text)
            best = min(best, (time.perf_counter() - began) * 1000)
        times.append(best)
    p50, p95, p99 = np.percentile(times, [50, 95, 99])
    print(f"{name:<34} {p50:>8.2f} {p95:>7.2f} {p99:>7.2f}")


def _engines(store: Path, rounds: int) -> None:
    keys, documents = _documents(store)
    print(f"\n{len(keys)} documents; queries of any of the words")
    print("engine              installed MB  build ms  index kB  nDCG@10")
    with tempfile.TemporaryDirectory() as folder:
        runs: dict[str, Run] = {}
        for name, package, make in (
            ("Tantivy", "tantivy", _tantivy),
            ("bm25s", "bm25s", _bm25s),
            ("SQLite FTS5", None, _fts5),
        ):
            place = Path(folder) / name
            place.mkdir()
            began = time.perf_counter()
            runs[name] = make(place, keys, documents)
            built = (time.perf_counter() - began) * 1000
            right = mean([figures(runs[name](each.text, 10), each.grades) for each in queries("dev")]).ndcg
            size, installed = _size(place) / 1e3, _installed(package)
            print(f"{name:<19} {installed:>12.1f} {built:>9.0f} {size:>9.0f} {right:>8.3f}")
        print(f"{'':<34}   p50 ms  p95 ms  p99 ms")
        texts = [query.text for query in queries("dev")]
        for name, run in runs.items():
            _print_times(name, lambda text, run=run: run(text, 10), texts, rounds)


def _documents(store: Path) -> tuple[list[Key], list[list[str]]]:
    from qpgraph.search.passages import read_passages
    from qpgraph.store.layout import open_read_only

    keys, documents = [], []
    for passage in read_passages(open_read_only(store)):
        where = "" if passage.kind in ("standard", "legal-basis") else passage.plan or passage.province or ""
        keys.append(key(passage.kind, where, passage.ref))
        context = [words.text for words in (*passage.names, *passage.context)]
        documents.append(_words(" ".join([passage.label_vi, passage.label_en, *context])))
    return keys, documents


def _words(text: str) -> list[str]:
    from qpgraph.search.text import normalize, tokenize

    return [token.folded for token in tokenize(normalize(text))]


def _tantivy(folder: Path, keys: list[Key], documents: list[list[str]]) -> Run:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("row", fast=True)
    builder.add_text_field("text", tokenizer_name="ready", index_option="freq")
    index = tantivy.Index(builder.build(), path=str(folder))
    index.register_tokenizer("ready", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    writer = index.writer(64 << 20, 1)
    for row, words in enumerate(documents):
        document = tantivy.Document(text=" ".join(words))
        document.add_unsigned("row", row)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher, schema = index.searcher(), index.schema

    def run(text: str, k: int) -> list[Key]:
        terms = [tantivy.Query.term_query(schema, "text", word, "freq") for word in _words(text)]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        hits = searcher.search(query, k).hits
        return [keys[row] for row in searcher.fast_field_values("row", [address for _, address in hits])]

    return run


def _bm25s(folder: Path, keys: list[Key], documents: list[list[str]]) -> Run:
    import bm25s

    index = bm25s.BM25()
    index.index(documents, show_progress=False)
    index.save(str(folder))

    def run(text: str, k: int) -> list[Key]:
        words = [word for word in _words(text) if word in index.vocab_dict]
        if not words:
            return []
        found = index.retrieve([words], k=k, show_progress=False)
        return [keys[row] for row in found.documents[0]]

    return run


def _fts5(folder: Path, keys: list[Key], documents: list[list[str]]) -> Run:
    database = sqlite3.connect(folder / "index.sqlite")
    database.execute("CREATE VIRTUAL TABLE passages USING fts5(text, content='', tokenize='unicode61')")
    rows = ((row, " ".join(words)) for row, words in enumerate(documents))
    database.executemany("INSERT INTO passages (rowid, text) VALUES (?, ?)", rows)
    database.commit()

    def run(text: str, k: int) -> list[Key]:
        words = " OR ".join(f'"{word}"' for word in _words(text))
        query = "SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY bm25(passages) LIMIT ?"
        return [keys[row] for (row,) in database.execute(query, (words, k))]

    return run


def _installed(package: str | None) -> float:
    if package is None:
        return 0.0
    files = importlib.metadata.files(package) or []
    return sum(Path(str(file.locate())).stat().st_size for file in files if file.suffix != ".pyc") / 1e6


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
