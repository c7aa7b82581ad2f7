"""Sample requests are split as a shell splits them."""

from __future__ import annotations

import shlex

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from docpact.model.curls import is_path_of
from docpact.model.samples import split_words

PIECES = st.sampled_from(
    ["a", "-H", " ", "  ", "\t", "\n", "'", '"', "''", '""', "\\", "'a b'", '"c: d"', "\u00e9", "\u00a0"]
)


@given(text=st.lists(PIECES, max_size=9).map("".join))
@example(text='curl -X GET \'http://a/b\'"c" "" -d \'{"a": 1}\'')
def test_words_are_those_of_a_shell(text: str) -> None:
    """Whatever is split without `shlex` gives its words, and what it refuses is refused."""
    try:
        expected = shlex.split(text)
    except ValueError as error:
        with pytest.raises(ValueError, match=str(error)):
            split_words(text)
        return
    assert split_words(text) == expected


@pytest.mark.parametrize(
    ("template", "path", "anywhere", "is_one"),
    [
        ("/my/lock/{id}", "/my/lock/7", False, True),
        ("/my/lock/{id}", "/MY/Lock/<<id>>/", False, True),
        ("/my/lock/{id}", "/my/lock/", False, False),
        ("/my/lock/{id}", "/my/lock/7/8", False, False),
        ("/my/lock/{id}", "/api/my/lock/7", False, False),
        ("/my/lock/{id}", "|apiUrl|/api/my/lock/7", True, True),
        ("/my/lock/{id}", "/lock/7", True, False),
        ("/a/{x}-{y}.csv", "/a/1-2.csv", False, True),
        ("/a/{x}-{y}.csv", "/a/12.csv", False, False),
    ],
)
def test_a_path_is_held_against_its_template(template: str, path: str, anywhere: bool, is_one: bool) -> None:  # noqa: FBT001
    """Segment by segment, whatever the cases; a placeholder takes whatever stands there, but something must."""
    assert is_path_of(template, path, anywhere=anywhere) is is_one
