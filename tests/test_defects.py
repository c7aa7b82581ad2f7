"""Every diagnostic code has a file in `defects/`: small documentation that shows it, and all that is reported of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from defect_files import read_defect, write_pages
from docpact.config import Config
from docpact.diagnostics import CODES
from docpact.pipeline import extract

FILES = {path.stem: path for path in sorted((Path(__file__).resolve().parent / "defects").iterdir())}


def test_every_code_has_its_file() -> None:
    """The files and the codes are the same set: a new code needs a file, and a file without a code is stale."""
    codes = {name.partition("@")[0] for name in FILES}
    assert sorted(CODES.keys() - codes) == [], "codes without a file"
    assert sorted(codes - CODES.keys()) == [], "files without a code"


@pytest.mark.parametrize("code", FILES)
def test_a_defect_is_reported_where_it_is(code: str, tmp_path: Path) -> None:
    """Exactly the listed diagnostics are reported, one of the file's code among them, and the values are as listed."""
    defect = read_defect(FILES[code])
    assert "Wrong:" in defect.intent
    assert "Right:" in defect.intent
    write_pages(defect, tmp_path / "docs")
    extraction = extract([tmp_path / "docs"], Config(root=tmp_path))
    reported = tuple(f"{diagnostic.origin} {diagnostic.code}" for diagnostic in extraction.diagnostics)
    assert reported == defect.diagnostics
    assert code.partition("@")[0] in {line.rpartition(" ")[2] for line in reported}
    for line in defect.document:
        place, value = _read_line(line)
        # As text: `true` is not 1.
        assert json.dumps(_find(place, extraction.document)) == json.dumps(value), line


def _read_line(line: str) -> tuple[str, list[Any]]:
    """Return the place that a line speaks of, and its value in a list of one; an empty list where it is absent."""
    place, _, text = line.partition(" = ")
    return (place, [json.loads(text)]) if text else (line.removesuffix(" is absent"), [])


def _find(place: str, document: Any) -> list[Any]:  # noqa: ANN401 - any JSON value.
    """Return what is at a place such as `paths./books.get.parameters.0.name` in a list of one; empty for nothing."""
    node = document
    for key in place.split("."):
        if isinstance(node, list) and key.isdecimal() and int(key) < len(node):
            node = node[int(key)]
        elif isinstance(node, dict) and key in node:
            node = node[key]
        else:
            return []
    return [node]
