"""What HTTP has besides JSON: the depot's pages, the document of them, and its client against the mock."""

from __future__ import annotations

import asyncio
import copy
import importlib
import os
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias

import httpx
import pytest

from docpact.client import generate_client
from docpact.config import load_config
from docpact.emit import dump_yaml, validate_document
from docpact.mock import create_app, running
from docpact.pipeline import extract

Generated: TypeAlias = Any
"""A module or an object of the generated package: what they have is known at run time only."""
DEPOT = Path(__file__).resolve().parent / "apis" / "depot"
PARCEL = {"kind": "open", "id": 7, "weight": 2.5, "state": "moving", "labels": {"a": "b"}}


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """The document of the depot's pages, which have no fault."""
    config = load_config(DEPOT / "docpact.toml")
    found = extract([config.path(config.docs.source)], config)
    assert found.diagnostics == ()
    validate_document(found.document, "depot")
    return dict(found.document)


@pytest.fixture(scope="module")
def package(document: dict[str, Any]) -> Iterator[Any]:
    """The generated client's package."""
    with generate_client(document, load_config(DEPOT / "docpact.toml").client) as made:
        sys.path.insert(0, str(made))
        try:
            yield importlib.import_module("depot_client")
        finally:
            sys.path.remove(str(made))
            for name in [name for name in sys.modules if name.split(".")[0] == "depot_client"]:
                del sys.modules[name]


@pytest.fixture(scope="module")
def api(document: dict[str, Any], package: Generated) -> Iterator[Any]:
    """A client of the mock."""
    with running(create_app(document)) as url, package.Depot(base_url=url, query_key="mock-key") as made:
        yield made


Call = Callable[..., tuple[Any, httpx.Request]]


@pytest.fixture
def call(package: Generated) -> Call:
    """Calls an operation with a given response, and returns what came of it, and the request."""

    def made(name: str, response: httpx.Response, /, *given: object, **named: object) -> tuple[Any, httpx.Request]:
        sent: list[httpx.Request] = []

        def answer(request: httpx.Request) -> httpx.Response:
            request.read()
            sent.append(request)
            return response

        with package.Depot(query_key="k", transport=httpx.MockTransport(answer)) as api:
            group, method = name.split(".")
            found = getattr(getattr(api, group), method)(*given, **named)
            return (list(found) if hasattr(found, "__next__") else found), sent[0]

    return made


def operation(document: dict[str, Any], name: str) -> dict[str, Any]:
    """An operation by its id."""
    found: dict[str, Any] = next(
        one for item in document["paths"].values() for one in item.values() if one["operationId"] == name
    )
    return found


def body_schema(document: dict[str, Any], name: str) -> dict[str, Any]:
    """The schema of a JSON request."""
    found: dict[str, Any] = operation(document, name)["requestBody"]["content"]["application/json"]["schema"]
    return found


def test_header_and_cookie_parameters(document: dict[str, Any], call: Call) -> None:
    """A column `In` places them; the client sends them where they belong."""
    parameters = operation(document, "parcel_get_single")["parameters"]
    assert {one["name"]: one["in"] for one in parameters} == {
        "id": "path", "X-Trace": "header", "desk": "cookie", "detail": "query",
    }  # fmt: skip
    _, request = call("parcels.get_single", httpx.Response(200, json=PARCEL), 7, x_trace="a7", desk="north", detail=3)
    assert (request.headers["X-Trace"], request.headers["Cookie"]) == ("a7", "desk=north")
    assert dict(request.url.params) == {"detail": "3", "api_key": "k"}


def test_response_headers(document: dict[str, Any], package: Generated) -> None:
    """A table of response headers belongs to the success; the raw response has them."""
    headers = operation(document, "parcel_get_single")["responses"]["200"]["headers"]
    assert {name: one["schema"]["type"] for name, one in headers.items()} == {
        "ETag": "string",
        "X-Remaining": "integer",
    }
    raw = importlib.import_module("depot_client.api.parcel.parcel_get_single")
    response = httpx.Response(200, json=PARCEL, headers={"ETag": "v1"})
    with package.Depot(transport=httpx.MockTransport(lambda _: response)) as api, warnings.catch_warnings():
        # httpx would rather have the cookies that the raw layer sends set for all calls.
        warnings.simplefilter("ignore", DeprecationWarning)
        assert raw.sync_detailed(7, client=api.raw).headers["ETag"] == "v1"


