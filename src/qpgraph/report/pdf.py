"""A report's page as PDF, by WeasyPrint (the extra `pdf`): the same HTML, its print style, fonts embedded.

WeasyPrint and its licence: https://weasyprint.org; it draws text with Pango, which the system must have.
"""

import ctypes
import ctypes.util
import logging
from importlib.util import find_spec
from typing import Any

from qpgraph.errors import QpgraphError

__all__ = ["PdfUnavailableError", "check_pdf", "write_pdf"]

_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core"
_LANGUAGE_PATTERN = b":lang=vi"


class PdfUnavailableError(QpgraphError):
    """What PDF needs is not installed; the message says what to install (HTTP 501)."""


def check_pdf() -> None:
    """Raises `PdfUnavailableError` when the extra, Pango or a font with Vietnamese letters is missing."""
    if find_spec("weasyprint") is None:
        raise PdfUnavailableError("PDF needs the extra 'pdf': pip install 'qpgraph[pdf]'; HTML works without")
    if _vietnamese_fonts() == 0:
        raise PdfUnavailableError(
            "PDF needs a font with Vietnamese letters and this system has none: install one, "
            "on Debian `apt-get install fonts-dejavu-core`; HTML works without"
        )
    _weasyprint()


def write_pdf(page: str) -> bytes:
    """The PDF of a page of `qpgraph.report.page`: tagged, with bookmarks; loads nothing from elsewhere.

    Takes seconds of one processor. Raises `PdfUnavailableError`.
    """
    check_pdf()
    weasyprint = _weasyprint()
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    document = weasyprint.HTML(string=page, base_url="about:blank", url_fetcher=_fetcher())
    written: bytes = document.write_pdf(pdf_tags=True)
    return written


def _weasyprint() -> Any:
    try:
        import weasyprint
    except OSError as error:
        raise PdfUnavailableError(
            f"PDF needs libraries that this system lacks: on Debian `apt-get install {_PACKAGES}`; "
            "HTML works without"
        ) from error
    return weasyprint


def _fetcher() -> Any:
    """Fetches nothing: no protocol is allowed."""
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols=())


class _FontSet(ctypes.Structure):
    """`FcFontSet` of fontconfig (fontconfig.h)."""

    _fields_ = (("nfont", ctypes.c_int), ("sfont", ctypes.c_int), ("fonts", ctypes.c_void_p))


def _vietnamese_fonts() -> int | None:
    """How many fonts have all Vietnamese letters; None where fontconfig can't be asked.

    Asked before drawing, since Pango without any font ends the process.
    """
    name = ctypes.util.find_library("fontconfig") or "libfontconfig.so.1"
    try:
        library = ctypes.CDLL(name)
    except OSError:
        return None
    library.FcNameParse.restype = ctypes.c_void_p
    library.FcFontList.restype = ctypes.POINTER(_FontSet)
    library.FcFontList.argtypes = [ctypes.c_void_p] * 3
    library.FcPatternDestroy.argtypes = [ctypes.c_void_p]
    library.FcFontSetDestroy.argtypes = [ctypes.POINTER(_FontSet)]
    pattern = library.FcNameParse(_LANGUAGE_PATTERN)
    found = library.FcFontList(None, pattern, None)
    library.FcPatternDestroy(pattern)
    if not found:
        return 0
    count = int(found.contents.nfont)
    library.FcFontSetDestroy(found)
    return count
