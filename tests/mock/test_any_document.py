"""The mock of a document that was written without it in mind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from docpact.errors import InputError
from docpact.mock import create_app, describe_credentials, running
from mock.petstore import DOCUMENT, answers, parameter, reference, takes

KEY = {"api_key": "mock-key"}


@pytest.fixture
def shop() -> Iterator[httpx.Client]:
    """A client of a pet shop."""
    with running(create_app(DOCUMENT)) as url, httpx.Client(base_url=url, headers=KEY) as client:
        yield client


def make(shop: httpx.Client, **pet: Any) -> Any:  # noqa: ANN401 - any JSON value.
    """A pet that was made."""
    response = shop.post("/pets", json=pet)
    assert response.status_code == 201, response.text
    return response.json()


def test_a_life(shop: httpx.Client) -> None:
    """Nothing is there at first; then create, read, replace, delete, and 404, though most pages don't list it."""
    assert shop.get("/pets").json() == []
    made = make(shop, name="Rex", tags=["old"], owner=None)
    path = f"/pets/{made['id']}"
    assert shop.get(path).json() == made == {"id": 1, "name": "Rex", "tags": ["old"], "owner": None}
    assert shop.put(path, json={"name": "Max"}).json() == {"id": 1, "name": "Max"}
    assert shop.delete(path, headers={"X-Reason": "sold"}).status_code == 204
    assert [shop.get(path).status_code, shop.put(path, json={"name": "x"}).status_code] == [404, 404]


def test_failures_look_as_they_are_documented(shop: httpx.Client) -> None:
    """Where they are; the words go where words belong."""
    missing = shop.get("/pets/9")
    assert missing.headers["content-type"] == "application/problem+json"
    assert missing.json() == {"status": 404, "detail": "there is nothing with id 9"}
    refused = shop.post("/pets", json={"name": ""})
    assert (refused.status_code, refused.json()["status"]) == (400, 400)
    assert refused.json()["detail"].startswith("body name: ")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"name": "a", "owner": None}, 201),
        ({"name": "a", "status": None}, 400),
        ({"name": "a", "weight": 0}, 400),
        ({"name": "a", "weight": 0.1}, 201),
    ],
)
def test_what_3_0_says_otherwise(shop: httpx.Client, body: Any, status: int) -> None:  # noqa: ANN401
    """`nullable` allows null, and an exclusive limit is not included."""
    assert shop.post("/pets", json=body).status_code == status


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"limit": 2}, ["a", "b"]),
        ({"limit": 2, "offset": 1}, ["b", "c"]),
        ({"offset": 2}, ["c"]),
        ({"tags": ["x"]}, ["a", "b"]),
        ({"tags": ["y", "z"]}, ["b", "c"]),
        ({"status": "sold"}, ["c"]),
        ({"status": "sold", "tags": "x"}, []),
    ],
)
def test_lists_are_cut_and_filtered(shop: httpx.Client, query: dict[str, Any], names: list[str]) -> None:
    """By limit and offset, and by members of the same name; one of a list is enough."""
    make(shop, name="a", tags=["x"])
    make(shop, name="b", tags=["x", "y"])
    make(shop, name="c", tags=["z"], status="sold")
    assert [pet["name"] for pet in shop.get("/pets", params=query).json()] == names


def test_keys_are_where_the_document_says(shop: httpx.Client) -> None:
    """In a header, a parameter or a cookie."""
    bare = httpx.Client(base_url=shop.base_url)
    assert bare.get("/pets").status_code == 401
    assert bare.get("/pets", headers={"api_key": "mock-key"}).status_code == 200
    assert bare.get("/pets?key=mock-key").status_code == 200
    assert bare.get("/pets?key=another").status_code == 401
    assert bare.get("/pets", headers={"Cookie": "a=1; session=mock-key"}).status_code == 200
    bare.close()
    assert describe_credentials(DOCUMENT) == "the header `api_key: mock-key`"