def test_forms(document: dict[str, Any], api: Generated, call: Call) -> None:
    """A table of form parameters and `-d a=b` make a form; its fields are typed arguments."""
    (media_type,) = operation(document, "account_login")["requestBody"]["content"]
    assert media_type == "application/x-www-form-urlencoded"
    assert api.account.login(username="anna", password="secret") == "t-1"
    _, request = call("account.login", httpx.Response(200, json="t"), username="a", password="b c", remember=True)
    assert request.content == b"username=a&password=b+c&remember=true"


def test_uploads(document: dict[str, Any], package: Generated, api: Generated, call: Call) -> None:
    """`-F` with a file makes a multipart form with a `File`; `--data-binary` a body of the stated media type."""
    content = operation(document, "document_attach")["requestBody"]["content"]
    assert content["multipart/form-data"]["schema"]["properties"]["picture"]["format"] == "binary"
    file = package.File(payload=BytesIO(b"\xff\xd8"), file_name="front.jpg", mime_type="image/jpeg")
    assert api.documents.attach(7, picture=file, title="front") is None
    assert [*operation(document, "document_replace")["requestBody"]["content"]] == ["application/pdf"]
    _, request = call("documents.replace", httpx.Response(204), 7, body=b"%PDF")
    assert (request.content, request.headers["Content-Type"]) == (b"%PDF", "application/pdf")


def test_downloads(document: dict[str, Any], call: Call) -> None:
    """A binary type with a named media type is bytes; a sample of another media type than JSON is text."""
    responses = operation(document, "document_download")["responses"]
    assert responses["200"]["content"] == {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}
    assert call("documents.download", httpx.Response(200, content=b"%PDF\xff"), 7)[0] == b"%PDF\xff"
    assert [*operation(document, "document_export")["responses"]["200"]["content"]] == ["text/csv"]
    found, request = call("documents.export", httpx.Response(200, text="id,weight\n"))
    assert (found, request.headers["Accept"]) == ("id,weight\n", "text/csv")


def test_streams(document: dict[str, Any], package: Generated, call: Call) -> None:
    """JSON lines are structures one by one, and events are events; also asynchronously."""
    content = operation(document, "stream_log")["responses"]["200"]["content"]["application/x-ndjson"]
    assert content["schema"] == {"$ref": "#/components/schemas/Entry"}
    assert [one["value"]["what"] for one in content["examples"].values()] == ["stored", "moved"]
    text = '{"at": "2026-03-01T10:00:00Z", "what": "stored"}\n{"at": "2026-03-01T11:00:00Z", "what": "lost"}\n'
    found, _ = call("stream.log", httpx.Response(200, text=text))
    assert [(one.at, one.what) for one in found] == [
        (datetime(2026, 3, 1, 10, tzinfo=UTC), "stored"),
        (datetime(2026, 3, 1, 11, tzinfo=UTC), "lost"),
    ]

    async def follow() -> list[Any]:
        response = httpx.Response(200, text="event: moved\ndata: 7\n\n")
        async with package.AsyncDepot(query_key="k", transport=httpx.MockTransport(lambda _: response)) as api:
            return [(one.event, one.data) async for one in api.stream.follow()]

    assert asyncio.run(follow()) == [("moved", "7")]


def test_several_media_types(document: dict[str, Any], call: Call) -> None:
    """JSON and XML samples: each under its media type, and the client asks for JSON."""
    content = operation(document, "document_manifest")["responses"]["200"]["content"]
    assert [*content] == ["application/json", "application/xml"]
    assert content["application/xml"]["examples"]["as-xml"]["value"].startswith("<manifest")
    found, request = call("documents.manifest", httpx.Response(200, json={"lorry": "L1", "parcels": [7]}))
    assert (found.lorry, request.headers["Accept"]) == ("L1", "application/json")


def test_bodies_that_are_lists_scalars_and_maps(document: dict[str, Any], api: Generated, call: Call) -> None:
    """A type alone is a body's; keys that are data make a mapping."""
    assert body_schema(document, "parcel_weigh") == {"type": "array", "items": {"type": "integer"}}
    weights = operation(document, "parcel_weigh")["responses"]["200"]["content"]["application/json"]["schema"]
    assert weights == {"type": "object", "additionalProperties": {"type": "number"}}
    with pytest.warns(DeprecationWarning, match="deprecates the operation parcel_weigh"):
        found = api.parcels.weigh(body=[7, 9])
    assert {key: type(value) for key, value in found.items()} == {"7": float, "9": float}
    assert isinstance(api.parcels.count(), int)
    assert call("parcels.count", httpx.Response(200, json=12))[0] == 12


