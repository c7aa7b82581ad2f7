"""Texts to values: YAML 1.2 as OpenAPI means it, and JSON."""

from __future__ import annotations

import codecs
import io
import itertools
import json
import math
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docpact.document import Finding, load_document
from docpact.document.json_text import read_json
from docpact.document.limits import DEEPEST, MOST_NODES
from docpact.document.source import Source, parse
from docpact.document.yaml_text import YamlReader
from docpact.emit import dump_yaml
from docpact.errors import InputError
from document.texts import SHOP, load, save

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])) | st.floats(
        allow_nan=False, allow_infinity=False
    ),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
)  # fmt: skip


def read(text: str, found: list[Finding] | None = None) -> Any:  # noqa: ANN401 - any JSON value.
    """The value of a YAML text."""
    return YamlReader(text=text, file="f.yaml", report=(found if found is not None else []).append).read()


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("NO", "NO"), ("on", "on"), ("y", "y"), ("Off", "Off"), ("12:30:45", "12:30:45"), ("2031-01-02", "2031-01-02"),
        ("01", "01"), ("0123456789", "0123456789"), ("1_000", "1_000"), ("0b11", "0b11"), ("1.2.3", "1.2.3"),
        ("true", True), ("True", True), ("FALSE", False), ("null", None), ("~", None), ("", None),
        ("17", 17), ("-17", -17), ("+1", 1), ("0o17", 15), ("0x1F", 31), ("0", 0),
        ("1.5", 1.5), (".5", 0.5), ("1.", 1.0), ("1e3", 1000.0), ("-2.5E-1", -0.25),
        ("'1'", "1"), ('"true"', "true"), ("!!str 12", "12"), ("! 12", "12"), ("!!int 12", 12), ("nullish", "nullish"),
    ],
)  # fmt: skip
def test_a_plain_word(word: str, value: object) -> None:
    """It stands for what YAML 1.2 says; numbers with a leading zero are text, which JSON's numbers don't have."""
    found = read(f"a: {word}\n")["a"]
    assert (found, type(found)) == (value, type(value))


def test_keys_are_texts() -> None:
    """A status needs no quotes, and a country is no truth value."""
    assert read("200: a\nNO: b\n1.0: c\n~: d\nnull: e\n") == {"200": "a", "NO": "b", "1.0": "c", "~": "d", "null": "e"}


@given(value=VALUES)
def test_json_is_read_as_yaml(value: Any) -> None:  # noqa: ANN401
    """JSON's texts are YAML's: both readers give the same."""
    text = json.dumps(value, ensure_ascii=False)
    # libyaml takes no control characters, which JSON has within quotes, and folds lines at others.
    if not re.search("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", text):
        assert read(text) == value == read_json(text, "f.json")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", "f.yaml:3: `a` stands here a second time, first on line 1 (keep one)"),
        ("'200': 1\n200: 2\n", "f.yaml:2: `200` stands here a second time, first on line 1 (keep one)"),
        ("x:\n  a: 1\n  a: 1\n", "f.yaml:3: `a` stands here a second time, first on line 2 (keep one)"),
        ("? [a]\n: 1\n", "f.yaml:1: a key is a mapping or a list (keys are texts)"),
        ("a: &x [1, *x]\n", "f.yaml:1: `*x` stands inside of what it repeats"),
        ("a: *x\n", "f.yaml:1: `*x` repeats nothing: no `&x`"),
        ("a: 1\n---\nb: 1\n", "f.yaml:2: a second YAML document begins (keep one in a file)"),
        ("a: [1\n", "f.yaml:2: is not YAML: did not find expected ',' or ']'"),
        ("a: 1e999\n", "f.yaml:1: the number `1e999` is too large"),
        (f"a: {'9' * 5000}\n", "f.yaml:1: a number has 5,000 digits"),
    ],
)
def test_what_yaml_cannot_mean_is_refused(text: str, message: str) -> None:
    """With its line, and for a repeated key with both."""
    with pytest.raises(InputError) as error:
        read(text)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"a": 1,\n "b": {"a": 2},\n "a": 3}', "f.json:3: `a` stands here a second time, first on line 1 (keep one)"),
        ('{"a": NaN}', "f.json: has a number that JSON doesn't have: NaN"),
        ('{"a": 1e999}', "f.json: has a number that is too large"),
        (r'{"a": "\ud83d"}', "f.json: a text has half a surrogate pair"),
        (r'{"\udc00": 1}', "f.json: a text has half a surrogate pair"),
        (f'{{"a": {"9" * 5000}}}', "f.json: has a number that JSON doesn't have: Exceeds the limit"),
    ],
)
def test_what_json_cannot_mean_is_refused(text: str, message: str) -> None:
    """Also what only Python takes for JSON."""
    with pytest.raises(InputError) as error:
        read_json(text, "f.json")
    assert str(error.value).startswith(message)


