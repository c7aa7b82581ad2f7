"""The catalogue of faults: each shows, where it says, and nowhere else."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from mock.bookshop import DOCUMENT as BOOKSHOP
from rstapi.emit import load_document
from rstapi.errors import UsageError
from rstapi.mock import FAULTS, create_app, sample_authorization
from rstapi.mock.clock import SteppingClock
from rstapi.mock.document import Document, Operation
from rstapi.mock.engine import Engine
from rstapi.mock.faults import format_faults
from rstapi.mock.values import make_value

DOCUMENT = load_document(Path(__file__).resolve().parents[2] / "spec" / "openapi.yaml")
DOCUMENTS = {"tedee": (DOCUMENT, ["tedee"]), "bookshop": (BOOKSHOP, [])}
Asked = tuple[str, str, dict[str, Any]]


def first_fitting(name: str) -> tuple[str, Operation]:
    """The document and the operation that a fault is shown in: Tedee's where it can be."""
    for key, (raw, _) in DOCUMENTS.items():
        operations = FAULTS[name].operations(Document(raw))
        if operations:
            return key, operations[0]
    raise AssertionError(f"{name} fits nothing")


class Prober:
    """Makes good and bad requests of one operation and of its neighbours, so that whatever is wrong with it shows."""

    def __init__(self, document: Document, operation: Operation, engine: Engine) -> None:
        self.document, self.operation, self.engine = document, operation, engine
        media: Any = next(iter(operation.definition.get("requestBody", {}).get("content", {}).values()), {})
        samples = [example["value"] for example in media.get("examples", {}).values()]
        self.schema: Any = media.get("schema")
        self.body: Any = None if self.schema is None else (samples or [make_value(document, self.schema)])[0]
        self.query = {
            parameter["name"]: make_value(document, parameter["schema"])
            for parameter in operation.parameters
            if parameter["in"] == "query" and parameter.get("required")
        }

    def path(self, operation: Operation, *, unknown: bool = False) -> str:
        """The operation's path with ids that are there, the last of them unknown if wanted."""
        store = self.engine.store
        fitting = [c for path, c in store.collections.items() if operation.path.startswith(f"{path}/{{")]
        keys = next((keys for c in fitting[-1:] for keys in c.resources), ("40217", "1"))
        count = operation.path.count("{")
        texts = [*keys, *(["1715928072384"] * count)][:count]
        if unknown and texts:
            texts[-1] = str(UUID(int=9)) if "-" in texts[-1] else "99999"
        path = operation.path
        for text in texts:
            start, _, rest = path.partition("{")
            path = f"{start}{text}{rest.partition('}')[2]}"
        return path

    def send(self, body: Any = None, *, unknown: bool = False) -> Asked:  # noqa: ANN401
        """A request of the operation."""
        more = {} if self.schema is None else {"json": self.body if body is None else body}
        return self.operation.method, self.path(self.operation, unknown=unknown), {**more, "params": self.query}

    def ask(self, query: dict[str, Any]) -> Asked:
        """A request of the operation with more in its query."""
        method, path, more = self.send()
        return method, path, {**more, "params": {**self.query, **query}}

    def fetch(self) -> Iterator[Asked]:
        """Requests of what shows the operation's effect."""
        above = self.operation.path.rpartition("/{")[0]
        for path in dict.fromkeys([self.operation.path, above]):
            if operation := self.document.operation(f"GET {path}"):
                yield "GET", self.path(operation), {}

    def change(self) -> Iterator[Asked]:
        """Requests that change what the operation shows."""
        for operation in self.document.operations:
            if operation.method == "PATCH" and operation.path == self.operation.path != "" and self.schema is None:
                media = next(iter(operation.definition["requestBody"]["content"].values()))
                yield "PATCH", self.path(operation), {"json": next(iter(media["examples"].values()))["value"]}

    def bodies(self) -> Iterator[Asked]:
        """Requests with something odd in their body."""
        schema = self.document.resolve(self.schema)
        for name, part in self.document.properties(schema).items():
            member = self.document.resolve(part)
            odd: list[Any] = [
                None,
                "",
                "\u00fc",
                "\u00fc" * 7,
                2**40,
                -1,
                "x" * 500,
                [7, 7],
                [],
                *member.get("enum", ())[-1:],
            ]
            odd += [member[limit] for limit in ("minimum", "maximum") if limit in member]
            yield from (self.send({**self.body, name: value}) for value in odd)
            yield self.send({key: value for key, value in self.body.items() if key != name})
        required = {name: value for name, value in self.body.items() if name in schema.get("required", ())}
        yield self.send(required)

    def queries(self) -> Iterator[Asked]:
        """Requests with something in their query."""
        pages: dict[str, Any] = {}
        for parameter in self.operation.parameters:
            name, schema = parameter["name"], self.document.resolve(parameter["schema"])
            if parameter["in"] == "query":
                values = ["x", "a", "e", 2, 2**40, -1, "true", *schema.get("enum", ())[-1:], schema.get("maximum", 3)]
                yield from (self.ask({name: value}) for value in values)
                pages |= {name: 1} if name.lower() in {"page", "itemsperpage"} else {}
        yield self.ask(pages)
        yield self.ask({name: 1 if "items" in name.lower() else 2 for name in pages})

    def all(self) -> Iterator[Asked]:
        """All of them, reading before and after."""
        for _ in range(2):
            yield from self.fetch()
            yield self.send()
            yield from self.change()
            yield from self.fetch()
        if self.schema is not None:
            yield from self.bodies()
        yield from self.queries()
        path = self.path(self.operation)
        yield from [self.send()] * 6
        yield self.operation.method, path, {"content": b"{", "headers": {"Content-Type": "application/json"}}
        yield self.operation.method, path, {"content": b"a=b", "headers": {"Content-Type": "text/plain"}}
        for value in ("", "PersonalKey wrong"):
            yield self.operation.method, path, {"headers": {"Authorization": value}}
        yield "TRACE", path, {}
        yield self.send(unknown=True)
        yield self.operation.method, self.operation.path.replace("{", "").replace("}", ""), {}
        for operation in self.document.operations:
            if operation.method == "DELETE" and operation.path.rpartition("/{")[0] == self.operation.path:
                yield "DELETE", self.path(operation), {}
        yield "DELETE", path, {}
        yield from [self.send(), *self.fetch()]


