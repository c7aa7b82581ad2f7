"""What a repair of JSON says to write gives, written, the value that was read."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from docpact.dialects.words.json_text import Repair, UnreadableJsonError, parse_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 999) | st.text('abc \\"{}[],:\n', max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcde"), inner, max_size=4),
    max_leaves=12,
)


def corrected(text: str, repairs: tuple[Repair, ...]) -> str:
    """The text with all corrections, from its end to its beginning."""
    ranked = [(one.correction.start, rank, one.correction) for rank, one in enumerate(repairs) if one.correction]
    for _, _, correction in sorted(ranked, key=lambda entry: entry[:2], reverse=True):
        text = text[: correction.start] + correction.text + text[correction.end :]
    return text


@given(value=VALUES, indent=st.sampled_from([None, 2, 4]), data=st.data())
def test_corrections_give_the_value_that_was_read(value: Any, indent: int | None, data: st.DataObject) -> None:  # noqa: ANN401
    """Where a character is missing or too much, and every repair knows what to write."""
    text = json.dumps(value, indent=indent)
    place = data.draw(st.integers(0, len(text)))
    inserted = data.draw(st.sampled_from(["", "", "", ",", "}", '"', "x"]))
    damaged = text[:place] + inserted + text[place + (not inserted) :]
    try:
        read, repairs = parse_json(damaged)
    except UnreadableJsonError:
        assume(False)  # noqa: FBT003 - hypothesis' own signature.
        return
    assume(repairs and all(repair.correction for repair in repairs))
    for _ in range(3):
        damaged = corrected(damaged, repairs)
        again, repairs = parse_json(damaged)
        assert again == read
        if not repairs:
            break
    assert repairs == ()
