"""The operations of a normalised document, with what path items, references and the root say of them settled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docpact.document.faults import Finding, Report, escape
from docpact.document.security import Requirement, read_security
from docpact.document.shapes import METHODS
from docpact.document.traverse import resolve

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Operation:
    """One method of one path or event. Each is itself only, so that it can be a key."""

    method: str
    """In upper case, as it is sent."""
    path: str
    """The path template, or the name of the event."""
    definition: Mapping[str, Any]
    """The operation object: its parameters are all that it has, those of its path included, and none is a reference."""
    parameters: tuple[Mapping[str, Any], ...]
    """Parameter objects, resolved."""
    body: Mapping[str, Any]
    """The request body object, resolved; empty without one."""
    responses: Mapping[str, Mapping[str, Any]]
    """Status, class of statuses (`4XX`) or `default` → response object, resolved."""
    security: tuple[Requirement, ...]
    """The alternatives, one of which a request must meet; empty where no credentials are needed."""
    servers: tuple[Mapping[str, Any], ...]
    """The operation's own, else the document's."""
    pointer: str
    """Where it stands in the normalised document."""

    @property
    def key(self) -> str:
        """The method and path: `GET /lock/{id}`."""
        return f"{self.method} {self.path}"

    @property
    def operation_id(self) -> str:
        """The `operationId`; empty without one."""
        return str(self.definition.get("operationId") or "")

    def response(self, status: int) -> Mapping[str, Any]:
        """Return the response that is documented for a status; empty without one.

        The status itself counts, then its class, then `default`.
        """
        names = (str(status), f"{status // 100}XX", "default")
        return next((self.responses[name] for name in names if name in self.responses), {})


def read_operations(document: Mapping[str, Any], section: str, report: Report, file: str) -> Iterator[Operation]:
    """Yield the operations of `paths` or `webhooks`; reports what is missing or there twice."""
    ids: Counter[str] = Counter()
    templates: dict[str, str] = {}
    for path, listed in (document.get(section) or {}).items():
        item = resolve(document, listed)
        if path.startswith("x-") or not isinstance(item, Mapping):
            continue
        pointer = f"/{section}/{escape(path)}"
        if section == "paths":
            _check_template(path, templates, f"{file}#{pointer}", report)
        for method, definition, below in _methods(item):
            operation = _read(document, method, path, definition, f"{pointer}{below}")
            where = f"{file}#{operation.pointer}"
            _check(operation, section, ids, where, report)
            yield operation


def _methods(item: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    for method in METHODS:
        if isinstance(item.get(method), Mapping):
            yield method.upper(), item[method], f"/{method}"
    for method, definition in (item.get("additionalOperations") or {}).items():
        if isinstance(definition, Mapping):
            yield method, definition, f"/additionalOperations/{escape(method)}"


def _read(document: Mapping[str, Any], method: str, path: str, node: Mapping[str, Any], pointer: str) -> Operation:
    parameters = tuple(p for p in (resolve(document, p) for p in node.get("parameters") or ()) if "name" in p)
    responses = {
        status: resolve(document, response)
        for status, response in (node.get("responses") or {}).items()
        if not status.startswith("x-")
    }
    definition = {**node, "responses": responses}
    if "parameters" in node:
        definition["parameters"] = list(parameters)
    return Operation(
        method=method, path=path, definition=definition, parameters=parameters,
        body=resolve(document, node.get("requestBody") or {}), responses=responses,
        security=read_security(document, node),
        servers=tuple(node.get("servers") or document.get("servers") or ()), pointer=pointer,
    )  # fmt: skip


def _check_template(path: str, templates: dict[str, str], where: str, report: Report) -> None:
    template = PLACEHOLDER.sub("{}", path)
    if template in templates:
        report(Finding(where=where, message=f"is the same path as `{templates[template]}`: only names differ"))
    templates.setdefault(template, path)


def _check(operation: Operation, section: str, ids: Counter[str], where: str, report: Report) -> None:
    if operation.operation_id:
        ids[operation.operation_id] += 1
        if ids[operation.operation_id] == 2:  # noqa: PLR2004 - the first that repeats it.
            report(Finding(where=where, message=f"the operationId `{operation.operation_id}` is used twice"))
    if section == "paths":
        named = {str(p["name"]) for p in operation.parameters if p.get("in") == "path"}
        holders = set(PLACEHOLDER.findall(operation.path))
        for name in sorted(named - holders):
            report(Finding(where=where, message=f"the path parameter `{name}` has no place in the path"))
