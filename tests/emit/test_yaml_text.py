"""Mappings to YAML and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from docpact.emit import dump_yaml, load_yaml, yaml_text
from docpact.errors import InputError, ToolError

# Texts that YAML could take for something else, or must write in another form.
PIECES = st.sampled_from([
    "a", "Z", "x", "e", "0", "7", "12", "2024-01-02", "T10:11:12", ".5", ".", "-", "_", "+", ":", ": ", " ", "  ", "#",
    " #", "\n", "\n\n", "\t", "'", '"', "`", "*", "&", "!", "|", ">", "%", "@", "[", "{", "?", ",", "=", "<<", "~",
    "yes", "NO", "null", "on", "/my", "---", "...", "\u2013", "\u00e9", "\u00a0", "\u2028", "\x85", "\ufeff", "\u200b",
    "\U0001f600", "\x00", "$", "(", "0x", "0o", "0b", "1e5", "1.", "e-3", ";", "\\", "\r",
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=6).map("".join) | st.text(max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
)


@settings(max_examples=150, deadline=None)
@given(value=st.dictionaries(TEXTS, VALUES))
def test_what_is_written_is_read(value: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Any JSON value survives, texts that look like numbers, dates or markup among them."""
    path = tmp_path_factory.getbasetemp() / "value.yaml"
    path.write_bytes(dump_yaml(value).encode("utf-8", "surrogatepass"))
    assert load_yaml(path) == value


def test_the_text_is_for_people() -> None:
    """Keys in their order, status codes and versions quoted, paragraphs as blocks, lines never folded, no anchors."""
    shared = {"type": "string"}
    text = dump_yaml({"b": {"200": shared, "400": shared}, "a": "one\n\ntwo", "version": "1.0", "long": "w " * 200})
    assert text.startswith("b:\n  '200':\n    type: string\n  '400':\n    type: string\na: |-\n  one\n\n  two\n")
    assert "version: '1.0'\n" in text
    assert len(text.splitlines()) == 11


def test_without_libyaml_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML's own emitter gives other bytes for some texts, so the run stops with one line."""
    monkeypatch.delattr(yaml, "CSafeDumper")
    yaml_text._dumper.cache_clear()  # noqa: SLF001 - it was made when the C emitter was there.
    with pytest.raises(ToolError, match="without libyaml"):
        dump_yaml({"a": 1})


def test_both_emitters_of_the_library_differ() -> None:
    """The reason for demanding libyaml: an emoji is written as it is by one of them and escaped by the other."""
    in_python = yaml.safe_dump({"a": "\U0001f600"}, allow_unicode=True)
    assert dump_yaml({"a": "\U0001f600"}) != in_python
    assert yaml.safe_load(in_python) == {"a": "\U0001f600"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a: [1", r"value\.yaml:\d: is not YAML"),
        (b"\xff\xfe\x00", "is no UTF-8 text"),
        (b"a: !!python/name:os.system", "the tag `!!python/name:os.system` is not allowed"),
        (b"a: {<<: {b: 1}}", "`<<` is not YAML 1.2"),
        (b"a: 1\na: 2", "stands here a second time"),
    ],
)
def test_files_that_are_none(content: bytes, message: str, tmp_path: Path) -> None:
    """The place and the reason; nothing in a file is run."""
    path = tmp_path / "value.yaml"
    path.write_bytes(content)
    with pytest.raises(InputError, match=message):
        load_yaml(path)


def test_words_are_read_as_in_documents(tmp_path: Path) -> None:
    """YAML 1.2: a country is no truth value, a time no number, and a leading zero makes a text."""
    path = tmp_path / "value.yaml"
    path.write_text("a: NO\nb: on\nc: 12:30:45\nd: 2020-01-02\ne: 01\nf: true\n'<<': [1]\n")
    expected = {"a": "NO", "b": "on", "c": "12:30:45", "d": "2020-01-02", "e": "01", "f": True, "<<": [1]}
    assert load_yaml(path) == expected
