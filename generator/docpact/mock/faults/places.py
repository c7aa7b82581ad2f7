"""Where in an answer something can be wrong: values beside the schemas that they have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from docpact.mock.document import Document
from docpact.mock.faults.mechanism import Answer, Request, Site
from docpact.mock.listing import find_listing
from docpact.mock.operations import Operation
from docpact.mock.replies import Reply, format_body, sample_reply

DEEPEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A value inside an answer."""

    holder: Any
    """The object or list that it is in; changing it changes the answer."""
    key: Any
    schema: Any
    depth: int
    required: bool
    kinds: frozenset[str]
    """The JSON types that the schema allows; none where it says nothing."""

    @property
    def value(self) -> Any:  # noqa: ANN401 - any JSON value.
        """Return what stands there."""
        return self.holder[self.key]


Wanted: TypeAlias = Callable[[Document, Place], bool]
Change: TypeAlias = Callable[[Site, Request, Answer], Answer]


def find_places(document: Document, schema: Any, value: Any, depth: int = 0) -> Iterator[Place]:  # noqa: ANN401
    """Yield every documented value inside a value, the outer ones first."""
    if depth > DEEPEST:
        return
    found: list[Place] = []
    if isinstance(value, dict):
        members = document.properties(schema)
        required = _required(document, schema)
        found = [
            _place(document, value, name, members[name], depth, required=name in required)
            for name in value
            if name in members
        ]
    elif isinstance(value, list) and (items := document.items(schema)) is not None:
        found = [_place(document, value, index, items, depth, required=True) for index in range(len(value))]
    yield from found
    for place in found:
        yield from find_places(document, place.schema, place.value, depth + 1)


def shows(wanted: Wanted) -> Callable[[Document, Operation], bool]:
    """Return whether an operation's sample has such a place."""

    def fits(document: Document, operation: Operation) -> bool:
        schema, _ = document.answer_schema(operation, operation.success)
        payload = sample_reply(document, operation).payload
        return any(wanted(document, place) for place in find_places(document, schema, payload))

    return fits


def replacing(wanted: Wanted, make: Callable[[Document, Place], Any]) -> Change:
    """Return a change of a success: the first such place gets another value."""

    def do(document: Document, place: Place) -> None:
        place.holder[place.key] = make(document, place)

    return changing(wanted, do)


def changing(wanted: Wanted, do: Callable[[Document, Place], None]) -> Change:
    """Return a change of a success at its first such place."""

    def change(site: Site, request: Request, answer: Answer) -> Answer:
        del request
        if not answer.good:
            return answer
        schema, held = site.document.answer_schema(site.operation, answer.status)
        content = answer.content
        payload = content.get(held) if held and isinstance(content, dict) else content
        for place in find_places(site.document, schema, payload):
            if wanted(site.document, place):
                do(site.document, place)
                return answer.but(content)
        return answer

    return change


def fabricate(site: Site) -> Answer:
    """Return a success as the document shows it, which the mock knows nothing of."""
    return written(site, sample_reply(site.document, site.operation))


def refusal(site: Site, status: int, message: str) -> Answer:
    """Return a failure as the operation documents it, or else as the mock's own failures look."""
    return written(site, Reply(status=status, errors=(message,)))


def written(site: Site, reply: Reply) -> Answer:
    """Return a reply as the mock writes it."""
    media_type, body = format_body(site.document, site.operation, reply) or ("", b"")
    headers = {"content-type": media_type} if media_type else {}
    return Answer(status=reply.status, headers=headers, body=body)


def anywhere(document: Document, operation: Operation) -> bool:
    """Every operation fits."""
    del document, operation
    return True


def has_payload(document: Document, operation: Operation) -> bool:
    """Fits what answers JSON."""
    return document.media(operation, operation.success) is not None


def has_envelope(document: Document, operation: Operation) -> bool:
    """Fits what answers in an envelope."""
    return bool(document.answer_schema(operation, operation.success)[1])


def declares(role: str) -> Callable[[Document, Operation], bool]:
    """Fits every operation of a document whose envelope has a property with that role: `success`."""
    return lambda document, _: document.envelope is not None and bool(getattr(document.envelope, role))


def lists(document: Document, operation: Operation) -> bool:
    """Fits what answers a list of things with ids."""
    return find_listing(document, operation) is not None


def both(*conditions: Callable[[Document, Operation], bool]) -> Callable[[Document, Operation], bool]:
    """Fits where all do."""
    return lambda document, operation: all(condition(document, operation) for condition in conditions)


def method(*names: str) -> Callable[[Document, Operation], bool]:
    """Fits operations with one of those methods."""
    return lambda _, operation: operation.method in names


def with_body(document: Document, operation: Operation) -> bool:
    """Fits what takes a body."""
    return bool(document.resolve(operation.definition.get("requestBody")))


def listed_status(status: int) -> Callable[[Document, Operation], bool]:
    """Fits what documents that status."""
    return lambda _, operation: str(status) in operation.definition.get("responses", {})


def can_be_invalid(document: Document, operation: Operation) -> bool:
    """Fits what takes anything that can be wrong."""
    typed = [document.types(parameter.get("schema", {})) - {"string"} for parameter in operation.parameters]
    return with_body(document, operation) or any(typed)


def secured(document: Document, operation: Operation) -> bool:
    """Fits what asks for credentials."""
    return bool(operation.definition.get("security", document.raw.get("security", ())))


def body_schema(document: Document, operation: Operation) -> Mapping[str, Any]:
    """Return the schema of the JSON body that an operation takes; empty for none."""
    body = document.resolve(operation.definition.get("requestBody", {}))
    found: Any = next((media.get("schema", {}) for media in body.get("content", {}).values()), {})
    resolved: Mapping[str, Any] = document.resolve(found)
    return resolved


def _place(document: Document, holder: Any, key: Any, schema: Any, depth: int, *, required: bool) -> Place:  # noqa: ANN401, PLR0913 - a place's own fields.
    kinds = frozenset(document.types(schema))
    return Place(holder=holder, key=key, schema=schema, depth=depth, required=required, kinds=kinds)


def _required(document: Document, schema: Any) -> set[str]:  # noqa: ANN401
    schema = document.resolve(schema)
    if not isinstance(schema, Mapping):
        return set()
    found: set[str] = set(schema.get("required", ()))
    for keyword in ("allOf", "anyOf", "oneOf"):
        for part in schema.get(keyword, ()):
            found |= _required(document, part)
    return found