def test_parameters_in_headers(shop: httpx.Client) -> None:
    """They must be there, and as documented."""
    path = f"/pets/{make(shop, name='Rex')['id']}"
    refused = shop.delete(path)
    assert "x-reason" in refused.json()["detail"].lower()
    assert refused.headers["content-type"] == "application/problem+json"
    assert shop.delete(path, headers={"X-Reason": "no"}).status_code == 400
    assert shop.delete(path, headers={"X-Reason": "yes"}).status_code == 204


def test_bodies_that_are_no_json(shop: httpx.Client) -> None:
    """A form is read, a picture is taken as it is; what is of another type than documented is refused with 415."""
    assert shop.post("/login", data={"pin": "123"}).status_code == 204
    assert shop.post("/login", data={"pin": "x"}).status_code == 400
    assert shop.post("/login", json={"pin": 123}).status_code == 415
    path = f"/pets/{make(shop, name='Rex')['id']}/photo"
    assert shop.put(path, content=b"\x89PNG", headers={"Content-Type": "image/png"}).status_code == 204
    assert shop.put(path, content=b"\x89PNG", headers={"Content-Type": "image/gif"}).status_code == 415


ODD: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Odd"},
    "servers": [{"url": "https://{host}/v{version}/", "variables": {"version": {"default": "1"}}}],
    "paths": {
        "/trees": {
            # Numbers, as YAML has them where nobody quotes them.
            "get": {"responses": {200: answers({"type": "array", "items": reference("Tree")})}},
            "post": {"requestBody": takes(reference("Tree")), "responses": {201: answers(reference("Tree"))}},
        },
        "/trees/{id}": {"$ref": "#/components/pathItems/tree"},
        "/lost": {
            "parameters": [parameter("q", "query", {"type": "integer"})],
            "get": {"responses": {"default": {"description": "Whatever."}}},
        },
        "/silent": {"get": {"summary": "Says nothing of its answers."}, "x-note": 1},
        "/classes/{unnamed}": {"get": {"responses": {"2XX": answers({"type": "string", "pattern": "(?<broken"})}}},
        "/files/{name}.txt": {"get": {"responses": {"200": answers({"type": "string"}, "text/plain")}}},
    },
    "components": {
        "pathItems": {
            "tree": {
                "get": {"responses": {200: answers(reference("Tree"))}},
                "delete": {"responses": {204: {"description": "Gone."}}},
            }
        },
        "schemas": {
            "Tree": {
                "type": "object",
                "required": ["kids"],
                "properties": {
                    "id": {"type": "integer"},
                    "kids": {"type": "array", "items": reference("Tree")},
                    "above": {"anyOf": [reference("Tree"), reference("Loop"), {"type": "null"}]},
                },
            },
            "Loop": {"anyOf": [reference("Loop")]},
        },
    },
}


def test_an_odd_document() -> None:
    """Numbers for statuses, path items elsewhere, schemas within themselves: all is answered."""
    with running(create_app(ODD)) as url, httpx.Client(base_url=url) as client:
        assert url.endswith("/v1")
        tree = client.post("/trees", json={"kids": [{"kids": []}]})
        assert (tree.status_code, tree.json()["id"]) == (201, 1)
        assert client.get("/trees/1").json() == tree.json()
        assert [client.delete("/trees/1").status_code, client.get("/trees/1").status_code] == [204, 404]
        for path in ("/trees", "/lost?q=1", "/silent", "/classes/x", "/files/a.txt"):
            assert client.get(path).status_code == 200, path


def test_what_cannot_be_served_is_refused() -> None:
    """A reference that leads nowhere, and a document without operations; in one line each."""
    lost = {**ODD, "paths": {"/a": {"get": {"responses": {"200": {"$ref": "elsewhere.yaml#/found"}}}}}}
    for node, message in (
        (lost, "elsewhere.yaml#/found` leads to a file"),
        ({**ODD, "paths": {}}, "has no operations"),
    ):
        with pytest.raises(InputError, match=message):
            create_app(node)


PET = {"$ref": "#/definitions/Pet"}