async def transcript(raw: Any, behaviours: list[str], asked: list[Asked], faults: list[str]) -> list[Any]:  # noqa: ANN401
    """What a mock answers to the requests, one after the other."""
    app = create_app(raw, behaviours=behaviours, faults=faults, clock=SteppingClock())
    base = f"http://mock{app.state.base_path}"
    key = {"Authorization": sample_authorization(raw)} if sample_authorization(raw) else {}
    told: list[Any] = []
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), headers=key) as client:
        for method, path, given in asked:
            kwargs = dict(given)
            body = kwargs.get("json")
            if isinstance(body, dict) and isinstance(body.get("revision"), int):
                key_text = str(body.get("id", path.rpartition("/")[2]))
                found = [app.state.engine.store.find(known, key_text) for known in ("/my/lock", "/my/doorsensor")]
                kwargs["json"] = body | {"revision": next((thing["revision"] for thing in found if thing), 0)}
            try:
                response = await client.request(method, f"{base}{path}", **kwargs)
            except AssertionError:
                told.append("cut")
                continue
            headers = {k: v for k, v in response.headers.items() if k not in {"x-correlation-id", "content-length"}}
            told.append((response.status_code, headers, response.content))
    return told


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_shows(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mock with the fault answers at least one request to its operation otherwise than one without."""
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    key, operation = first_fitting(name)
    raw, behaviours = DOCUMENTS[key]
    engine = create_app(raw, behaviours=behaviours).state.engine
    asked = list(Prober(Document(raw), operation, engine).all())
    if name == "ignores-scopes":
        pytest.skip("needs a key with few scopes")
    plain = asyncio.run(transcript(raw, behaviours, asked, []))
    monkeypatch.setattr("rstapi.mock.faults.mechanism.asyncio.sleep", sleep)
    faulty = asyncio.run(transcript(raw, behaviours, asked, [name]))
    assert plain != faulty or slept


def test_the_catalogue_is_broad() -> None:
    """At least 60 faults in at least 12 families, each with a sentence and the check that should notice."""
    assert len(FAULTS) >= 60
    assert len({fault.family for fault in FAULTS.values()}) >= 12
    for name, fault in FAULTS.items():
        assert name == fault.name
        assert fault.description.endswith(".")
        assert not fault.description[0].islower()
        assert fault.expected_check.isidentifier()
        assert f"  {name} " in format_faults()


def test_a_fault_stays_at_its_operation() -> None:
    """Other operations answer as they did."""
    asked: list[Asked] = [("GET", "/my/lock", {}), ("GET", "/my/lock/40217", {}), ("GET", "/my/mobile", {})]
    plain = asyncio.run(transcript(DOCUMENT, ["tedee"], asked, []))
    faulty = asyncio.run(transcript(DOCUMENT, ["tedee"], asked, ["success-says-false:lock_get_single"]))
    assert [one == other for one, other in zip(plain, faulty, strict=True)] == [True, False, True]
    assert json.loads(faulty[1][2])["success"] is False


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("lost-updat", "did you mean lost-update?"),
        ("lost-update:nothing", "no operation `nothing`"),
        ("lost-update:lock_get_all", "cannot show in GET /my/lock"),
        ("extra-member", "fits no operation"),
    ],
)
def test_what_is_no_fault_is_said(text: str, word: str) -> None:
    """A name or an operation that is wrong is named, with what would do."""
    with pytest.raises(UsageError) as raised:
        create_app(DOCUMENT, faults=[text])
    assert word in str(raised.value)


def test_faults_add_up() -> None:
    """Several at once, and one everywhere."""
    asked: list[Asked] = [("GET", "/my/lock", {}), ("GET", "/my/mobile", {})]
    faults = ["success-says-false:*", "plain-text:lock_get_all"]
    locks, mobiles = asyncio.run(transcript(DOCUMENT, [], asked, faults))
    assert locks[1]["content-type"] == "text/plain"
    assert json.loads(locks[2])["success"] is json.loads(mobiles[2])["success"] is False
    assert mobiles[1]["content-type"] == "application/json"
