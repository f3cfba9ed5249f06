"""One service with documents and search, and one browser, for all tests of the pages."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from qpgraph.graph.assemble import Sources
from qpgraph.search.index import build_index
from qpgraph.settings import Settings
from qpgraph.store.build import build_store
from qpgraph.web.assets import Assets
from tests.serving import Service, running
from tests.web.pages import LAPTOP

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_ROOT = Path(__file__).parent.parent.parent

Open = Callable[..., Page]


def _documents() -> Path | None:
    """The folder of source texts: in `QPGRAPH_SHARED`, or in `../shared` beside the checkout."""
    folder = Path(os.environ.get("QPGRAPH_SHARED") or _ROOT.parent / "shared") / "corpus"
    return folder if folder.is_dir() else None


@pytest.fixture(scope="session")
def explorer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The service over the project's own records, with the search index beside them."""
    store = tmp_path_factory.mktemp("explorer") / "store"
    build_store(store, Sources.default(), beside={"search": build_index})
    with running(Settings(store=store, endpoint=None, documents=_documents())) as service:
        yield service


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, if it is installed."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    if not Assets.load().built:
        pytest.skip("the scripts of web/ are not built (python hatch_build.py)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, explorer: Service) -> Iterator[Open]:
    """Opens pages of the explorer; afterwards, fails on errors in scripts and on requests to elsewhere."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_(path: str, *, language: str = "vi", size: tuple[int, int] = LAPTOP, **options: object) -> Page:
        context = browser.new_context(
            base_url=explorer.address,
            locale={"vi": "vi-VN", "en": "en-GB"}[language],
            viewport={"width": size[0], "height": size[1]},
            **options,  # type: ignore[arg-type]
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(f"{path}: {error}"))
        page.on(
            "console",
            lambda message: (
                wrong.append(f"{path}: {message.text}") if message.type in ("error", "warning") else None
            ),
        )
        page.on("request", lambda request: wrong.extend(_elsewhere(request.url, explorer.address)))
        page.goto(path)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert wrong == []


def _elsewhere(url: str, address: str) -> list[str]:
    parts = urlsplit(url)
    own = parts.scheme in ("data", "blob") or f"{parts.scheme}://{parts.netloc}" == address
    return [] if own else [f"a request left the host: {url}"]