def test_swagger_2() -> None:
    """Bodies, forms and responses are what they are in OpenAPI 3."""
    pet = {
        "type": "object",
        "required": ["name"],
        "properties": {"id": {"type": "integer"}, "name": {"type": "string"}},
    }
    one = {"schema": PET}
    found = {
        "swagger": "2.0", "info": {"title": "Pets", "version": "1"}, "basePath": "/v2", "definitions": {"Pet": pet},
        "produces": ["application/json"],
        "paths": {
            "/pets": {
                "get": {"responses": {"200": {"description": "d", "schema": {"type": "array", "items": PET}}}},
                "post": {
                    "parameters": [{"name": "pet", "in": "body", "required": True, **one}],
                    "responses": {"201": {"description": "d", **one}},
                },
            },
            "/pets/{id}": {
                "parameters": [{"name": "id", "in": "path", "type": "integer", "required": True}],
                "get": {"responses": {"200": {"description": "d", **one}}},
            },
        },
    }  # fmt: skip
    with running(create_app(found)) as url, httpx.Client(base_url=url) as client:
        assert url.endswith("/v2")
        assert client.post("/pets", json={"id": 1}).status_code == 400
        made = client.post("/pets", json={"name": "Rex"}).json()
        assert client.get(f"/pets/{made['id']}").json() == made
        assert client.get("/pets/x").status_code == 400


def test_members_of_one_direction() -> None:
    """What is only read need not be sent, and what is only written is in no response."""
    user = {
        "type": "object", "required": ["id", "name", "pin", "at"], "properties": {
            "id": {"type": "integer", "readOnly": True}, "name": {"type": "string"},
            "pin": {"type": "string", "writeOnly": True}, "at": {"type": "string", "readOnly": True, "format": "date"},
        },
    }  # fmt: skip
    schema = {"$ref": "#/components/schemas/User"}
    content = {"content": {"application/json": {"schema": schema}}}
    listed = {"content": {"application/json": {"schema": {"type": "array", "items": schema}}}}
    paths = {
        "/users": {
            "get": {"responses": {"200": {"description": "d", **listed}}},
            "post": {
                "requestBody": {"required": True, **content},
                "responses": {"201": {"description": "d", **content}},
            },
        },
        "/users/{id}": {"get": {"responses": {"200": {"description": "d", **content}}}},
    }
    found = {**ODD, "paths": paths, "components": {"schemas": {"User": user}}}
    with running(create_app(found)) as url, httpx.Client(base_url=url) as client:
        assert client.post("/users", json={"name": "a"}).status_code == 400
        made = client.post("/users", json={"name": "a", "pin": "1"})
        assert (made.status_code, set(made.json())) == (201, {"id", "name", "at"})
        assert client.post("/users", json={"name": "a", "pin": "1", "id": 9, "at": "2031-01-02"}).status_code == 201
        assert client.post("/users", json={"name": "a", "pin": "1", "id": "x"}).status_code == 400
        assert all(set(one) == {"id", "name", "at"} for one in client.get("/users").json())


@pytest.mark.parametrize(
    ("request_line", "status"),
    [
        ("/deep?filter[state]=open&filter[page]=2", 200),
        ("/deep?filter[state]=shut", 400),
        ("/deep?filter[page]=x", 400),
        ("/deep", 400),
        ("/form?offset=1&limit=2", 200),
        ("/form?offset=1&limit=x", 400),
        ("/list?ids=1,2,3", 200),
        ("/list?ids=1,b", 400),
        ("/list?ids=1|2", 400),
        ("/maybe?ids=1&ids=2", 200),
        ("/text?q={}", 200),
        ("/text?q=junk", 400),
        ("/text?q=[]", 400),
        ("/part/1,2", 200),
        ("/part/1,b", 400),
    ],
)
def test_ways_to_write_parameters(request_line: str, status: int) -> None:
    """Objects, lists and JSON in the query, and lists in the path."""
    numbers = {"type": "array", "items": {"type": "integer"}}
    state = {"state": {"enum": ["open"]}, "page": {"type": "integer"}}
    page = {"offset": {"type": "integer"}, "limit": {"type": "integer"}}
    asked = {
        "/deep": {"in": "query", "name": "filter", "style": "deepObject", "required": True,
                  "schema": {"type": "object", "properties": state}},
        "/form": {"in": "query", "name": "page", "schema": {"type": "object", "properties": page}},
        "/list": {"in": "query", "name": "ids", "explode": False, "schema": numbers},
        "/maybe": {"in": "query", "name": "ids", "schema": {"anyOf": [numbers, {"type": "null"}]}},
        "/text": {"in": "query", "name": "q", "content": {"application/json": {"schema": {"type": "object"}}}},
        "/part/{ids}": {"in": "path", "name": "ids", "required": True, "schema": numbers},
    }  # fmt: skip
    paths = {path: {"get": {"parameters": [one], "responses": {"200": {}}}} for path, one in asked.items()}
    with running(create_app({**ODD, "paths": paths})) as url:
        assert httpx.get(f"{url}{request_line}").status_code == status


