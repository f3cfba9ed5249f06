"""The files that pages load, and pages without them."""

import json
from pathlib import Path

from qpgraph.web.assets import Assets


def _folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    folders = tmp_path / "styles", tmp_path / "images", tmp_path / "static"
    for folder in folders:
        folder.mkdir()
    (folders[0] / "a.css").write_text("a {}" * 100)
    return folders


def test_without_a_build_there_are_styles_and_no_scripts(tmp_path: Path) -> None:
    assets = Assets(*_folders(tmp_path))
    assert not assets.built
    assert assets.entry("main") is None
    sheet = assets.find(assets.style)
    assert sheet
    assert sheet.media_type == "text/css"
    assert sheet.compressed
    assert len(sheet.compressed) < len(sheet.body)


def test_entry_brings_what_it_imports(tmp_path: Path) -> None:
    styles, images, static = _folders(tmp_path)
    manifest = {
        "src/graph.ts": {"file": "graph-1.js", "imports": ["_lib.js"], "css": ["graph-1.css"]},
        "_lib.js": {"file": "lib-1.js", "css": ["lib-1.css"]},
    }
    (static / "manifest.json").write_text(json.dumps(manifest))
    (static / "graph-1.js").write_text("1")
    assets = Assets(styles, images, static)
    entry = assets.entry("graph")
    assert entry
    assert (entry.script, entry.imports, entry.styles) == (
        "graph-1.js",
        ("lib-1.js",),
        ("graph-1.css", "lib-1.css"),
    )
    assert assets.find("graph-1.js")
    assert assets.find("../static/graph-1.js") is None
    assert assets.find("manifest.json") is None
