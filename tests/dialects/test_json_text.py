"""Samples that are almost JSON."""

from __future__ import annotations

from typing import Any

import pytest

from docpact.dialects.words.json_text import UnreadableJsonError, parse_json

CASES: dict[str, tuple[str, Any, list[tuple[int, str]]]] = {
    "valid": ('{"a" : [1, -2.5, null, true]}', {"a": [1, -2.5, None, True]}, []),
    "comma after an object": ('{\n"a": {\n"b": 1\n}\n"c": 2\n}', {"a": {"b": 1}, "c": 2}, [(3, "a missing `,`")]),
    "comma after a list": ('{"a": []\n"c": 2}', {"a": [], "c": 2}, [(0, "a missing `,`")]),
    "comma after a scalar": ('{"a": "x"\n"c": 2}', {"a": "x", "c": 2}, [(0, "a missing `,`")]),
    "comma in a list": ("[1\n2]", [1, 2], [(0, "a missing `,`")]),
    "trailing commas": ('{"a": [1,],\n}', {"a": [1]}, [(0, "a `,` after the last one")] * 2),
    "string over lines": ('{"a": "one\n    two"}', {"a": "onetwo"}, [(0, "a string over several lines")]),
    "unquoted": (
        '{"id": 10df36b5-a06e-4bec-9398-786b0231453a,\n"b": 1}',
        {"id": "10df36b5-a06e-4bec-9398-786b0231453a", "b": 1},
        [(0, "a value without quotes")],
    ),
    "missing colon": ('{"url" "https://x"}', {"url": "https://x"}, [(0, "a missing `:`")]),
    "type words": ('{"result": object}', {"result": "object"}, [(0, "a value without quotes")]),
    "cut off": (
        '{"a": [1, {"b": 2', {"a": [1, {"b": 2}]}, [(0, f"a missing `{bracket}` at the end") for bracket in "}]}"],
    ),
    "name twice": ('{"a": 1, "b": 2,\n"a": 3}', {"a": 3, "b": 2}, [(1, "`a` twice")]),
    "commas after nothing": ('{,"a": [1,,2]}', {"a": [1, 2]}, [(0, "a `,` after nothing")] * 2),
    "padded number": ('{"id": 007}', {"id": "007"}, [(0, "a value without quotes")]),
    "other digits": ('{"id": \u0663}', {"id": "\u0663"}, [(0, "a value without quotes")]),
    "escape of nothing": ('{"a": "c:\\d"}', {"a": "c:\\d"}, [(0, "a backslash that escapes nothing")]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_sample_is_mended_one_named_thing_at_a_time(name: str) -> None:
    """The value is what the author meant, and each repair names its line."""
    text, value, repairs = CASES[name]
    assert parse_json(text)[0] == value
    assert [(repair.line, repair.what) for repair in parse_json(text)[1]] == repairs


def test_a_brace_that_is_missing_inside_is_put_where_the_indentation_says() -> None:
    """The members after it belong to the outer object, not to the one that was never closed."""
    text = """{
    "result": {
        "userSettings": {
            "enabled": true,
            "location": {
                "latitude": 52.2
            },
        "deviceState": {
            "state": 6
        },
        "id": 1
    },
    "success": true
}"""
    value, repairs = parse_json(text)
    assert value == {
        "result": {
            "userSettings": {"enabled": True, "location": {"latitude": 52.2}},
            "deviceState": {"state": 6},
            "id": 1,
        },
        "success": True,
    }
    assert [(repair.line, repair.what) for repair in repairs] == [(6, "a missing `}`")]


def test_wrong_indentation_moves_nothing_where_all_braces_are_there() -> None:
    """Indentation is asked only where a bracket is missing."""
    value, _ = parse_json('{\n        "a": {\n    "b": 1,\n  "c": 2\n}\n"d": 3\n}')
    assert value == {"a": {"b": 1, "c": 2}, "d": 3}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"a": "\\ud83d"}', "half of a surrogate pair"),
        ('{"a": "\\ud83d",}', "half of a surrogate pair"),
        ('{"a": 1e999}', "a number that is too large"),
        pytest.param('{\n"a": -%s}' % ("9" * 5000), "a number that is too large", id="5000 digits"),
        pytest.param("[" * 65 + "]" * 65, "nested too deep", id="65 lists"),
        pytest.param('{"a":' * 65 + "1" + "}" * 65, "nested too deep", id="65 objects"),
        pytest.param("[" * 65 + "1,]" + "]" * 64, "nested too deep", id="65 lists, repaired"),
        pytest.param("[" * 5000 + "]" * 5000, "nested too deep", id="5000 lists"),
    ],
)
def test_what_no_document_can_hold_is_refused(text: str, reason: str) -> None:
    """JSON allows more than can be written as UTF-8, read as a number or walked through."""
    with pytest.raises(UnreadableJsonError, match=reason):
        parse_json(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [('{\n"a": 1e999}', 1), ('{\n\n"a": }', 2), ('{"a": 1}\n\n\n{"b": 2}', 3), ('{\n"a":\n', 1), ("{]", 0)],
)
def test_the_line_at_fault_is_known(text: str, line: int) -> None:
    """Counted from the sample's first line, 0."""
    with pytest.raises(UnreadableJsonError) as raised:
        parse_json(text)
    assert raised.value.line == line


def test_what_is_just_small_enough_is_taken() -> None:
    """Whole surrogate pairs, large numbers and 64 levels are values like others, and nothing is repaired."""
    assert parse_json('{"a": "\\ud83d\\ude00", "b": 1e300}') == ({"a": "\U0001f600", "b": 1e300}, ())
    assert parse_json("[" * 64 + "]" * 64)[1] == ()


@pytest.mark.parametrize("text", ["", "{]", '{"a": }', '{"a": 1} {"b": 2}', "[" * 200, "NaN}", '{"a": [1}'])
def test_what_nobody_could_have_meant_is_refused(text: str) -> None:
    """A guess would put facts into the document that no page states."""
    with pytest.raises(UnreadableJsonError):
        parse_json(text)
