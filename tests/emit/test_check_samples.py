"""Samples against what is emitted for them, curl lines against their operation."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from docpact.config import Config
from docpact.diagnostics import Diagnostic, Origin
from docpact.emit import validate_samples
from docpact.emit.check_samples import find_media
from docpact.json_schema import compile_schema
from docpact.pipeline import extract


def document(schema: Mapping[str, Any], value: object) -> dict[str, Any]:
    """A document with one sample."""
    example = {"summary": "x", "value": value, "x-source": "a/b.rst:7"}
    content = {"application/json": {"schema": dict(schema), "examples": {"x": example}}}
    return {"paths": {"/a": {"get": {"responses": {"200": {"description": "", "content": content}}}}}}


@pytest.mark.parametrize(
    ("schema", "value", "code"),
    [
        ({"type": "integer"}, 1, None),
        ({"type": "integer"}, "1", "sample-invalid"),
        ({"type": "object", "required": ["a"]}, {}, "sample-invalid"),
        ({"type": "string", "format": "uuid"}, "4ab96f75-6828-5673-c4gd-3d074g77bgb7", "sample-invalid"),
        ({"type": "string", "format": "date-time"}, "2024-05-17T06:41:12Z", None),
        ({"type": "string", "format": "date-time"}, "2024-05-17T06:41:12.0400127", "sample-time"),
        ({"type": "string", "format": "date-time"}, "08:00", "sample-invalid"),
        ({"type": "string"}, "2024-05-17T06:41:12", "sample-time"),
    ],
)
def test_samples(schema: Mapping[str, Any], value: object, code: str | None) -> None:
    """A sample that its schema refuses is reported at its line; a time without offset is a note."""
    found: list[Diagnostic] = []
    validate_samples(document(schema, value), found.append)
    assert [d.code for d in found] == ([code] if code else [])
    assert all(d.origin == Origin("a/b.rst", 7) for d in found)


STRICT = {"type": "object", "required": ["id"], "properties": {"size": {"type": "integer"}}}


@pytest.mark.parametrize(
    ("schema", "value", "left"),
    [
        (STRICT, {}, 0),
        (STRICT, {"size": "1", "id": 1}, 1),
        (STRICT, {"size": "1"}, 1),
        ({"oneOf": [STRICT, {"type": "object", "required": ["size"]}]}, {"name": 1}, 0),
        ({"oneOf": [{"type": "object", "required": ["size"]}, {"type": "integer"}]}, {"name": 1}, 1),
    ],
)
def test_one_cause_is_one_diagnostic(schema: Mapping[str, Any], value: object, left: int) -> None:
    """What is reported of a property of the same page isn't reported again for each sample."""
    whole = document(schema, value)
    whole["paths"]["/a"]["get"]["x-source"] = "a/b.rst:2"
    told = Diagnostic(
        code="required-contradicted", message="`id` is marked required, but …", origin=Origin("a/b.rst", 3)
    )
    found: list[Diagnostic] = []
    validate_samples(whole, found.append, [told])
    assert len(found) == left
    elsewhere = Diagnostic(code="required-contradicted", message="`id` is marked …", origin=Origin("c.rst", 3))
    found.clear()
    validate_samples(whole, found.append, [elsewhere])
    assert len(found) == 1


@pytest.mark.parametrize("corpus", ["tedee-v37", "tedee-2020-12"])
def test_every_sample_is_valid_or_reported(shared: Path, corpus: str) -> None:
    """The invariant, by another way than the build's. A diagnostic is at a line of the sample, not at its first."""
    found = extract([shared / "corpora" / corpus], Config(root=Path.cwd()))
    reported = [d.origin for d in found.diagnostics if d.code == "sample-invalid"]
    begins, invalid = set(), set()
    for media in find_media(found.document):
        for example in media.get("examples", {}).values():
            page, _, line = example["x-source"].rpartition(":")
            begins.add(Origin(page, int(line)))
            if not compile_schema(found.document, media["schema"], lenient=True).is_valid(example["value"]):
                invalid.add(Origin(page, int(line)))
    starts = {
        max(
            (start for start in begins if start.path == origin.path and start.line <= origin.line), key=lambda s: s.line
        )
        for origin in reported
    }
    assert invalid == starts
    assert len(invalid) <= 2
    assert len(begins) > 20


PAGE = """
    Update
    ======

    .. code-block:: sh

        {line}

    Responses
    ---------

    +----------------+-------------+
    | Name           | Description |
    +================+=============+
    | 204 No Content | fine        |
    +----------------+-------------+

    Examples
    --------

    **Sample request**

    .. code-block:: sh

        {curl}
"""
LINE = "PATCH https://api.example/api/v1/thing/{id}?full={full}"
URL = "https://api.example/api/v1"


@pytest.mark.parametrize(
    ("curl", "codes"),
    [
        (f'curl -X PATCH "{URL}/thing/1"', set()),
        (f'curl -X PATCH "{URL}/Thing/<<id>>?full=true"', set()),
        (f'curl -X POST "{URL}/thing/1"', {"curl-method"}),
        (f'curl "{URL}/thing/1"', {"curl-method"}),
        (f'curl -X PATCH "{URL}/things/1"', {"curl-path"}),
        (f'curl -X PATCH "{URL}/thing/1/2"', {"curl-path"}),
        (f'curl -X PATCH "{URL}/thing/1?fulll=true"', {"curl-query"}),
        (f'curl -X PATCH "{URL}/thing/1" -d "<<body>>"', {"curl-body"}),
        (f'curl -X PATCH "{URL}/thing/1" -H "Content-Type: application/json"', {"curl-header"}),
    ],
)
def test_curl_lines(curl: str, codes: set[str], extracted: Any, found: list[Diagnostic]) -> None:  # noqa: ANN401
    """Each difference to the request line and the tables has its code."""
    extracted({"endpoints/update.rst": PAGE.replace("{line}", LINE).replace("{curl}", curl)})
    assert {d.code for d in found if d.code.startswith("curl-")} == codes
