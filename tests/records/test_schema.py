import json
from pathlib import Path

import pytest

from qpgraph.records.load import FILES
from qpgraph.records.schema import schemas, write_schemas
from qpgraph.settings import data_directory

LOADERS = data_directory("loaders")


def test_the_schema_files_are_what_the_models_say() -> None:
    written = {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in (LOADERS / "schema").glob("*.json")
    }
    assert written == json.loads(json.dumps(schemas())), "run ./dev schema"


def test_writing_gives_the_same_bytes(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (LOADERS / "schema" / path.name).read_bytes(), "run ./dev schema"


def test_every_record_file_has_a_schema() -> None:
    assert set(FILES) | {"plan"} <= set(schemas())


@pytest.mark.parametrize("path", sorted(LOADERS.glob("*/*.yaml")), ids=lambda path: "/".join(path.parts[-2:]))
def test_every_record_file_names_its_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=../schema/{path.stem}.json"
    assert (path.parent / f"../schema/{path.stem}.json").is_file()
