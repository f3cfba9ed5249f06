"""PDF: the text comes out with all its diacritics, fonts are in it, links lead to things."""

import io
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from urllib.parse import unquote

import pytest
from pypdf import PdfReader

from qpgraph.report.ask import content_of
from qpgraph.report.page import render_page
from qpgraph.report.pdf import PdfUnavailableError, check_pdf, write_pdf
from qpgraph.settings import BASE, Settings
from tests.report.conftest import DAY, Ask


@pytest.fixture(scope="module")
def reader(settings: Settings) -> PdfReader:
    try:
        check_pdf()
    except PdfUnavailableError as error:
        pytest.skip(str(error))
    page = render_page(content_of("can-tho", "vi", DAY, settings))
    return PdfReader(io.BytesIO(write_pdf(page)))


def test_text_comes_out_with_its_diacritics(reader: PdfReader) -> None:
    text = unicodedata.normalize("NFC", " ".join(page.extract_text() for page in reader.pages))
    text = " ".join(text.split())
    for words in (
        "Năng suất và chất lượng trong kế hoạch của Cần Thơ",
        "Nguyễn Văn Khởi",
        "Ủy ban nhân dân thành phố Cần Thơ",
        "≥ 2.000",
        "Sở Khoa học và Công nghệ",
        "Tính đến ngày 21/11/2026",
    ):
        assert words.replace(" ", "") in text.replace(" ", "").replace("\u00a0", "")


def test_all_fonts_are_in_the_file(reader: PdfReader) -> None:
    fonts = {}
    for page in reader.pages:
        for name, font in page["/Resources"]["/Font"].items():  # type: ignore[index]
            fonts[name] = (
                font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            )
    assert fonts
    assert all({"/FontFile2", "/FontFile3"} & font.keys() for font in fonts.values())


def test_links_lead_to_things(reader: PdfReader, ask: Ask) -> None:
    subjects = {iri for (iri,) in ask("SELECT DISTINCT ?s { ?s ?p ?o FILTER(isIRI(?s)) }")}
    addresses = {
        unquote(str(note.get_object()["/A"]["/URI"]))
        for page in reader.pages
        for note in page.get("/Annots", [])  # type: ignore[union-attr]
        if "/URI" in note.get_object().get("/A", {})
    }
    assert len(addresses) > 50
    assert addresses <= subjects
    assert all(address.startswith(BASE) for address in addresses)


def test_it_has_title_language_outline_and_page_numbers(reader: PdfReader) -> None:
    assert reader.metadata is not None
    assert reader.metadata.title == "Năng suất và chất lượng trong kế hoạch của Cần Thơ"
    assert reader.trailer["/Root"]["/Lang"] == "vi"  # type: ignore[index]
    assert reader.outline
    pages = len(reader.pages)
    assert f"2 / {pages}" in reader.pages[1].extract_text().replace("\n", " ")


def test_contents_name_the_pages(reader: PdfReader) -> None:
    text = reader.pages[0].extract_text()
    assert "Mục lục" in text
    assert str(len(reader.pages)) in text


def without(*blocked: str) -> str:
    """A program that asks for PDF where some modules can't be imported."""
    return (
        f"import sys; sys.modules.update(dict.fromkeys({blocked!r}))\n"
        "from qpgraph.report.pdf import check_pdf\n"
        "import importlib.util; found = importlib.util.find_spec\n"
        "import qpgraph.report.pdf as pdf\n"
        f"pdf.find_spec = lambda name: None if name in {blocked!r} else found(name)\n"
        "check_pdf()"
    )


def test_a_missing_extra_is_told() -> None:
    done = subprocess.run(
        [sys.executable, "-c", without("weasyprint")], capture_output=True, encoding="utf-8", check=False
    )
    assert "PDF needs the extra 'pdf': pip install 'qpgraph[pdf]'" in done.stderr.splitlines()[-1]


def test_a_system_without_fonts_is_told(tmp_path: Path, reader: PdfReader) -> None:
    empty = tmp_path / "fonts.conf"
    empty.write_text(f"<fontconfig><dir>{tmp_path}</dir><cachedir>{tmp_path}</cachedir></fontconfig>")
    done = subprocess.run(
        [sys.executable, "-m", "qpgraph.report"],
        input="<p>x</p>",
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "FONTCONFIG_FILE": str(empty)},
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("PDF needs a font with Vietnamese letters")


def test_a_page_cannot_make_it_load_a_file(tmp_path: Path, reader: PdfReader) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text y="20">secret</text></svg>')
    written = PdfReader(io.BytesIO(write_pdf(f'<p>seen</p><img src="{secret.as_uri()}">')))
    assert "seen" in written.pages[0].extract_text()
    assert "secret" not in written.pages[0].extract_text()