@given(value=VALUES)
def test_what_is_emitted_is_read_again(value: Any) -> None:  # noqa: ANN401
    """By the rules of YAML 1.2, by which others read it too."""
    assert read(dump_yaml({"a": value})) == {"a": value}


@pytest.mark.parametrize("text", ["1e5", "0o10", "+1.5e3", "-.5", "12e03", "0123", "0x1F", "NO", "12:30", "~", "1_000"])
def test_texts_that_look_like_something_else_are_emitted_in_quotes(text: str) -> None:
    """Whatever version of YAML somebody reads."""
    assert read(dump_yaml({"a": text})) == {"a": text}


@given(value=VALUES)
def test_lines_of_json(value: Any) -> None:  # noqa: ANN401
    """Each mapping's line is that of its brace."""
    text = json.dumps({"value": value, "end": {}}, indent=1)
    lines: dict[int, int] = {}
    found = read_json(text, "f.json", lines)
    assert lines[id(found)] == 1
    assert lines[id(found["end"])] == len(text.split("\n")) - 1


def test_surrogate_pairs() -> None:
    """JSON writes a character outside of the basic plane as two, which no YAML reader takes."""
    text = r'{"a": "\ud83d\ude00"}'
    assert parse(Source(name="f.yaml", uri="", text=text), print).value == {"a": "\U0001f600"}


def test_the_error_is_that_of_the_notation_that_was_meant() -> None:
    """A `.json` file that is no JSON, and a YAML file that begins with a brace."""
    for name, start in (("f.json", "f.json:1: is not JSON"), ("f.yaml", "f.yaml:1: is not YAML")):
        with pytest.raises(InputError, match=start):
            parse(Source(name=name, uri="", text='{"a": 1]'), print)
    assert parse(Source(name="f.json", uri="", text="{a: 1}"), print).value == {"a": 1}


def test_what_isnt_understood_is_reported() -> None:
    """Tags that OpenAPI doesn't allow, merge keys of YAML 1.1, numbers that JSON doesn't have: each with its line."""
    found: list[Finding] = []
    text = "a: &a {x: 1, y: 1}\nb: {<<: *a, y: 2}\nc: !!timestamp 2031-13-45\nd: !own e\nf: .nan\n"
    assert read(text, found) == {
        "a": {"x": 1, "y": 1}, "b": {"x": 1, "y": 2}, "c": "2031-13-45", "d": "e", "f": ".nan",
    }  # fmt: skip
    assert [finding.where for finding in found] == ["f.yaml:2", "f.yaml:3", "f.yaml:4", "f.yaml:5"]


