"""Faults of a proxy in front of the mock, by kind: each with the check that must find it, and where.

They aren't the mock's own faults: they follow from what creating, reading, changing and deleting mean, and from prose.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode

from contract.servers import Change, Request, Response

Before = Callable[[Request], Request]
GOOD = "PersonalKey mock-key"
PIN = "GET /my/lock/{id}/pin/{pinId}"
LOCK = "GET /my/lock/{id}"
LOCKS = "GET /my/lock"
CHANGE = "PATCH /my/lock"


def same(_: Request, response: Response) -> Response:
    """Leave a response as it is."""
    return response


def unchanged(request: Request) -> Request:
    """Leave a request as it is."""
    return request


def change(request: Request, **fields: Any) -> Request:  # noqa: ANN401 - any field.
    """The same request with something else about it."""
    return Request(**{**vars(request), **fields})


@dataclass(frozen=True, kw_only=True)
class ProxyFault:
    """One fault, and what finds it."""

    kind: str
    check: str
    operation: str
    """The operation that is to be blamed."""
    keyword: str
    """The tests that find it: the whole run does, too, and takes longer."""
    paths: str = "/my/lock"
    """What the paths of the document's part begin with."""
    before: Before = unchanged
    fault: Change = field(default=same)


def admit(accepts: Callable[[str], bool]) -> Before:
    """A server that takes some headers for the good key."""

    def exchange(request: Request) -> Request:
        sent = request.headers.get("authorization", "")
        return change(request, headers={**request.headers, "authorization": GOOD}) if accepts(sent) else request

    return exchange


def rewrite(pattern: str, made: Callable[[re.Match[str]], str]) -> Before:
    """A server that takes one path for another one."""
    return lambda request: change(request, path=re.sub(pattern, made, request.path))


def read(response: Response) -> Any:  # noqa: ANN401 - any JSON value.
    """The payload of a response; None for one that has none."""
    return response.content.get("result") if response.status == 200 else None


def write(response: Response, payload: object) -> Response:
    """The response with another payload."""
    return response.replace({**response.content, "result": payload})


def query(request: Request, **changes: str | None) -> Request:
    """The request with other parameters; None to leave one out."""
    kept = [(name, value) for name, value in parse_qsl(request.query) if name not in changes]
    more = [(name, value) for name, value in changes.items() if value is not None]
    return change(request, query=urlencode([*kept, *more]))


def body(request: Request) -> dict[str, Any]:
    """The JSON object of a request; empty for none."""
    try:
        value = json.loads(request.body)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def drop(path: str, *names: str) -> Before:
    """A server to which a parameter of one list makes no difference."""
    return lambda request: query(request, **dict.fromkeys(names)) if request.path == path else request


def first_value(name: str) -> Before:
    """A server that reads the first of several values of a parameter only."""

    def keep(request: Request) -> Request:
        values = dict(reversed(parse_qsl(request.query)))
        return query(request, **{name: values[name]}) if name in values else request

    return keep


def clamp(name: str, most: int) -> Before:
    """A server that takes a number for the largest that it knows."""

    def limit(request: Request) -> Request:
        value = dict(parse_qsl(request.query)).get(name, "")
        return query(request, **{name: str(most)}) if value.isdecimal() and int(value) > most else request

    return limit


def edit(path: str, change_entries: Callable[[list[Any]], None]) -> Change:
    """A server that shows the entries of one list otherwise."""

    def spoil(request: Request, response: Response) -> Response:
        payload = read(response) if request.method == "GET" and request.path == path else None
        entries = payload if isinstance(payload, list) else None
        if isinstance(payload, dict):
            entries = next((value for value in payload.values() if isinstance(value, list)), None)
        if entries is None:
            return response
        change_entries(entries)
        return write(response, payload)

    return spoil


def rename(entries: list[Any]) -> None:
    """Show another name in a list."""
    for entry in entries:
        entry["name"] = "another name"


def spread(entries: list[Any]) -> None:
    """Let each thing belong to an organization of its own."""
    for number, entry in enumerate(entries):
        entry["organizationId"] = 310 + number


