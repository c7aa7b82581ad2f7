"""What goes over the wire beside JSON: media types, headers, credentials, methods, other pages' requests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from docpact.mock import create_app, describe_credentials, running, sample_keys


def fine(content: Any = None, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON value.
    """A response."""
    return {"description": "Fine.", **({"content": content} if content else {}), **more}


def body(schema: Any, kind: str = "application/json") -> dict[str, Any]:  # noqa: ANN401
    """A request body."""
    return {"required": True, "content": {kind: {"schema": schema}}}


BOOK: dict[str, Any] = {
    "type": "object",
    "required": ["isbn", "title"],
    "properties": {
        "isbn": {"type": "string", "xml": {"attribute": True}},
        "title": {"type": "string", "minLength": 2},
        "pages": {"type": "integer", "minimum": 1},
        "tags": {"type": "array", "items": {"type": "string", "xml": {"name": "tag"}}},
    },
    "xml": {"name": "book"},
}
BOOKS = {"application/json": {"schema": BOOK}, "application/xml": {"schema": BOOK}}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Library", "version": "1"},
    "paths": {
        "/words": {"get": {"responses": {"200": fine({"text/plain": {"example": "All of it."}})}}},
        "/table": {
            "get": {
                "responses": {
                    "200": fine(
                        {
                            "text/csv": {
                                "schema": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "properties": {"a": {"type": "integer"}, "b": {"type": "string"}},
                                    },
                                }
                            }
                        }
                    )
                }
            }
        },
        "/cover": {"get": {"responses": {"200": fine({"image/png": {}})}}},
        "/lines": {"get": {"responses": {"200": fine({"application/x-ndjson": {"example": [{"n": 1}, {"n": 2}]}})}}},
        "/anything": {
            "get": {
                "responses": {
                    "200": fine(
                        {
                            "*/*": {
                                "schema": {
                                    "type": "object",
                                    "required": ["a"],
                                    "properties": {"a": {"type": "integer"}},
                                }
                            }
                        }
                    )
                }
            }
        },
        "/book": {
            "get": {"responses": {"200": fine(BOOKS)}},
            "post": {
                "requestBody": {"required": True, "content": BOOKS},
                "responses": {"200": fine(BOOKS), "400": fine()},
            },
        },
        "/moved": {
            "get": {
                "responses": {
                    "302": fine(
                        headers={
                            "Location": {"required": True, "schema": {"type": "string"}, "example": "/book"},
                            "X-Left": {"schema": {"type": "integer", "minimum": 3}},
                        }
                    )
                }
            }
        },
        "/parcels": {
            "post": {
                "requestBody": body(
                    {
                        "type": "object",
                        "required": ["weight"],
                        "properties": {"weight": {"type": "number"}, "label": {"type": "string", "format": "binary"}},
                    },
                    "multipart/form-data",
                ),
                "responses": {"204": fine(), "422": fine()},
            }
        },
        "/by-name": {"get": {"security": [{"name": []}], "responses": {"204": fine(), "401": fine()}}},
        "/by-both": {"get": {"security": [{"token": [], "half": []}], "responses": {"204": fine(), "401": fine()}}},
        "/by-any": {
            "get": {
                "security": [{"half": []}, {"crumb": []}, {"asked": []}],
                "responses": {"204": fine(), "403": fine()},
            }
        },
        "/open": {"get": {"security": [{"name": []}, {}], "responses": {"204": fine()}}},
    },
    "components": {
        "securitySchemes": {
            "name": {"type": "http", "scheme": "basic"},
            "token": {"type": "http", "scheme": "bearer"},
            "half": {"type": "apiKey", "in": "header", "name": "X-Half"},
            "crumb": {"type": "apiKey", "in": "cookie", "name": "crumb"},
            "asked": {"type": "apiKey", "in": "query", "name": "key"},
        }
    },
}
BEARER = {"Authorization": "Bearer mock-key"}


@pytest.fixture(scope="module")
def library() -> Iterator[httpx.Client]:
    """A client of a library."""
    with running(create_app(DOCUMENT)) as url, httpx.Client(base_url=url) as client:
        yield client


@pytest.mark.parametrize(
    ("path", "kind", "content"),
    [
        ("/words", "text/plain", b"All of it."),
        ("/table", "text/csv", b"a,b\r\n0,text\r\n"),
        ("/lines", "application/x-ndjson", b'{"n":1}\n{"n":2}\n'),
        ("/anything", "application/json", b'{"a":0}'),
        ("/book", "application/json", b'{"isbn":"text","title":"text","pages":1,"tags":["text"]}'),
    ],
)
def test_bodies_of_other_media_types(library: httpx.Client, path: str, kind: str, content: bytes) -> None:
    """As the document has them; everything (`*/*`) is answered with JSON, and JSON comes first."""
    found = library.get(path)
    assert (found.headers["content-type"].partition(";")[0], found.content) == (kind, content)


def test_files_are_files(library: httpx.Client) -> None:
    """A picture begins as its kind does."""
    assert library.get("/cover").content.startswith(b"\x89PNG\r\n")


def test_the_media_type_that_is_asked_for(library: httpx.Client) -> None:
    """By the quality that the request gives; what isn't there is answered with the first."""
    xml = library.get("/book", headers={"Accept": "application/json;q=0.1, application/xml"})
    assert xml.text.endswith('<book isbn="text"><title>text</title><pages>1</pages><tag>text</tag></book>')
    for other in ("image/png", "*/*", "application/*;q=0.5"):
        assert library.get("/book", headers={"Accept": other}).headers["content-type"] == "application/json"


