"""No document and no request holds the mock: whatever it is asked, it goes on answering others."""

from __future__ import annotations

import time
from typing import Any

import httpx
import pytest

from docpact.errors import InputError
from docpact.mock import create_app, running
from docpact.mock.document import Document
from docpact.mock.operations import PathTemplate
from docpact.mock.values import LONGEST_TEXT, MOST_ELEMENTS, make_value

SOON = 2.0
"""Seconds; each of these took minutes, or for ever."""


def document(schema: Any, path: str = "/n", **components: Any) -> dict[str, Any]:  # noqa: ANN401 - any schema.
    """A document that takes and answers values of a schema."""
    content = {"content": {"application/json": {"schema": schema}}}
    item = {"get": {"responses": {"200": {"description": "", **content}}}}
    item["post"] = {"requestBody": content, "responses": {"204": {"description": ""}}}  # type: ignore[dict-item] # Another shape.
    return {"openapi": "3.1.0", "paths": {path: item}, "components": {"schemas": components}}


def of(*names: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any keyword.
    """An object schema with properties that refer to components."""
    referred = {name.lower(): {"$ref": f"#/components/schemas/{name}"} for name in names}
    return {"type": "object", "properties": {**referred, "id": {"type": "integer"}}, **more}


@pytest.mark.parametrize(
    ("template", "path", "held"),
    [
        ("/report/{year}-{month}.json", "/report/2026-11.json", ("2026", "11")),
        ("/report/{year}-{month}.json", "/report/2026-11-27.json", ("2026-11", "27")),
        ("/report/{year}-{month}.json", "/report/-11.json", None),
        ("/report/{year}-{month}.json", "/report/2026-.json", None),
        ("/report/{year}-{month}.json", "/report/2026-11.xml", None),
        ("/report/{year}-{month}.json", "/report/2026-11.json/x", None),
        ("/{a}{b}", "/xyz", ("xy", "z")),
        ("/{a}{b}", "/x", None),
        ("/{a}/{b}", "/x/", None),
        ("/a.b", "/axb", None),
        ("/a{", "/a{", ()),
        ("/{a/b}", "/{a/b}", ()),
    ],
)
def test_templates_are_matched(template: str, path: str, held: tuple[str, ...] | None) -> None:
    """As a regular expression with `[^/]+` for each placeholder would."""
    assert PathTemplate.parse(template).match(path) == held


@pytest.mark.parametrize(
    "template", ["/report/{year}-{month}-{day}.json", "/report/{a}{b}{c}{d}", "/report/{a}-{a}-{b}x"]
)
def test_a_long_path_is_matched_at_once(template: str) -> None:
    """Not in the cube of its length, nor in more."""
    with running(create_app(document({}, template))) as url:
        start = time.monotonic()
        for path in ("-" * 60_000, "-" * 60_000 + ".jso", "x-" * 30_000):
            assert httpx.get(f"{url}/report/{path}/").status_code == 404
            assert httpx.get(f"{url}/report/{path}").status_code in {200, 404}
        assert time.monotonic() - start < SOON


def test_optional_properties_that_lead_back_are_left_out() -> None:
    """However many there are, however far they go round, in lists and alternatives too."""
    node = of("Node", "Other")
    node["properties"]["nodes"] = {"type": "array", "items": {"$ref": "#/components/schemas/Node"}}
    node["properties"]["parent"] = {"anyOf": [{"$ref": "#/components/schemas/Node"}, {"type": "null"}]}
    read = Document(document({}, Node=node, Other=of("Node")))
    made = make_value(read, {"$ref": "#/components/schemas/Node"})
    assert made == {"other": {"id": 0}, "id": 0, "nodes": [], "parent": None}
    assert read.compile({"$ref": "#/components/schemas/Node"}).is_valid(made)


@pytest.mark.parametrize("required", [True, False])
def test_a_made_up_value_is_of_some_size_only(*, required: bool) -> None:
    """Also where nothing leads back, or where it must: ten properties at twelve levels."""
    names = [f"S{level}" for level in range(20)]
    members = [f"p{n}" for n in range(10)]
    more = {"required": members} if required else {}
    chain: dict[str, Any] = {
        name: {
            "type": "object",
            "properties": {f"p{n}": {"$ref": f"#/components/schemas/{below}"} for n in range(10)},
            **more,
        }
        for name, below in zip(names, [*names[1:], names[0]], strict=True)
    }
    start = time.monotonic()
    made = make_value(Document(document({}, **chain)), {"$ref": "#/components/schemas/S0"})
    assert isinstance(made, dict)
    assert time.monotonic() - start < SOON


@pytest.mark.parametrize(
    ("schema", "size"),
    [
        ({"type": "array", "minItems": 10**6, "items": {"type": "integer"}}, MOST_ELEMENTS),
        ({"type": "string", "minLength": 10**6}, LONGEST_TEXT),
        ({"type": "string", "minLength": 10**6, "pattern": "x"}, LONGEST_TEXT),
    ],
)
def test_gigantic_minimums_are_not_followed(schema: dict[str, Any], size: int) -> None:
    """A list has a hundred elements, a text ten thousand characters."""
    assert len(make_value(Document(document(schema)), schema)) == size


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("^(a{1,300}){1,300}$", "a" * 50_000 + "!"),
        ("(?=(a+)+$)(a|aa)+$", "a" * 200_000 + "!"),
        ("^(a|a)*(?=b)$", "a" * 500_000),
        ("^(a+)+$", "a" * 900_000 + "!"),
    ],
)
def test_a_slow_pattern_holds_up_nobody(pattern: str, text: str) -> None:
    """A text is not held against it where that would take long; a short one is."""
    schema = {"type": "object", "properties": {"name": {"type": "string", "pattern": pattern}}, "required": ["name"]}
    with running(create_app(document(schema))) as url:
        start = time.monotonic()
        assert httpx.post(f"{url}/n", json={"name": text}).status_code in {204, 400}
        assert time.monotonic() - start < SOON
        assert httpx.post(f"{url}/n", json={"name": "!"}).status_code == 400
        assert httpx.post(f"{url}/n", json={"names": text}).status_code == 400


def test_a_pattern_that_is_none_spoils_nothing_else() -> None:
    """What else the schema says counts; properties may be called `pattern`."""
    schema = {
        "type": "object",
        "properties": {"name": {"type": "string", "pattern": "("}, "pattern": {"type": "integer"}},
        "patternProperties": {"^x-": {"type": "string"}},
        "additionalProperties": False,
    }
    validator = Document(document(schema)).compile(schema)
    assert validator.is_valid({"name": "x", "pattern": 1, "x-a": "b"})
    assert not validator.is_valid({"name": 1})
    assert not validator.is_valid({"pattern": "x"})


@pytest.mark.parametrize("levels", [8, 400])
def test_a_document_of_aliases_is_refused(levels: int) -> None:
    """Nine lines of YAML may stand for a thousand million values; what contains itself has no end."""
    node: Any = {"type": "object"}
    for _ in range(levels):
        node = {"allOf": [node] * (10 if levels < 100 else 1)}
    with pytest.raises(InputError, match=r"has more than (1,000,000 values|100 levels)"):
        create_app(document(node))