def lose_event(entries: list[Any]) -> None:
    """Leave out what happened."""
    for entry in entries:
        entry.pop("event", None)


def count_page(_: Request, response: Response) -> Response:
    """Give the number of entries on the page as that on all pages."""
    payload = read(response)
    if isinstance(payload, dict) and "totalCount" in payload:
        return write(response, {**payload, "totalCount": len(payload["items"])})
    return response


def forget(*names: str) -> Before:
    """A server that takes some properties of a change and drops them."""

    def lose(request: Request) -> Request:
        sent = body(request)
        if request.method != "PATCH" or not set(names) & set(sent):
            return request
        kept = {name: value for name, value in sent.items() if name not in names}
        return change(request, body=json.dumps(kept).encode())

    return lose


def forget_inside(kind: type) -> Before:
    """A server that takes a change of an object and drops the values of one kind in it."""

    def lose(request: Request) -> Request:
        sent = body(request)
        if request.method != "PATCH":
            return request
        kept = {
            name: {k: v for k, v in value.items() if type(v) is not kind} if isinstance(value, dict) else value
            for name, value in sent.items()
        }
        return change(request, body=json.dumps(kept).encode())

    return lose


class Replacing:
    """A server whose lists or fetches show a property as lost after a change that leaves it out."""

    def __init__(self) -> None:
        self.changed = False

    def __call__(self, request: Request, response: Response) -> Response:
        """Spoil one response."""
        self.changed = self.changed or (request.method == "PATCH" and response.status == 200)
        payload = read(response)
        if self.changed and isinstance(payload, dict) and "timeZone" in payload:
            return write(response, {**payload, "timeZone": ""})
        return response


class Current:
    """A server that takes a change with any revision: it puts the current one in."""

    def __init__(self) -> None:
        self.revision = 0

    def note(self, _: Request, response: Response) -> Response:
        """Remember the lock's revision."""
        payload = read(response)
        if isinstance(payload, dict) and payload.get("id") == 40217 and isinstance(payload.get("revision"), int):
            self.revision = payload["revision"]
        return response

    def refresh(self, request: Request) -> Request:
        """Put it into a change."""
        sent = body(request)
        if request.method != "PATCH" or not self.revision or sent.get("id") != 40217 or "revision" not in sent:
            return request
        return change(request, body=json.dumps({**sent, "revision": self.revision}).encode())


def freeze(path: str) -> Change:
    """A server whose list is what it was at first, whatever has changed since."""
    kept: list[Response] = []

    def show(request: Request, response: Response) -> Response:
        if (request.method, request.path, request.query, response.status) != ("GET", path, "", 200):
            return response
        kept.append(response)
        return response.replace(
            {**response.content, "result": [
                {**entry, "name": old.get("name", "")} for entry, old in
                zip(response.content["result"], kept[0].content["result"], strict=False)
            ]}
        )  # fmt: skip

    return show


