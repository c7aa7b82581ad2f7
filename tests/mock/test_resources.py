"""The resource model, from the document alone: whatever the API, what is created is there until it is deleted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from docpact.emit import load_document
from docpact.mock import create_app, running, sample_authorization
from mock.bookshop import DOCUMENT as BOOKSHOP

DOCUMENT = load_document(Path(__file__).resolve().parents[2] / "spec" / "openapi.yaml")
GROUPS = "/organization/310/user-groups"


@contextmanager
def client(raw: Any, **options: Any) -> Iterator[httpx.Client]:  # noqa: ANN401
    """A client of a mock of the document."""
    key = {"Authorization": sample_authorization(raw)} if sample_authorization(raw) else {}
    with running(create_app(raw, **options)) as url, httpx.Client(base_url=url, headers=key) as made:
        yield made


@pytest.fixture
def shop() -> Iterator[httpx.Client]:
    """A bookshop: no envelope, ids that are texts, things in things."""
    with client(BOOKSHOP) as made:
        yield made


@pytest.fixture
def api() -> Iterator[httpx.Client]:
    """Tedee's document and the one behaviour that devices are locks, gates and sensors."""
    with client(DOCUMENT, behaviours=["tedee"]) as made:
        yield made


def test_what_is_created_can_be_read_changed_and_deleted(shop: httpx.Client) -> None:
    """Create answers an id, read gives it back, update is remembered, and after the deletion there is 404."""
    book = shop.post("/books", json={"title": "Rain", "pages": 77, "genre": "essay"}).json()
    assert shop.get(f"/books/{book['isbnId']}").json() == book
    assert (book["title"], book["pages"], book["genre"]) == ("Rain", 77, "essay")
    changed = shop.put(f"/books/{book['isbnId']}", json={"title": "Snow", "pages": 78}).json()
    assert (changed["title"], changed["pages"], changed["isbnId"]) == ("Snow", 78, book["isbnId"])
    assert changed["genre"] == "novel", "PUT replaces everything: what is not sent is no more"
    assert book["isbnId"] in [found["isbnId"] for found in shop.get("/books").json()]
    assert shop.delete(f"/books/{book['isbnId']}").status_code == 204
    assert shop.get(f"/books/{book['isbnId']}").status_code == 404
    assert shop.delete(f"/books/{book['isbnId']}").status_code == 404
    assert book["isbnId"] not in [found["isbnId"] for found in shop.get("/books").json()]


def test_an_id_never_comes_again(shop: httpx.Client) -> None:
    """Not even that of something deleted."""
    first = shop.post("/books", json={"title": "Rain"}).json()["isbnId"]
    shop.delete(f"/books/{first}")
    assert shop.post("/books", json={"title": "Rain"}).json()["isbnId"] != first


def test_what_is_below_something_dies_with_it(shop: httpx.Client) -> None:
    """Notes are of one book, and gone with it."""
    note = shop.post("/books/book0/notes", json={"text": "good"}).json()
    other = shop.post("/books/book1/notes", json={"text": "bad"}).json()
    assert note["id"] != other["id"]
    assert shop.get("/books/book0/notes").json() == [note]
    assert shop.get(f"/books/book0/notes/{note['id']}").json() == note
    assert shop.get(f"/books/book1/notes/{note['id']}").status_code == 404
    assert shop.get("/books/nothing/notes").status_code == 404
    assert shop.post("/books/nothing/notes", json={"text": "?"}).status_code == 404
    shop.delete("/books/book0")
    assert shop.get(f"/books/book0/notes/{note['id']}").status_code == 404
    assert shop.get("/books/book0/notes").status_code == 404
    assert shop.get("/books/book1/notes").json() == [other]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({}, ["Moss", "Tides", "On maps", "Moss again"]),
        ({"itemsPerPage": 2}, ["Moss", "Tides"]),
        ({"itemsPerPage": 2, "page": 2}, ["On maps", "Moss again"]),
        ({"itemsPerPage": 3, "page": 2}, ["Moss again"]),
        ({"itemsPerPage": 3, "page": 9}, []),
        ({"filters.genre": "novel"}, ["Moss", "Moss again"]),
        ({"filters.text": "MOSS"}, ["Moss", "Moss again"]),
        ({"filters.text": "moss", "itemsPerPage": 1, "page": 2}, ["Moss again"]),
        ({"filters.genre": "poems", "filters.text": "moss"}, []),
    ],
)
def test_lists_page_and_filter(shop: httpx.Client, query: dict[str, Any], titles: list[str]) -> None:
    """As the parameters say, pages counted from 1, filters before pages."""
    assert [book["title"] for book in shop.get("/books", params=query).json()] == titles


