"""Mappings to YAML and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docpact.emit import dump_yaml, load_yaml
from docpact.emit.write_yaml import write_yaml
from docpact.emit.yaml_text import dump_by_library
from docpact.errors import InputError

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
# Texts that YAML could take for something else, or must write in another form.
PIECES = st.sampled_from([
    "a", "Z", "x", "e", "0", "7", "12", "2024-01-02", "T10:11:12", ".5", ".", "-", "_", "+", ":", ": ", " ", "  ", "#",
    " #", "\n", "\n\n", "\t", "'", '"', "`", "*", "&", "!", "|", ">", "%", "@", "[", "{", "?", ",", "=", "<<", "~",
    "yes", "NO", "null", "on", "/my", "---", "...", "\u2013", "\u00e9", "\u00a0", "\u2028", "\x85", "\ufeff", "\u200b",
    "\U0001f600", "\x00", "$", "(", "0x", "0o", "0b", "1e5", "1.", "e-3", ";", "\\", "\r",
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=6).map("".join) | st.text(max_size=12)
DOCUMENTS = st.dictionaries(
    TEXTS,
    st.recursive(
        TEXTS | st.none() | st.booleans() | st.integers() | st.floats(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
        max_leaves=12,
    ),
    max_size=5,
)


@settings(max_examples=300, deadline=None)
@given(document=DOCUMENTS)
def test_what_is_written_is_what_the_library_writes(document: dict[str, Any]) -> None:
    """Whatever is written without asking PyYAML has its bytes."""
    assert dump_yaml(document) == dump_by_library(document)


def test_the_library_is_asked_for_little() -> None:
    """Of our own document hardly a text needs it: otherwise nothing would be gained."""
    document = load_yaml(Path(__file__).resolve().parents[2] / "spec" / "openapi.yaml")
    asked: list[Any] = []

    def ask(value: Any) -> str:  # noqa: ANN401
        asked.append(value)
        return dump_by_library(value)

    assert write_yaml(document, ask) == dump_by_library(document)
    assert asked == []


@given(value=st.dictionaries(st.text(), VALUES))
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


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a: [1", r"value\.yaml:\d: is not YAML"),
        (b"\xff\xfe\x00", "cannot be read"),
        (b"a: !!python/name:os.system", "YAML"),
    ],
)
def test_files_that_are_none(content: bytes, message: str, tmp_path: Path) -> None:
    """The place and the reason; nothing in a file is run."""
    path = tmp_path / "value.yaml"
    path.write_bytes(content)
    with pytest.raises(InputError, match=message):
        load_yaml(path)
