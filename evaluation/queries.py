"""Precision and recall of the named queries against an independent reading of the five documents.

The reading is one CSV file a query in ``reading/``; ``NAME.THEME.csv`` is the query NAME with that theme.
Two figures are printed: `rows`, on the columns that name a row, and `full`, on these and the checked ones.
Titles, subjects, items, purposes, summaries and notes are free text and are not compared.
"""

from __future__ import annotations

import argparse
import csv
import io
import itertools
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path

__all__ = ["QUERIES", "compare", "main", "normal"]

READING = Path(__file__).parent / "reading"

# query: (columns that name a row, columns checked besides)
QUERIES: dict[str, tuple[str, str]] = {
    "plans": ("plan", "province number date start end issuer"),
    "legal-bases": ("plan id", "date where"),
    "targets": ("plan ref comparator value max", "province unit per by"),
    "tasks": ("plan ref", "province parent start end recurrence"),
    "task-agencies": ("plan ref role agency", ""),
    "task-outputs": ("plan ref comparator value max", "unit"),
    "measures": ("plan ref", ""),
    "applied-standards": ("plan kind ref standard", ""),
    "duties": ("plan ref agency", "role partner"),
    "reporting": ("plan ref deadline", "who to recurs"),
    "budget": ("plan ref year", "amount unit"),
    "catalogue": ("plan item", "group"),
    "procedure": ("plan step", "actor when"),
    "defects": ("plan about", ""),
    "agencies-on-theme": ("agency province role plan ref", ""),
    "compare-targets": ("plan ref comparator value max", "province unit"),
    "shared-legal-bases": ("id", "provinces"),
    "standards-by-province": ("standard province", "count"),
}
AGENCY = {"agency", "partner", "who", "to", "actor", "issuer"}
YEARS = {"start", "end", "by", "year"}
# Two places of a tone mark, both in use: the first of each pair is read as the second.
TONES = re.findall(
    r"(..) (..)", "oà òa oá óa oả ỏa oã õa oạ ọa oè òe oé óe oẻ ỏe oẽ õe oẹ ọe uỳ ùy uý úy uỷ ủy uỹ ũy uỵ ụy"
)
PLACE = re.compile(r"( (tỉnh|thành phố))?( (hải phòng|bắc ninh|cần thơ|đồng nai))?$")
Row = tuple[str, ...]


def normal(column: str, text: str) -> str:
    """One cell in the form in which it is compared: NFC, lower case, single spaces, one spelling."""
    text = " ".join(unicodedata.normalize("NFC", text).replace("–", "-").casefold().split())
    for variant, spelling in TONES:
        text = text.replace(variant, spelling)
    if column in YEARS:
        return text[:4]
    if column == "unit" and "đồng" not in text:
        return "%" if "%" in text else "things" if text else ""
    if column == "group":
        return re.sub(r"^\d+\. *", "", text)
    if column in AGENCY:
        text = (
            text.replace("ủy ban nhân dân", "ubnd").replace(",", " ").replace(" có liên quan", " liên quan")
        )
        return PLACE.sub("", " ".join(text.split()).removeprefix("các "))
    if column in {"value", "max", "amount", "count"} and text:
        return f"{float(text):g}" if re.fullmatch(r"-?\d+(\.\d+)?(e\d+)?", text) else text
    return text


def aliases() -> dict[str, str]:
    """The other names under which `aliases.csv` knows an agency or a standard."""
    with (READING / "aliases.csv").open(encoding="utf-8", newline="") as file:
        return {row["variant"]: row["canonical"] for row in csv.DictReader(file)}


def cells(column: str, text: str, names: dict[str, str]) -> list[str]:
    """The values of one cell: a list of agencies or provinces gives several, any other cell one."""
    marks = ";|" if column in AGENCY else ";|," if column == "provinces" else ""
    parts = re.split(f"[{marks}]", text) if marks else [text]
    found = [normal(column, part) for part in parts]
    spelt = [name for value in found for name in names.get(value, value).split("; ")]
    return [normal(column, name) for name in spelt]


def keys(name: str, table: list[dict[str, str]], columns: str, names: dict[str, str]) -> set[Row]:
    """The rows of a table as tuples of the named columns."""
    found: set[Row] = set()
    for row in table:
        # The contract gives a catalogue entry no number: its `ref` is not compared.
        unnumbered = name == "applied-standards" and row["kind"] == "catalogue"
        values = {**row, "ref": ""} if unnumbered else row
        found.update(itertools.product(*(cells(column, values[column], names) for column in columns.split())))
    return found


def compare(read: set[Row], answered: set[Row]) -> tuple[float, float]:
    """Precision and recall of the answered rows (1 where there is nothing to be wrong about)."""
    hits = len(read & answered)
    return (hits / len(answered) if answered else 1.0), (hits / len(read) if read else 1.0)


def answer(stem: str, folder: Path | None, command: str) -> str:
    """The CSV text of one query, from a folder of answers or from the command; OSError if there is none."""
    if folder:
        return (folder / f"{stem}.csv").read_text(encoding="utf-8-sig")
    name, _, theme = stem.partition(".")
    call = [command, "query", name, *(["--param", f"theme={theme}"] if theme else []), "--format", "csv"]
    done = subprocess.run(call, capture_output=True, check=False, encoding="utf-8")
    if done.returncode:
        raise OSError(f"{' '.join(call)}: {done.stderr.strip()}")
    return done.stdout


def table(text: str) -> list[dict[str, str]]:
    """CSV text as rows, empty cells as empty strings."""
    return [{key: value or "" for key, value in row.items()} for row in csv.DictReader(io.StringIO(text))]


def listing(label: str, rows: Iterable[Row]) -> None:
    """Print rows in order, each with a label."""
    for row in sorted(rows):
        print(f"    {label}: {' | '.join(row)}")


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; exit status 1 if a query could not be read."""
    parser = argparse.ArgumentParser(description="Precision and recall of the named queries.")
    parser.add_argument("queries", nargs="*", help="names (with .THEME where there is one); default: all")
    parser.add_argument("--answers", type=Path, help="a folder of CSV answers, instead of running qpgraph")
    parser.add_argument("--command", default="qpgraph", help="the command to run (default: qpgraph)")
    parser.add_argument("--verbose", action="store_true", help="list every missing and every surplus row")
    options = parser.parse_args(arguments)
    names, status = aliases(), 0
    stems = options.queries or sorted(p.stem for p in READING.glob("*.csv") if p.stem != "aliases")
    print(f"{'query':34}{'read':>6}{'found':>6}  rows P     R     full P     R")
    for stem in stems:
        name = stem.partition(".")[0]
        try:
            read = table((READING / f"{stem}.csv").read_text(encoding="utf-8"))
            given = table(answer(stem, options.answers, options.command))
            sides = [
                [keys(name, side, columns, names) for side in (read, given)]
                for columns in (QUERIES[name][0], " ".join(QUERIES[name]))
            ]
        except (OSError, KeyError) as error:
            print(f"{stem}: no answer, or a column is missing: {error}", file=sys.stderr)
            status = 1
            continue
        figures = [figure for wanted, got in sides for figure in compare(wanted, got)]
        print(f"{stem:34}{len(read):6}{len(given):6}  {'  '.join(f'{figure:6.3f}' for figure in figures)}")
        if options.verbose:
            listing("missing", sides[1][0] - sides[1][1])
            listing("surplus", sides[1][1] - sides[1][0])
    return status


if __name__ == "__main__":
    sys.exit(main())