def test_alternatives(document: dict[str, Any], package: Generated, call: Call) -> None:
    """`Crate or Letter` is either; a constant says which it is."""
    links = [{"$ref": f"#/components/schemas/{name}"} for name in ("Crate", "Letter")]
    content = body_schema(document, "parcel_create")["properties"]["content"]
    assert content["oneOf"] == links
    mapping = {name.lower(): f"#/components/schemas/{name}" for name in ("Crate", "Letter")}
    assert content["discriminator"] == {"propertyName": "type", "mapping": mapping}
    assert document["components"]["schemas"]["Letter"]["properties"]["type"]["const"] == "letter"
    letter = package.models.Letter(type_="letter", pages=3)
    given = {"content": letter, "note": None, "price": "3.20", "due": None, "lanes": [1], "grid": [[1], [2, 3]]}
    _, request = call("parcels.create", httpx.Response(201, json=PARCEL), **given)
    assert b'"content":{"type":"letter","pages":3}' in request.content


def test_inheritance(document: dict[str, Any], call: Call) -> None:
    """A structure that extends another has its properties, in one flat class."""
    schema = document["components"]["schemas"]["Parcel"]
    assert schema["allOf"] == [{"$ref": "#/components/schemas/Item"}]
    assert [*schema["properties"]] == ["seal", "labels", "inside"]
    found, _ = call("parcels.get_single", httpx.Response(200, json={**PARCEL, "seal": "A"}), 7)
    assert (found.id, found.weight, found.seal, found.state.value) == (7, 2.5, "A", "moving")


def test_nested_types(document: dict[str, Any]) -> None:
    """Brackets behind brackets are lists of lists."""
    grid = body_schema(document, "parcel_create")["properties"]["grid"]
    assert grid["items"] == {"type": "array", "items": {"type": "integer"}}


def test_recursive_structures(call: Call) -> None:
    """A parcel in a parcel in a parcel, there and back."""
    body = {**PARCEL, "inside": [{**PARCEL, "id": 8, "inside": [{**PARCEL, "id": 9}]}]}
    found, _ = call("parcels.get_single", httpx.Response(200, json=body), 7)
    assert found.inside[0].inside[0].id == 9
    assert found.to_dict() == body


def test_deprecated_and_new(document: dict[str, Any], package: Generated) -> None:
    """Sphinx's directives: deprecated is, and versions are told."""
    assert operation(document, "parcel_weigh")["deprecated"] is True
    assert "> **Deprecated since version:** 4.1" in operation(document, "parcel_weigh")["description"]
    assert "> **New in version:** 4.0" in operation(document, "parcel_count")["description"]
    assert "deprecated" not in operation(document, "parcel_count")
    words = importlib.import_module("depot_client.groups.parcels").ParcelsApi.weigh.__doc__
    assert package
    assert "Deprecated: it may go in a later version of the API." in words


def test_ranges_of_statuses(document: dict[str, Any], package: Generated, call: Call) -> None:
    """`50X` is a range, `any other` the default; no success is made up."""
    responses = operation(document, "parcel_get_single")["responses"]
    assert [*responses] == ["200", "404", "5XX", "default"]
    assert responses["default"]["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/Problem"}
    with pytest.raises(package.ServerError):
        call("parcels.get_single", httpx.Response(507), 7)


def test_security(document: dict[str, Any], package: Generated) -> None:
    """A key in the query and a name with a password, by name; one of them is enough, and one operation needs none."""
    schemes = document["components"]["securitySchemes"]
    assert schemes == {
        "queryKey": {"type": "apiKey", "in": "query", "name": "api_key"},
        "basicAuth": {"type": "http", "scheme": "basic"},
    }
    assert operation(document, "stream_log")["security"] == [{"queryKey": []}, {"basicAuth": []}]
    assert operation(document, "parcel_count")["security"] == []
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, json=[])

    transport = httpx.MockTransport(answer)
    for given in ({"query_key": "k"}, {"username": "anna", "password": "pä"}, {"username": "key"}, {}):
        with package.Depot(**given, transport=transport) as api:
            api.parcels.get_all(lane=1)
    assert [(r.url.params.get("api_key"), r.headers.get("Authorization")) for r in sent] == [
        ("k", None), (None, "Basic YW5uYTpww6Q="), (None, "Basic a2V5Og=="), (None, None),
    ]  # fmt: skip
    with pytest.raises(ValueError, match="give one kind of credentials"):
        package.Depot(query_key="k", username="anna", transport=transport)