KEYS: dict[str, Callable[[str], bool]] = {
    "a key with something after it": lambda sent: sent.startswith(GOOD),
    "the first half of a key": lambda sent: len(sent) > 12 and GOOD.startswith(sent),
    "a key in the other case": lambda sent: sent.lower() == GOOD.lower(),
    "a scheme with nothing after it": lambda sent: sent.strip() == "PersonalKey",
    "any Basic": lambda sent: sent.startswith("Basic ") and bool(base64.b64decode(sent[6:])),
    "any Bearer": lambda sent: sent.startswith("Bearer "),
}
IDS: dict[str, Before] = {
    "an id with letters after it": rewrite(r"/lock/(\d+)[a-z]+", lambda m: f"/lock/{m[1]}"),
    "an id with another sign": rewrite(r"/lock/-(\d+)", lambda m: f"/lock/{m[1]}"),
    "an id of 32 bits": rewrite(r"/lock/(\d{10,})", lambda m: f"/lock/{int(m[1]) % 2**32}"),
}
FAULTS: dict[str, ProxyFault] = {
    **{
        name: ProxyFault(
            kind="keys", check="ignored_auth", operation=LOCKS, keyword="test_credentials", before=admit(accepts)
        )
        for name, accepts in KEYS.items()
    },
    **{
        name: ProxyFault(
            kind="ids", check="unknown_is_missing", operation=LOCK, keyword="unknown_id", before=before
        )
        for name, before in IDS.items()
    },
    "a PIN below any lock": ProxyFault(
        kind="ids", check="unknown_is_missing", operation=PIN, keyword="unknown_parent",
        before=rewrite(r"/lock/[^/]+/pin/(\d+)", lambda m: f"/lock/40217/pin/{m[1]}"),
    ),
    "a list below any lock": ProxyFault(
        kind="ids", check="unknown_is_missing", operation="GET /my/lock/{id}/pin", keyword="unknown_parent",
        before=rewrite(r"/lock/[^/]+/pin$", lambda _: "/lock/40217/pin"),
    ),
    **{
        f"{name} has no effect": ProxyFault(
            kind="filters", check="filter_conformance", operation=LOCKS, keyword="test_lists and Filters or fits_true",
            before=drop("/my/lock", name),
        )
        for name in ("Filters.State", "Filters.BatteryLevel", "Filters.UpdateAvailable")
    },
    "Filters.OrganizationIds has no effect": ProxyFault(
        kind="filters", check="filter_conformance", operation=LOCKS, keyword="test_lists and Filters",
        before=drop("/my/lock", "Filters.OrganizationIds"), fault=edit("/my/lock", spread),
    ),
    "filters.HaveLocks has no effect": ProxyFault(
        kind="filters", check="filter_conformance", operation="GET /organization", paths="/organization",
        keyword="fits_true", before=drop("/organization", "filters.HaveLocks"),
    ),
    "one of several values counts": ProxyFault(
        kind="filters", check="filter_conformance", operation=LOCKS, keyword="test_lists and Filters",
        before=first_value("Filters.State"),
    ),
    "the total is that of the page": ProxyFault(
        kind="filters", check="places_agree", paths="/organization", keyword="test_pages",
        operation="GET /organization/{organizationId}/user-groups/{groupId}/members", fault=count_page,
    ),
    "a page of more than one has one": ProxyFault(
        kind="filters", check="paging_conformance", operation=LOCKS, keyword="test_pages",
        before=clamp("ItemsPerPage", 1),
    ),
    "the last page comes again behind it": ProxyFault(
        kind="filters", check="paging_conformance", operation=LOCKS, keyword="test_pages", before=clamp("Page", 3),
    ),
    "elements has no effect": ProxyFault(
        kind="filters", check="paging_conformance", operation="GET /my/deviceactivity", paths="/my/",
        keyword="deviceactivity and (test_pages or shows_entries)", before=drop("/my/deviceactivity", "elements"),
    ),
    "a list shows another name": ProxyFault(
        kind="filters", check="places_agree", operation=LOCKS, keyword="listed_can_be_fetched",
        fault=edit("/my/lock", rename),
    ),
    "entries without a property, of one device only": ProxyFault(
        kind="lists", check="response_schema_conformance", operation="GET /my/deviceactivity", paths="/my/",
        keyword="shows_entries", fault=edit("/my/deviceactivity", lose_event),
    ),
    "numbers inside are forgotten": ProxyFault(
        kind="changes", check="read_after_write", operation=CHANGE, keyword="every_kind", before=forget_inside(int),
    ),
    "truth values inside are forgotten": ProxyFault(
        kind="changes", check="read_after_write", operation=CHANGE, keyword="every_kind", before=forget_inside(bool),
    ),
    "what is left out is lost": ProxyFault(
        kind="changes", check="read_after_write", operation=CHANGE, keyword="read_back", fault=Replacing(),
    ),
    "the list keeps the old name": ProxyFault(
        kind="changes", check="read_after_write", operation=LOCKS, keyword="read_back", fault=freeze("/my/lock"),
    ),
}  # fmt: skip
STALE = Current()
FAULTS["any revision will do"] = ProxyFault(
    kind="changes", check="stale_change", operation=CHANGE, keyword="read_back", before=STALE.refresh, fault=STALE.note
)
