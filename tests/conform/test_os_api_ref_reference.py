"""A reference written for os-api-ref against the description that a service makes of itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from docpact.cli import main

PAGE = """\
Shelves
=======

List shelves
------------

.. rest_method:: GET /v2/shelves

Normal response codes: 200

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - room: room

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - shelves: shelves
   - id: id

.. code-block:: json

   {"shelves": [{"id": "a"}]}
"""
PARAMETERS = """\
room: {in: query, type: string, required: false, description: Where.}
shelves: {in: body, type: array, required: true, description: All.}
id: {in: body, type: string, required: true, description: Which.}
"""


def described(base: str, prefix: str, *parameters: str) -> dict[str, Any]:
    """What the service says of itself."""
    shelf = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}
    schema = {
        "type": "object",
        "required": ["shelves"],
        "properties": {"shelves": {"type": "array", "items": shelf}},
    }
    operation = {
        "parameters": [{"name": name, "in": "query", "schema": {"type": "string"}} for name in parameters],
        "responses": {"200": {"description": "", "content": {"application/json": {"schema": schema}}}},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Library", "version": "2"},
        "servers": [{"url": f"https://library.example:9696{base}"}],
        "paths": {f"{prefix}/shelves": {"get": operation}},
    }


@pytest.mark.parametrize("where", [("", "/v2"), ("/v2", "")], ids=["in paths", "in the server"])
@pytest.mark.parametrize(("parameters", "said"), [(["room"], []), (["room", "limit"], ["`limit`"]), ([], ["`room`"])])
def test_paths_are_aligned_wherever_the_version_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], where: tuple[str, str], parameters: list[str], said: list[str]
) -> None:
    """In the server's URL or in the paths: what differs is the parameter that one of them lacks, and nothing else."""
    docs, document = tmp_path / "docs", tmp_path / "service.json"
    docs.mkdir()
    (docs / "index.rst").write_text(PAGE)
    (docs / "parameters.yaml").write_text(PARAMETERS)
    document.write_text(json.dumps(described(*where, *parameters)))
    status = main(["compare", str(docs), str(document)])
    lines = [line for line in capsys.readouterr().out.splitlines() if "]" in line]
    assert (status, len(lines)) == (int(bool(said)), len(said))
    assert all(word in line for word, line in zip(said, lines, strict=True))