def test_cookies_are_parameters() -> None:
    """They are looked at as others are."""
    asked = {"in": "cookie", "name": "lang", "required": True, "schema": {"enum": ["en", "pl"]}}
    paths = {"/a": {"get": {"parameters": [asked], "responses": {"200": {}}}}}
    with running(create_app({**ODD, "paths": paths})) as url:
        statuses = [
            httpx.get(f"{url}/a", headers=h).status_code for h in ({}, {"cookie": "lang=en"}, {"cookie": "lang=x"})
        ]
    assert statuses == [400, 200, 400]


def test_any_number_of_things_without_a_sample() -> None:
    """A made-up one serves as a sample, the same for the same seed."""
    found = []
    for _ in range(2):
        with running(create_app(DOCUMENT, size=30, seed=5)) as url:
            found.append(httpx.get(f"{url}/pets?limit=100", headers=KEY).json())
    assert len({pet["id"] for pet in found[0]}) == 30
    assert found[0] == found[1]


def test_a_slash_that_the_document_has_belongs_to_the_path() -> None:
    """Also where the API's behaviours forgive one: of two paths each is itself, and one alone isn't lost."""
    answer = {"get": {"responses": {"204": {"description": "Fine."}}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Slashes", "version": "1"},
        "paths": {"/a/": answer, "/b": answer},
    }
    statuses = {}
    for forgiving in ([], ["tedee"]):
        app = create_app(document, behaviours=forgiving)
        with running(app) as url, httpx.Client(base_url=url) as client:
            statuses[len(forgiving)] = [client.get(path).status_code for path in ("/a/", "/a", "/b", "/b/")]
    assert statuses == {0: [204, 404, 204, 404], 1: [204, 404, 204, 204]}


def test_operations_whose_paths_differ_by_a_fragment() -> None:
    """The one without a fragment answers, wherever it stands; each method is allowed once."""
    paths = {
        "/things#large": {"get": {"responses": {"202": {"description": "Large."}}}},
        "/things": {"get": {"responses": {"204": {"description": "All."}}}},
    }
    document = {"openapi": "3.1.0", "info": {"title": "Fragments", "version": "1"}, "paths": paths}
    with running(create_app(document)) as url, httpx.Client(base_url=url) as client:
        assert client.get("/things").status_code == 204
        assert client.put("/things").headers["allow"] == "GET"


def test_paths_that_differ_in_the_names_of_placeholders() -> None:
    """To whoever calls they are one: the operations of both are there."""
    paths = {
        "/proofs/{digest}": {"get": {"responses": {"204": {"description": "Fine."}}}},
        "/proofs/{proofId}": {"delete": {"responses": {"202": {"description": "Soon."}}}},
    }
    document = {"openapi": "3.1.0", "info": {"title": "Names", "version": "1"}, "paths": paths}
    with running(create_app(document)) as url, httpx.Client(base_url=url) as client:
        assert [client.get("/proofs/1").status_code, client.delete("/proofs/1").status_code] == [204, 202]
        assert client.put("/proofs/1").headers["allow"] == "DELETE, GET"
