"""Keys that the keyboard did not turn into letters."""

import pytest

from qpgraph.search.telex import decode
from qpgraph.search.text import exact


@pytest.mark.parametrize(
    ("keys", "meant"),
    [
        ("nghieejp", "nghiệp"), ("chaats", "chất"), ("dduowngf", "đường"), ("luwowngj", "lượng"),
        ("vieejt", "việt"), ("nghie65p", "nghiệp"), ("d9o62ng", "đồng"), ("cha61t", "chất"),
    ],
)  # fmt: skip
def test_keys_become_a_syllable(keys: str, meant: str) -> None:
    found = decode(keys)
    assert found is not None
    assert exact(found) == exact(meant)


@pytest.mark.parametrize("word", ["plan", "2026", "1322/qd-ttg", "xyz9"])
def test_what_holds_no_such_keys_is_left(word: str) -> None:
    assert decode(word) is None