def bomb(letters: str) -> str:
    """Lists of ten, each ten times the one before."""
    lines = [f"{letters[0]}: &{letters[0]} [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]" for a, b in itertools.pairwise(letters)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (bomb("abcdefghi"), f"has more than {MOST_NODES:,} values, those that aliases repeat included"),
        ("[" * 10_000 + "]" * 10_000, f"has more than {DEEPEST} levels"),
        ("".join(f"{' ' * n}a:\n" for n in range(2_000)), f"has more than {DEEPEST} levels"),
        ("[" * 100_000, f"has more than {DEEPEST} levels"),
        ("a: &a " + "[" * 90 + "]" * 90 + "\nb: " + "[" * 20 + "*a" + "]" * 20, f"has more than {DEEPEST} levels"),
        ("[" + "1," * MOST_NODES + "1]", f"has more than {MOST_NODES:,} values"),
    ],
    ids=["bomb", "flow", "block", "open", "aliases", "nodes"],
)
def test_size_is_limited(text: str, message: str) -> None:
    """One line, whichever notation it is."""
    with pytest.raises(InputError, match=message):
        read(text)
    with pytest.raises(InputError, match="has more than"):
        parse(Source(name="f.json", uri="", text=text), print)


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
        lambda text: codecs.BOM_UTF32_LE + text.encode("utf-32-le"),
    ],
)
def test_byte_order_marks(tmp_path: Path, encode: Callable[[str], bytes]) -> None:
    """They say how the file is encoded, and are no part of the text."""
    path = tmp_path / "d.yaml"
    path.write_bytes(encode(SHOP.replace("Shop", "Büro")))
    assert load_document(path).mapping["info"]["title"] == "Büro"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash stands for it."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SHOP.encode())))
    document = load_document("-")
    assert (document.name, len(document.operations)) == ("standard input", 1)


def test_what_is_no_file_is_refused_unread(tmp_path: Path) -> None:
    """A pipe would never end, and a folder has no text."""
    os.mkfifo(tmp_path / "pipe")
    save(tmp_path, latin="a: 1")
    (tmp_path / "latin.yaml").write_bytes(b"a: \xe9")
    for name, message in (
        ("pipe", "is no regular file"), (".", "is a folder"), ("no", "does not exist"), ("latin.yaml", "is no UTF-8"),
    ):  # fmt: skip
        with pytest.raises(InputError, match=message):
            load_document(tmp_path / name)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is no OpenAPI document: it is no mapping"),
        ("- 1", "is no OpenAPI document: it is no mapping"),
        ("a: 1", "neither `openapi` nor `swagger`"),
        ("openapi: 4.0.0", "is of version `4.0.0`"),
        ("swagger: '1.2'", "is of version `1.2`"),
        ("openapi: 3.1.0\ninfo: {title: a, version: b}\npaths: {}", "has no operations"),
        ("openapi: 3.1.0\ninfo: {title: a, version: b}\ncomponents: {}", "has no operations"),
    ],
)
def test_what_is_no_document(tmp_path: Path, text: str, message: str) -> None:
    """One without operations is none, either: nothing about it could agree or change."""
    for serves in (True, False):
        with pytest.raises(InputError, match=message):
            load(tmp_path, text, serves=serves)


def test_webhooks_are_enough_for_who_only_reads(tmp_path: Path) -> None:
    """Not for who serves or calls."""
    text = (
        "openapi: 3.1.0\ninfo: {title: a, version: b}\nwebhooks: {sold: {post: {responses: {200: {description: d}}}}}\n"
    )
    assert [hook.path for hook in load(tmp_path, text, serves=False).webhooks] == ["sold"]
    with pytest.raises(InputError, match=r"has no operations \(a document that only listens"):
        load(tmp_path, text)


def test_versions_without_quotes(tmp_path: Path) -> None:
    """`swagger: 2.0` is a number in YAML, and so is the version of an API."""
    text = "swagger: 2.0\ninfo: {title: a, version: 1.10}\npaths: {/a: {get: {responses: {200: {description: d}}}}}\n"
    document = load(tmp_path, text)
    assert (document.version, list(document.operations[0].responses)) == ("2.0", ["200"])
    assert "put it in quotes" in "\n".join(map(str, document.findings))


def test_numbers_are_finite() -> None:
    """Whatever is read can be written as JSON."""
    assert math.isfinite(read("a: 1.7976931348623157e308")["a"])
