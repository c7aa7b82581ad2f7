"""Small documents for the tests of their reader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from docpact.document import Document, load_document, read_document

SHOP = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /books:
    get:
      operationId: listBooks
      responses:
        "200":
          description: all
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Book"}}}}
components:
  schemas:
    Book: {type: object, properties: {title: {type: string}}}
"""


def save(folder: Path, **files: str) -> Path:
    """The folder's `openapi.yaml`, after each text was written to the file of its name (`__` stands for a slash)."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder / "openapi.yaml"


def load(folder: Path, text: str, **options: Any) -> Document:  # noqa: ANN401 - load_document's.
    """The document of one text."""
    return load_document(save(folder, openapi=text), **options)


def with_schema(schema: Any, version: str = "3.1.0", **more: Any) -> Document:  # noqa: ANN401 - JSON values.
    """A document whose only response has that schema, a component named `A`."""
    return read_document(
        {
            "openapi": version,
            "info": {"title": "t", "version": "1"},
            "paths": {"/a": {"get": {"responses": {"200": {
                "description": "d", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}},
            }}}}},
            "components": {"schemas": {"A": schema, **more}},
        },
        "d.json",
    )  # fmt: skip


def schemas(document: Document) -> Any:  # noqa: ANN401 - a mapping of schemas.
    """The document's component schemas."""
    return document.mapping["components"]["schemas"]


def said(document: Document) -> str:
    """What was found in a document, as one text."""
    return "\n".join(map(str, document.findings))


def as_json(document: Document) -> Any:  # noqa: ANN401 - a JSON value.
    """The normalised mapping as somebody else would read it."""
    return json.loads(json.dumps(document.mapping))
