"""One API in the styles of `tests/styles`, a folder each: however it is written down, the document says the same."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from docpact.config import Config
from docpact.pipeline import extract

STYLES = Path(__file__).resolve().parents[1] / "styles"
HIVE = {"id": "integer", "label": "string", "frames": "integer"}
WHICH = ("path", "hive_id", True, "integer")
# Operation → parameters, properties of the body, those of them that are required, properties by status.
API: dict[str, tuple[Any, ...]] = {
    "get /hives": (
        [("query", "limit", False, "integer"), ("query", "status", False, "string")],
        None,
        [],
        {"200": {"total": "integer", "hives": [HIVE]}},
    ),
    "post /hives": ([], {"label": "string", "frames": "integer"}, ["label"], {"201": HIVE, "409": None}),
    "get /hives/{hive_id}": ([WHICH], None, [], {"200": HIVE, "404": None}),
    "delete /hives/{hive_id}": ([WHICH], None, [], {"204": None, "404": None}),
}


@pytest.mark.parametrize("style", sorted(folder.name for folder in STYLES.iterdir()))
def test_every_style_says_the_same(style: str) -> None:
    """Four operations with the same parameters, bodies, statuses and properties, and no error."""
    found = extract([STYLES / style], Config(root=STYLES))
    assert facts(found.document) == API
    assert [str(d.origin) for d in found.diagnostics if d.severity.value == "error"] == []


def test_there_are_enough_styles() -> None:
    """Each is a way in which people write."""
    pages = list(STYLES.rglob("*.rst"))
    assert len({page.parent for page in pages}) >= 12
    assert len(pages) >= 30


def facts(document: Any) -> dict[str, tuple[Any, ...]]:  # noqa: ANN401 - a plain mapping.
    """What the document says, without descriptions and names of components."""
    found: dict[str, tuple[Any, ...]] = {}
    for path, item in document["paths"].items():
        for method, operation in item.items():
            parameters = sorted(
                (p["in"], p["name"].lower(), p["required"], shape(document, p["schema"]))
                for p in operation.get("parameters", ())
            )
            body = media(operation.get("requestBody", {}))
            required = sorted(resolved(document, body).get("required", ()))
            responses = {
                status: shape(document, media(response)) for status, response in operation["responses"].items()
            }
            name = f"{method} {re.sub('HIVE_ID', 'hive_id', path)}"
            found[name] = (parameters, shape(document, body), required, responses)
    return found


def media(carrier: Any) -> Any:  # noqa: ANN401 - a part of a document.
    """The schema of its first media type."""
    return next((content["schema"] for content in carrier.get("content", {}).values()), {})


def resolved(document: Any, schema: Any) -> Any:  # noqa: ANN401 - a schema.
    """The schema that a reference leads to."""
    while "$ref" in schema:
        node = document
        for part in schema["$ref"].removeprefix("#/").split("/"):
            node = node[part]
        schema = node
    return schema


def shape(document: Any, schema: Any) -> Any:  # noqa: ANN401 - a schema.
    """Its type: a word, a list of one for a list, a mapping for an object, None where it is left open."""
    schema = resolved(document, schema)
    kind = schema.get("type")
    if kind == "array":
        return [shape(document, schema["items"])]
    if kind == "object":
        return {name: shape(document, inner) for name, inner in schema["properties"].items()}
    return kind
