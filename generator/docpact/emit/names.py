"""Names of all components, allocated before anything is emitted: no two parts of the document share one silently."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.model.types import Api, Array, Content, Operation, Reference, Response, Schema
from docpact.spelling import pascal

ERROR_ENVELOPE = "ErrorEnvelope"
EMPTY_ENVELOPE = "EmptyEnvelope"
FIRST_ERROR = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What each part of the document is called under `components/schemas`."""

    components: Mapping[str, str]
    """The model's name → the emitted one: another only where the base document has a schema of that name."""
    envelopes: Mapping[str, str]
    """Wanted name of an envelope → the emitted one."""
    webhooks: Mapping[str, str]
    """Event → the name of its body's schema."""


def allocate_names(api: Api, taken: Iterable[str], report: Report) -> Names:
    """Return a name for every schema that will be emitted; a collision is resolved the same way always, and reported.

    `taken` are the names of the base document's schemas, which stay. Structures and enums come before what is made up,
    envelopes and bodies of webhooks; a base document may state these itself, by their names.
    """
    allocator = _Allocator(frozenset(taken), report)
    components = {c.name: allocator.allocate(c.name, "Documented", c.origin) for c in api.components}
    allocator = _Allocator(frozenset(components.values()), report)
    envelopes: dict[str, str] = {}
    for operation in api.operations:
        for response in operation.responses:
            for content in response.contents:
                wanted = envelope_name(content, response, operation) if content.enveloped else ""
                if wanted and wanted not in envelopes:
                    envelopes[wanted] = allocator.allocate(wanted, "Response", response.origin)
    webhooks = {
        webhook.event: allocator.allocate(f"{pascal(webhook.event)}Webhook", "Body", webhook.origin)
        for webhook in api.webhooks
    }
    return Names(components=components, envelopes=envelopes, webhooks=webhooks)


class _Allocator:
    def __init__(self, taken: frozenset[str], report: Report) -> None:
        self.taken = {name.lower() for name in taken}
        self.report = report

    def allocate(self, wanted: str, suffix: str, origin: Origin) -> str:
        name, number = wanted, 1
        while name.lower() in self.taken:
            name, number = f"{wanted}{suffix}{number if number > 1 else ''}", number + 1
        self.taken.add(name.lower())
        if name != wanted:
            message = f"`{wanted}` is the name of another schema already; this one is called `{name}`"
            self.report(Diagnostic(code="name-collision", message=message, origin=origin))
        return name


def envelope_name(content: Content, response: Response, operation: Operation) -> str:
    """Return what the envelope around that content should be called: envelopes around one structure are one schema."""
    if content.schema is None:
        return EMPTY_ENVELOPE if is_success(response.status) else ERROR_ENVELOPE
    return _payload_name(content.schema) or f"{pascal(operation.operation_id)}Envelope"


def is_success(status: str) -> bool:
    """Tell whether the status is no error's."""
    return not status[:1].isdigit() or int(status[:1]) < FIRST_ERROR // 100


def _payload_name(payload: Schema) -> str:
    match payload:
        case Reference(name=name):
            return f"{name}Envelope"
        case Array(items=Reference(name=name)):
            return f"{name}ArrayEnvelope"
        case _:
            return ""


def with_own_titles(schemas: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schemas without titles that another one's name or title is too: generators name classes by them."""
    names = {_key(name): name for name in reversed([*schemas])}
    seen: set[str] = set()
    found: dict[str, Any] = {}
    for name, schema in schemas.items():
        title = _key(str(schema.get("title", "")))
        shared = bool(title) and (names.get(title, name) != name or title in seen)
        seen.add(title)
        found[name] = {key: value for key, value in schema.items() if key != "title"} if shared else schema
    return found


def _key(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()
