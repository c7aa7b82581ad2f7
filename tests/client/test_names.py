"""Names that the generated layer needs for itself, as names of properties, parameters and structures."""

from __future__ import annotations

import importlib
import inspect
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from docpact.client import generate_client
from docpact.config import Client

PROPERTIES = (
    "d", "to_dict", "from_dict", "field_dict", "cls", "params", "Any", "Response", "self", "src_dict", "to_json",
    "_came", "PARSER", "UNSET", "T", "datetime", "list", "type", "None", "additional_properties",
    "additionalProperties", "hide", "_hide", "class",
)  # fmt: skip
STRUCTURES = (
    "Any", "Response", "Unset", "Mapping", "List", "Unpack", "CallOptions", "Page", "AsyncPage", "Pending",
    "AsyncPending", "ApiResponse", "Self", "Iterator", "Connection", "Endpoint", "Literal", "UUID",
    "TYPE_CHECKING", "Client", "File", "UnknownWebhook", "Parser", "T",
)  # fmt: skip
PARAMETERS = (
    "d", "cls", "params", "to_dict", "timeout", "headers", "retries", "_options", "options", "self", "url",
    "client", "body", "_next", "_size", "Any", "Response", "response", "json", "connection",
)  # fmt: skip
TEXT = {"type": "string"}
BODY: dict[str, Any] = {name: name for name in PROPERTIES} | {"inner": [{name: name for name in PROPERTIES}]}


def refer(name: str) -> dict[str, Any]:
    """A schema that is another one."""
    return {"$ref": f"#/components/schemas/{name}"}


def responses(schema: dict[str, Any]) -> dict[str, Any]:
    """A success with such a body."""
    return {"200": {"description": "x", "content": {"application/json": {"schema": schema}}}}


def document() -> dict[str, Any]:
    """An API that calls everything so."""
    page = {"name": "page", "in": "query", "schema": {"type": "integer"}}
    parameters = [page, *({"name": name, "in": "query", "schema": TEXT} for name in PARAMETERS)]
    listed = {"type": "array", "items": refer("Response")}
    body = {"required": True, "content": {"application/json": {"schema": refer("Any")}}}
    paths: dict[str, Any] = {
        "/things": {
            "get": {"operationId": "list_things", "parameters": parameters, "responses": responses(listed)},
            "post": {"operationId": "make_thing", "requestBody": body, "responses": responses(refer("CallOptions"))},
        },
        **{f"/things/{s}": {"get": {"operationId": f"get_{s}", "responses": responses(refer(s))}} for s in STRUCTURES},
    }
    schemas = {
        name: {
            "type": "object",
            "properties": {**dict.fromkeys(PROPERTIES, TEXT), "inner": {"type": "array", "items": refer(other)}},
            "required": list(PROPERTIES[:6]),
        }
        for name, other in zip(STRUCTURES, (*STRUCTURES[1:], STRUCTURES[0]), strict=True)
    }
    info = {"title": "Odd names", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas}}


@pytest.fixture(scope="module")
def made() -> Iterator[Path]:
    """The client's folder, to import from."""
    with generate_client(document(), Client(package="odd_names")) as folder:
        sys.path.insert(0, str(folder))
        yield folder
        sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.startswith("odd_names")]:
        del sys.modules[name]


def given(method: Any) -> dict[str, Any]:  # noqa: ANN401 - any method.
    """Its own name for each argument that is a text."""
    parameters = inspect.signature(method).parameters.values()
    return {p.name: p.name for p in parameters if p.kind == p.KEYWORD_ONLY and p.name not in {"page", "inner"}}


@pytest.mark.usefixtures("made")
def test_all_go_over_the_wire_by_their_names() -> None:
    """Each structure with each property, both ways; each parameter."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        listed = request.method == "GET" and request.url.path == "/things"
        return httpx.Response(200, json=[BODY] if listed else BODY)

    kind = importlib.import_module("odd_names").OddNames
    api = kind(base_url="http://127.0.0.1:9", transport=httpx.MockTransport(answer))
    methods = [name for name in dir(api.things) if name.startswith("get_")]
    assert len(methods) == len(STRUCTURES)
    for name in methods:
        found = getattr(api.things, name)()
        assert found.to_dict() == BODY
        assert found.additional_properties == {}
    api.things.list_things(**given(api.things.list_things))
    assert seen[-1].url.params.keys() == {*PARAMETERS}
    assert len({*seen[-1].url.params.values()}) == len(PARAMETERS)
    assert [type(one) for one in api.things.iter_things()] == [type(api.things.list_things()[0])]
    api.things.make_thing(**given(api.things.make_thing))
    sent = json.loads(seen[-1].content)
    assert sent.keys() == {*PROPERTIES}
    assert len({*sent.values()}) == len(PROPERTIES)


def test_type_checkers_have_nothing_to_say(made: Path) -> None:
    """In the whole package."""
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file=", "odd_names"]
    done = subprocess.run(command, cwd=made, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