def test_xml_is_read(library: httpx.Client) -> None:
    """By the schema's words, and held against it; declarations are refused before anything is made of them."""
    kind = {"Content-Type": "application/xml"}
    sent = '<book isbn="7"><title>Sea</title><pages>12</pages><tag>a</tag><tag>b</tag></book>'
    made = library.post("/book", content=sent, headers=kind)
    assert made.json() == {"isbn": "7", "title": "Sea", "pages": 12, "tags": ["a", "b"]}
    for wrong in (
        "<book><title>S</title></book>",
        "<book",
        "<!DOCTYPE b [<!ENTITY a 'b'>]><book/>",
        "<book>text</book>",
    ):
        assert library.post("/book", content=wrong, headers=kind).status_code == 400


def test_parts_of_forms_are_read(library: httpx.Client) -> None:
    """Texts are held against their schemas, files taken; what the document lists for bad requests is answered."""
    good = library.post("/parcels", data={"weight": "1.5"}, files={"label": b"%PDF"})
    assert good.status_code == 204
    assert library.post("/parcels", data={"weight": "heavy"}, files={"label": b""}).status_code == 422
    kind = {"Content-Type": "multipart/form-data; boundary=b"}
    assert "weight" in library.post("/parcels", content=b"--b--\r\n", headers=kind, timeout=5).text
    assert library.post("/parcels", content=b"weight=1", headers=kind).status_code == 422


def test_headers_of_responses(library: httpx.Client) -> None:
    """Each that is documented, with its sample or a made-up value."""
    found = library.get("/moved")
    assert (found.status_code, found.headers["location"], found.headers["x-left"]) == (302, "/book", "3")


@pytest.mark.parametrize(
    ("path", "sent", "status"),
    [
        ("/by-name", {"auth": ("mock-key", "")}, 204),
        ("/by-name", {"auth": ("someone", "mock-key")}, 204),
        ("/by-name", {"auth": ("someone", "else")}, 401),
        ("/by-name", {"headers": {"Authorization": "Basic !"}}, 401),
        ("/by-both", {"headers": {**BEARER, "X-Half": "mock-key"}}, 204),
        ("/by-both", {"headers": BEARER}, 401),
        ("/by-any", {"headers": {"Cookie": "a=b; crumb=mock-key"}}, 204),
        ("/by-any", {"params": {"key": "mock-key"}}, 204),
        ("/by-any", {}, 403),
        ("/open", {}, 204),
    ],
)
def test_credentials(library: httpx.Client, path: str, sent: dict[str, Any], status: int) -> None:
    """As RFC 7617 has names and passwords, and where the document's schemes say; several may be needed at once."""
    assert library.get(path, **sent).status_code == status


def test_what_is_said_about_credentials() -> None:
    """The header that a client sends, and the keys that go elsewhere."""
    assert (
        describe_credentials(DOCUMENT) == "the header `Authorization: Basic bW9jay1rZXk6`, which is the user `mock-key`"
    )
    assert sample_keys(DOCUMENT) == {"half": "mock-key", "crumb": "mock-key", "asked": "mock-key"}


def test_methods_that_every_server_has(library: httpx.Client) -> None:
    """HEAD is GET without the body (RFC 9110, section 9.3.2); OPTIONS says what there is."""
    head, get = library.head("/words"), library.get("/words")
    assert (head.status_code, head.content, head.headers["content-length"]) == (200, b"", get.headers["content-length"])
    options = library.options("/book")
    assert (options.status_code, options.headers["allow"]) == (204, "GET, POST")
    assert library.put("/book").status_code == 405


def test_pages_of_this_machine_may_read(library: httpx.Client) -> None:
    """A preflight is answered, and the response says whose it is; pages of other sites get nothing."""
    page = {"Origin": "http://localhost:3000"}
    asked = {**page, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    preflight = library.options("/book", headers=asked)
    assert preflight.status_code == 204
    assert preflight.headers["access-control-allow-origin"] == page["Origin"]
    assert preflight.headers["access-control-allow-methods"] == "POST"
    assert preflight.headers["access-control-allow-headers"] == "content-type"
    got = library.get("/words", headers=page)
    assert (got.headers["access-control-allow-origin"], got.headers["vary"]) == (page["Origin"], "origin")
    other = library.get("/words", headers={"Origin": "https://elsewhere.example"})
    assert other.status_code == 403
    assert "access-control-allow-origin" not in other.headers
    assert "access-control-allow-origin" not in library.get("/", headers=page).headers


def test_everything_that_is_wrong_is_said_at_once() -> None:
    """In the words of the mock, as a problem: this document has no envelope."""
    app = create_app(
        {
            **DOCUMENT,
            "paths": {
                "/book": {
                    "post": {
                        "parameters": [{"name": "n", "in": "query", "required": True, "schema": {"type": "integer"}}],
                        "requestBody": body(BOOK),
                        "responses": {"204": fine()},
                    }
                }
            },
        }
    )
    with running(app) as url:
        refused = httpx.post(f"{url}/book?n=x", json={"title": "S", "pages": 0})
    assert refused.headers["content-type"] == "application/problem+json"
    said = refused.json()["detail"]
    for part in ("query parameter n", "isbn", "body title", "body pages"):
        assert part in said


def test_the_document_itself(library: httpx.Client) -> None:
    """Is served as it is understood."""
    assert library.get("/openapi.json").json()["info"]["title"] == "Library"
    yaml = library.get("/openapi.yaml")
    assert (yaml.status_code, yaml.headers["content-type"].partition(";")[0]) == (200, "application/yaml")
