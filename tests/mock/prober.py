"""Requests for every operation of a document: good ones and bad ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from docpact.mock.document import Document
from docpact.mock.engine import Engine
from docpact.mock.operations import Operation
from docpact.mock.values import make_value

Asked = tuple[str, str, dict[str, Any]]


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
