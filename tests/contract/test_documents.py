"""Documents of other hands, from the file to the tests: read once, and tested as they are meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from docpact.config import Config
from docpact.contract.check import CheckJob, run_job
from docpact.contract.suite import Plan
from docpact.errors import InputError

SPLIT = """\
openapi: 3.0.3
info: {title: Notes, version: "1"}
paths:
  /notes: {$ref: parts/notes.yaml}
"""
NOTES = """\
get:
  responses:
    200: {description: all, content: {application/json: {schema: {type: array, items: {$ref: "note.yaml"}}}}}
post:
  requestBody: {required: true, content: {application/json: {schema: {$ref: "note.yaml"}}}}
  responses:
    201: {description: made, content: {application/json: {schema: {$ref: "note.yaml"}}}}
    400: {description: bad}
    415: {description: no JSON}
"""
NOTE = """\
type: object
required: [id, text, pin]
properties:
  id: {type: integer, readOnly: true}
  text: {type: string, maxLength: 20}
  pin: {type: string, writeOnly: true}
  country: {type: string, nullable: true, enum: [NO, SE]}
"""


def save(folder: Path, split: str = SPLIT) -> Plan:
    """The plan to test a mock of a document in several files."""
    (folder / "parts").mkdir()
    (folder / "parts" / "notes.yaml").write_text(NOTES, "utf-8")
    (folder / "parts" / "note.yaml").write_text(NOTE, "utf-8")
    (folder / "openapi.yaml").write_text(split, "utf-8")
    return Plan(base_url="", document=folder / "openapi.yaml", depth="quick")


def test_a_document_in_several_files(tmp_path: Path) -> None:
    """All of it is tested, in both directions; each operation names the file and line that it stands at."""
    result = run_job(CheckJob(plan=save(tmp_path)), Config(root=tmp_path))
    assert set(result.tested) == {"GET /notes", "POST /notes"}
    assert result.failures == ()
    assert result.sources == {"GET /notes": "notes.yaml:2", "POST /notes": "notes.yaml:5"}


@pytest.mark.parametrize(
    ("split", "message"),
    [
        (SPLIT.replace("parts/notes.yaml", "../outside.yaml"), "leads out of the document's folder"),
        (SPLIT.replace("  /notes: {$ref: parts/notes.yaml}\n", "  {}\n"), "has no operations"),
    ],
)
def test_nothing_to_test_is_no_agreement(tmp_path: Path, split: str, message: str) -> None:
    """It is an error, in one line."""
    with pytest.raises(InputError, match=message):
        run_job(CheckJob(plan=save(tmp_path, split)), Config(root=tmp_path))
