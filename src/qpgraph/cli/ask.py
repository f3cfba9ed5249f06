"""`qpgraph ask`: a question answered from the graph, or why it can't be."""

import json
import sys
from dataclasses import asdict, replace
from pathlib import Path

import click

from qpgraph.ask.answer import Answer
from qpgraph.cli.options import store_option
from qpgraph.settings import Settings

__all__ = ["command"]

_CITED = 12
_NEAREST = 5


@click.command("ask")
@click.argument("question", nargs=-1, required=True)
@click.option(
    "--format", "-f", "form", type=click.Choice(["table", "json"]), default="table", show_default=True
)
@store_option
def command(question: tuple[str, ...], form: str, store: Path | None) -> None:
    """Answer a question in Vietnamese (with or without diacritics) or English from the graph.

    \b
    qpgraph ask "Cơ quan nào chủ trì nhiệm vụ 4.5 của Bắc Ninh?"
    qpgraph ask which provinces apply ISO 7101
    qpgraph ask "Tổng kinh phí của Bắc Ninh năm 2027?" --format json

    What the documents don't say is told so, with what comes nearest; that too is exit status 0.
    """
    from qpgraph.ask.checks.likely import SearchBeside
    from qpgraph.ask.engine import Ask

    settings = Settings(store=store) if store else Settings()
    text = " ".join(question)
    answer = Ask.of(settings).ask(text)
    if not answer.answered and (hits := SearchBeside(settings).nearest(text, _NEAREST)):
        answer = replace(answer, hits=hits)
    if form == "json":
        json.dump(asdict(answer), sys.stdout, ensure_ascii=False, indent=2)
        click.echo()
    else:
        _write(answer)


def _write(answer: Answer) -> None:
    from qpgraph.cli.table import write_table

    click.echo(answer.answer)
    if answer.rows:
        click.echo()
        sys.stdout.flush()
        rows = [[row.get(name) for name in answer.columns] for row in answer.rows]
        write_table(answer.columns, rows, sys.stdout.buffer)
    if answer.citations:
        click.echo()
        for citation in answer.citations[:_CITED]:
            click.echo(f"{citation.plan}  {citation.ref}  {citation.lines}")
        if len(answer.citations) > _CITED:
            click.echo(f"… {len(answer.citations) - _CITED} more")
    for hit in answer.hits:
        label = hit.get(f"label_{answer.language}") or hit.get("label_vi") or ""
        click.echo(f"~ {hit.get('plan') or ''}  {hit.get('ref') or ''}  {label}")
    if answer.interpretation:
        click.echo(f"\n{answer.interpretation}")