LISTS: dict[str, tuple[str, dict[str, Any], str, list[Any]]] = {
    "a number": ("/my/lock", {"Filters.AccessLevel": 2}, "id", [40217, 40218]),
    "a number deep inside": ("/my/lock", {"Filters.BatteryLevel": 82}, "id", [40217]),
    "several values": ("/my/lock", {"Filters.State": [2, 6]}, "id", [40217, 40601]),
    "ids of something else": ("/my/lock", {"Filters.OrganizationIds": ["310"]}, "id", [40601]),
    "none of something": ("/my/lock", {"Filters.OrganizationIds": ["null"]}, "id", [40217, 40218]),
    "text": ("/my/lock", {"Filters.Text": "shed"}, "id", [40218]),
    "a truth value": ("/my/gate", {"filters.isConnected": "false"}, "id", [40501]),
    "a name": ("/my/gate", {"filters.name": "driveway"}, "id", [40500]),
    "elements of a list": (
        "/organization/310/accesslink", {"filters.DeviceId": 40602}, "name", ["Timber deliveries"],
    ),
    "a name with its noun": (
        "/organization/310/accesslink", {"filters.LinkName": "paint"}, "name", ["Painter, July"],
    ),
    "a day": (
        "/organization/310/accesslink", {"filters.StartDate": "2024-07-01"}, "name", ["Painter, July"],
    ),
    "a page in an object": ("/my/gate", {"itemsPerPage": 1, "page": 2}, "id", [40501]),
    "members of a group": (
        "/organization/310/user-groups/0d6f3b58-41c9-4f7e-a2b6-8c95e7130f4d/members", {"filters.text": "jonas"},
        "organizationUserId", [5203],
    ),
    "a principal": (
        "/my/device/40601/access", {"Filters.PrincipalId": "0D6F3B58-41c9-4f7e-a2b6-8c95e7130f4d"},
        "principalName", ["Carpenters"],
    ),
    "activities of a device": ("/my/deviceactivity", {"deviceId": 40218}, "id", []),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_filters_are_told_from_their_names(api: httpx.Client, name: str) -> None:
    """Whatever the list is wrapped in, and wherever in a resource the filter's subject is."""
    path, query, member, expected = LISTS[name]
    result = api.get(path, params=query).json()["result"]
    found = result if isinstance(result, list) else next(v for v in result.values() if isinstance(v, list))
    assert [element[member] for element in found] == expected


def test_pages_tell_about_themselves(api: httpx.Client) -> None:
    """Page, size and total are what was asked for and what there is."""
    result = api.get("/my/gate", params={"itemsPerPage": 1, "page": 2}).json()["result"]
    assert (result["page"], result["itemsPerPage"], len(result["gates"])) == (2, 1, 1)
    carpenters = f"{GROUPS}/0d6f3b58-41c9-4f7e-a2b6-8c95e7130f4d/members"
    result = api.get(carpenters, params={"itemsPerPage": 1}).json()["result"]
    assert (result["totalCount"], len(result["items"])) == (2, 1)
    assert api.get(carpenters, params={"itemsPerPage": 101}).status_code == 400


def test_what_is_not_asked_for_is_not_included(api: httpx.Client) -> None:
    """`Include…` brings a member that is null or missing otherwise."""
    group = f"{GROUPS}/0d6f3b58-41c9-4f7e-a2b6-8c95e7130f4d"
    assert api.get(group).json()["result"]["members"] is None
    members = api.get(group, params={"includeMembers": "true"}).json()["result"]["members"]
    assert [member["organizationUserId"] for member in members] == [5201, 5203]
    assert "accessories" not in api.get("/my/lock/40217").json()["result"]
    assert "accessories" in api.get("/my/lock/40217", params={"IncludeAccessories": "true"}).json()["result"]


def test_a_slash_after_a_path(shop: httpx.Client, api: httpx.Client) -> None:
    """It leads nowhere, unless the API's behaviours forgive it; two always do."""
    assert api.get("/my/lock/").json() == api.get("/my/lock").json()
    assert [api.get("/my/lock//").status_code, shop.get("/books/").status_code] == [404, 404]


def test_groups_live_and_die(api: httpx.Client) -> None:
    """A life cycle two levels deep: group, its members' list, deletion."""
    made = api.post(GROUPS, json={"name": "Painters"}).json()["result"]["id"]
    assert api.get(f"{GROUPS}/{made}").json()["result"]["name"] == "Painters"
    assert api.get(f"{GROUPS}/{made}/members").json()["result"] == {"items": [], "totalCount": 0}
    assert api.patch(f"{GROUPS}/{made}", json={"name": "Plasterers"}).status_code == 204
    assert api.get(GROUPS, params={"filters.text": "plast"}).json()["result"] == [{"id": made, "name": "Plasterers"}]
    assert api.delete(f"{GROUPS}/{made}").status_code == 204
    assert api.get(f"{GROUPS}/{made}").status_code == 404
    assert api.get(f"{GROUPS}/{made}/members").status_code == 404
    assert api.get("/organization/99/user-groups").status_code == 404


def test_a_resource_inside_its_answer(api: httpx.Client) -> None:
    """What an answer wraps is found, with what stands beside it, until it is deleted."""
    link = api.get("/organization/310/accesslink/e2c49f60-7a1b-4385-bc0d-916d53f8e7a4").json()["result"]
    assert link["accessLink"]["name"] == "Timber deliveries"
    assert link["accessLinkUrl"].endswith("Vw3kTq8Zr5nYb1Hd")
    assert api.delete("/organization/310/accesslink/e2c49f60-7a1b-4385-bc0d-916d53f8e7a4").status_code == 204
    assert api.get("/organization/310/accesslink/e2c49f60-7a1b-4385-bc0d-916d53f8e7a4").status_code == 404
