"""Mappings to YAML and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rstapi.emit import dump_yaml, load_yaml
from rstapi.errors import InputError

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


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
