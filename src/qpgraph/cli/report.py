"""`qpgraph report`: what an analyst would hand in, as HTML or PDF."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from qpgraph.cli.options import store_option
from qpgraph.export.file import whole_file
from qpgraph.report.ask import content_of
from qpgraph.report.page import render_page
from qpgraph.report.pdf import check_pdf, write_pdf
from qpgraph.report.province import ALL
from qpgraph.settings import Settings
from qpgraph.wording.language import LANGUAGES

__all__ = ["command"]

_FORMATS = ("html", "pdf")


@click.command("report")
@click.option(
    "--province", "-p", metavar="P", default=ALL, show_default=True, help="A province: name or id; or all."
)
@click.option("--lang", "language", type=click.Choice(LANGUAGES), default="vi", show_default=True)
@click.option("--format", "-f", "form", type=click.Choice(_FORMATS), help="As FILE ends; else html.")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day from which deadlines are seen (today).",
)
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Else standard output.")
@store_option
def command(form: str | None, output: Path | None, store: Path | None, **choices: Any) -> None:
    """Write a report on the plans of a province, or of all, as HTML or PDF.

    PDF needs the extra 'pdf' (pip install 'qpgraph[pdf]').

    \b
    qpgraph report -o report.html
    qpgraph report --province "Hải Phòng" --lang en -o hai-phong.pdf
    """
    form = form or _form_of(output)
    if form == "pdf":
        if output is None and sys.stdout.isatty():
            raise click.UsageError("a PDF is not for a terminal; name a file with -o")
        check_pdf()
    settings = Settings(store=store) if store else Settings()
    report = content_of(choices["province"], choices["language"], _day(choices["day"]), settings)
    page = render_page(report)
    content = write_pdf(page) if form == "pdf" else page.encode()
    if output is None:
        sys.stdout.buffer.write(content)
        return
    with whole_file(output) as file:
        file.write(content)


def _form_of(output: Path | None) -> str:
    return "pdf" if output is not None and output.suffix.lower() == ".pdf" else "html"


def _day(day: datetime | None) -> date:
    return (day or datetime.now(UTC).astimezone()).date()
