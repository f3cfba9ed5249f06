"""Rows as a table for people: on a terminal as wide as it is, elsewhere as wide as the rows."""

from collections.abc import Sequence
from io import TextIOWrapper
from typing import BinaryIO

__all__ = ["write_table"]

_WIDTH_OF_A_FILE = 100_000


def write_table(columns: Sequence[str], rows: Sequence[Sequence[str | None]], output: BinaryIO) -> None:
    """Writes a head line, the rows and a line that counts them."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    text = TextIOWrapper(output, encoding="utf-8", write_through=True)
    terminal = output.isatty()
    console = Console(file=text, width=None if terminal else _WIDTH_OF_A_FILE, highlight=False, markup=False)
    table = Table(*columns, box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False)
    for row in rows:
        table.add_row(*(cell or "" for cell in row))
    console.print(table)
    console.print(f"({len(rows)} row{'' if len(rows) == 1 else 's'})")
    text.detach()
