import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from qpgraph.records.base import Lines, Ref


class Holder(BaseModel):
    ref: Ref


@st.composite
def ranges(draw: st.DrawFn) -> tuple[tuple[int, int], ...]:
    line = st.integers(1, 9999)
    pairs = draw(st.lists(st.tuples(line, line), min_size=1, max_size=6))
    return tuple((min(pair), max(pair)) for pair in pairs)


@given(ranges())
def test_lines_are_read_as_they_are_printed(pairs: tuple[tuple[int, int], ...]) -> None:
    assert Lines.parse(str(Lines(pairs))) == pairs


@given(st.integers(1, 9999), st.sampled_from(["{}", " {} ", "{0}-{0}", "{0} - {0}"]))
def test_spaces_and_ranges_of_one_line_mean_the_line(line: int, form: str) -> None:
    assert Lines.parse(form.format(line)) == ((line, line),)


@pytest.mark.parametrize("text", ["", "a", "3-", "-3", "3;4", "3,,4", "3-4-5", "1.5"])
def test_what_is_no_list_of_lines_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="write them like 380-384, 389"):
        Lines.parse(text)


@pytest.mark.parametrize("text", ["384-380", "0", "1-2, 9-8"])
def test_lines_that_run_backwards_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="run backwards"):
        Lines.parse(text)


@given(st.lists(st.text("0123456789abcđeghIVXĐ", min_size=1, max_size=4), min_size=1, max_size=4))
def test_levels_joined_by_dots_are_a_reference(levels: list[str]) -> None:
    assert Holder(ref=".".join(levels)).ref == ".".join(levels)


@pytest.mark.parametrize("ref", ["", "3.", ".3", "3..1", "3 1", "3,1", "III.1)", "ă", "3-1"])
def test_what_is_no_reference_is_refused(ref: str) -> None:
    with pytest.raises(ValidationError, match="levels are joined by dots"):
        Holder(ref=ref)