def test_words_of_types_and_named_members(document: dict[str, Any], package: Generated) -> None:
    """Values in a type's place, null among alternatives, a type's own name; members are called after their values."""
    parameters = {one["name"]: one["schema"] for one in operation(document, "parcel_get_all")["parameters"]}
    assert parameters["state"] == {
        "type": "string",
        "enum": ["stored", "moving"],
        "x-enum-varnames": ["STORED", "MOVING"],
    }
    properties = body_schema(document, "parcel_create")["properties"]
    assert properties["note"]["type"] == ["string", "null"]
    assert (properties["due"]["type"], properties["due"]["format"]) == (["string", "null"], "date-time")
    assert properties["price"]["type"] == "string"
    assert properties["lanes"]["items"] == {"type": "integer"}
    state = document["components"]["schemas"]["State"]
    assert state["x-enum-varnames"] == ["STORED", "MOVING", "LOST"]
    assert "- `lost`: Nobody knows where it is" in state["description"]
    assert package.models.State.LOST.value == "lost"


def test_limits_in_words(document: dict[str, Any]) -> None:
    """`1 to 3. Defaults to 2.`, `integer 1-100`, `between 0 and 500`, `at most 12 characters`, `max length 50`."""
    single = {one["name"]: one["schema"] for one in operation(document, "parcel_get_single")["parameters"]}
    assert single["detail"] == {"type": "integer", "minimum": 1, "maximum": 3, "default": 2}
    every = {one["name"]: one["schema"] for one in operation(document, "parcel_get_all")["parameters"]}
    assert every["size"] == {"type": "integer", "minimum": 1, "maximum": 100}
    assert every["owner"] == {"type": "string", "maxLength": 12}
    weight = document["components"]["schemas"]["Item"]["properties"]["weight"]
    assert (weight["minimum"], weight["maximum"]) == (0, 500)
    assert body_schema(document, "parcel_create")["properties"]["note"]["maxLength"] == 50


def test_a_parameter_without_a_type_keeps_its_default(document: dict[str, Any]) -> None:
    """Its description says it; the type stays open, and nobody has to send it."""
    (lane,) = [one for one in operation(document, "parcel_get_all")["parameters"] if one["name"] == "lane"]
    assert lane["schema"] == {"default": 3}
    assert lane["required"] is False


def test_several_samples(document: dict[str, Any]) -> None:
    """Each is an example at its status; a request's sample teaches no response."""
    responses = operation(document, "parcel_get_single")["responses"]
    examples = responses["200"]["content"]["application/json"]["examples"]
    assert [*examples] == ["a-parcel-on-its-way", "a-parcel-that-is-stored"]
    assert [*operation(document, "parcel_create")["responses"]] == ["201"]
    assert [*operation(document, "document_replace")["responses"]["204"]] == ["description"]


def test_names_of_the_configuration(document: dict[str, Any]) -> None:
    """`project` and `release` of conf.py name the API and its version."""
    assert document["info"] == {"title": "Depot", "version": "4.2"}


def for_anybody(document: dict[str, Any]) -> dict[str, Any]:
    """The document of the same API without credentials; what it says to bad requests is one response for all.

    The one parameter of any type gets a type: whether a server takes a list for it, no page says.
    """
    found = copy.deepcopy(document)
    (lane,) = [one for one in operation(found, "parcel_get_all")["parameters"] if one["name"] == "lane"]
    lane["schema"]["type"] = "integer"
    for one in (one for item in found["paths"].values() for one in item.values()):
        one.pop("security", None)
        one["responses"].setdefault("default", {"description": "rejected"})
    return found


def check(document: dict[str, Any], folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A contract run."""
    (folder / "openapi.yaml").write_text(dump_yaml(for_anybody(document)), "utf-8")
    command = [sys.executable, "-m", "docpact", "check", *arguments, "--document", "openapi.yaml"]
    environment = {**os.environ, "XDG_STATE_HOME": str(folder)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_mock_keeps_the_contract(document: dict[str, Any], tmp_path: Path) -> None:
    """Forms, files, texts, bytes, lines and events are sent and checked as the document says."""
    done = check(document, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_server_that_sends_something_else_does_not(document: dict[str, Any], tmp_path: Path) -> None:
    """A table as plain text, lines of another structure, numbers in place of a mapping's."""
    broken = for_anybody(document)
    for name, before, after in (
        ("document_export", "text/csv", {"text/plain": {"schema": {"type": "string"}}}),
        ("stream_log", "application/x-ndjson", {"application/x-ndjson": {"schema": {"type": "integer"}}}),
        ("parcel_weigh", "application/json", {"application/json": {"schema": {"type": "array", "items": {}}}}),
    ):
        responses = operation(broken, name)["responses"]
        assert [*responses["200"]["content"]] == [before]
        responses["200"]["content"] = after
    with running(create_app(broken)) as url:
        done = check(document, tmp_path, url)
    assert done.returncode == 1, done.stdout + done.stderr
    for words in ("GET /log", "GET /parcels.csv", "POST /parcels/weights", "content_type_conformance"):
        assert words in done.stdout
