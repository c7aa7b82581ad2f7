"""A document of OpenAPI, ours or anybody's → one normalised OpenAPI 3.1 mapping, and what isn't understood of it.

The run, from top to bottom: read the text, follow references, write Swagger 2.0 and OpenAPI 3.0 in the words of 3.1,
settle what can be written in several ways, and list the operations.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from docpact.document.bundle import Bundler
from docpact.document.circles import break_circles
from docpact.document.faults import Finding, Report, fault
from docpact.document.json_text import check_value
from docpact.document.operations import Operation, read_operations
from docpact.document.references import Files
from docpact.document.security import read_schemes
from docpact.document.settle import add_path_parameters, merge_path_items, settle_discriminators, settle_words
from docpact.document.source import Parsed, parse, read_source
from docpact.document.swagger import Swagger
from docpact.document.traverse import resolve
from docpact.document.upgrade import upgrade_schemas
from docpact.extensions import Conventions, Envelope, read_conventions, read_envelope

VERSIONS = ("2.0", "3.0", "3.1", "3.2")
NORMALISED = "3.1.1"
VARIABLE = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document as every consumer sees it."""

    mapping: Mapping[str, Any]
    """OpenAPI 3.1, whatever it was. Each `$ref` leads to a component by name (`#/components/schemas/Lock`), path items
    are in their place and have no parameters of their own, statuses and media types are written one way. What only 3.2
    has (`query`, `additionalOperations`, `itemSchema`, `in: querystring`) stays where it is."""
    name: str
    """The file or URL that it was read from, as the person named it."""
    version: str
    """The version that it is written in, as it says: `3.0.3`."""
    operations: tuple[Operation, ...]
    """Those of `paths`, in the document's order."""
    webhooks: tuple[Operation, ...]
    """Those of `webhooks`: the API calls, whoever listens answers."""
    schemes: Mapping[str, Mapping[str, Any]]
    """Security schemes by name, resolved."""
    envelope: Envelope | None
    """What payloads are wrapped in; None for an API without an envelope."""
    conventions: Conventions
    """What the API does in all operations."""
    base_path: str
    """The path of the first server, its variables filled in: `/api/v1`; empty without one."""
    places: Mapping[str, str]
    """The pointer of an operation → the file and line that it stands at; only where lines are known."""
    findings: tuple[Finding, ...]
    """What isn't understood, or is read as it was most probably meant."""

    def resolve(self, node: Any) -> Any:  # noqa: ANN401 - any JSON value.
        """Return what a `$ref` leads to, through several; a node without one is returned as it is."""
        return resolve(self.mapping, node)

    def operation(self, name: str) -> Operation | None:
        """Return the operation with that operationId, or method and path; None without one."""
        return next((o for o in self.operations if name in {o.operation_id, o.key}), None)


def load_document(source: str | Path, *, allow_ref: Sequence[Path] = (), serves: bool = True) -> Document:
    """Return the document in that file, at that URL, or on standard input (`-`).

    References are followed below the document's own folder, and to the files and folders in `allow_ref`; others are
    refused, and nothing is fetched but the document itself. `serves` says that the document must have operations that
    a client can call; otherwise webhooks are enough.

    Raises `InputError` with one line, which names the place, where the document can't be read, is larger than any
    document should be, breaks the specification in a way that leaves no meaning, or has no operations.
    """
    findings: list[Finding] = []
    parsed = parse(read_source(source), findings.append)
    return _normalise(parsed, findings, allow_ref=allow_ref, serves=serves)


def read_document(mapping: Mapping[str, Any], name: str, *, serves: bool = True) -> Document:
    """Return the document of a mapping that is here already; raises `InputError` as `load_document` does.

    References to other files are refused: a mapping has no folder.
    """
    check_value(mapping, name)
    parsed = Parsed(name=name, uri="", value=mapping, lines={})
    return _normalise(parsed, [], allow_ref=(), serves=serves)


def _normalise(parsed: Parsed, findings: list[Finding], *, allow_ref: Sequence[Path], serves: bool) -> Document:
    version = _find_version(parsed.value, parsed.name)
    report, file, family = findings.append, parsed.name, version[:3]
    bundler = Bundler(files=Files(parsed, report, allow_ref), report=report, version=family)
    bundled = bundler.bundle()
    found = merge_path_items(bundled)
    if family == "2.0":
        found = Swagger(found, file, report).convert()
    found = upgrade_schemas(found, family, file, report)
    found = add_path_parameters(settle_words(found, file, report), file, report)
    found = break_circles(found, file, report)
    found = settle_discriminators(found)
    found = _settle_root(found, file, report)
    operations = tuple(read_operations(found, "paths", report, file))
    webhooks = tuple(read_operations(found, "webhooks", report, file))
    if not operations and (serves or not webhooks):
        hint = "a document that only listens (webhooks) has nothing to call" if webhooks else ""
        raise fault(file, "has no operations", hint)
    schemes = read_schemes(found)
    _check_security((*operations, *webhooks), schemes, file, report)
    return Document(
        mapping=found, name=file, version=version, operations=operations, webhooks=webhooks, schemes=schemes,
        envelope=read_envelope(found), conventions=read_conventions(found),
        base_path=_find_base_path(found), places=bundler.find_places(bundled), findings=merge_findings(findings),
    )  # fmt: skip


def _find_version(value: Any, file: str) -> str:  # noqa: ANN401 - any JSON value.
    if not isinstance(value, Mapping):
        raise fault(file, "is no OpenAPI document: it is no mapping")
    version = value.get("openapi", value.get("swagger"))
    # A version without quotes is a number in YAML.
    version = str(version) if isinstance(version, int | float) and not isinstance(version, bool) else version
    if not isinstance(version, str):
        raise fault(file, "is no OpenAPI document: it has neither `openapi` nor `swagger` with a version")
    if not any(version == known or version.startswith(f"{known}.") for known in VERSIONS):
        raise fault(file, f"is of version `{version:.20}`", f"known are {', '.join(VERSIONS)}")
    return version


def _settle_root(document: dict[str, Any], file: str, report: Report) -> dict[str, Any]:
    info = document.get("info")
    if not isinstance(info, Mapping) or not {"title", "version"} <= info.keys():
        report(
            Finding(where=f"{file}#/info", message="`info` must have a `title` and a `version`; they are left empty")
        )
        info = {"title": "", "version": "", **(info or {})}
    rest = {name: value for name, value in document.items() if name not in {"openapi", "info", "$self"}}
    return {"openapi": NORMALISED, "info": info, **rest, "paths": document.get("paths") or {}}


def _find_base_path(document: Mapping[str, Any]) -> str:
    servers: Sequence[Mapping[str, Any]] = document.get("servers") or ({},)
    variables = servers[0].get("variables")
    values = variables if isinstance(variables, Mapping) else {}

    def fill(match: re.Match[str]) -> str:
        variable = values.get(match[1])
        return str(variable.get("default", "")) if isinstance(variable, Mapping) else ""

    try:
        path = urlsplit(VARIABLE.sub(fill, str(servers[0].get("url", "")))).path.rstrip("/")
    except ValueError:
        return ""
    return path if not path or path.startswith("/") else f"/{path}"


def _check_security(operations: Sequence[Operation], schemes: Mapping[str, Any], file: str, report: Report) -> None:
    for operation in operations:
        for requirement in operation.security:
            for name in sorted(requirement.schemes.keys() - schemes.keys()):
                message = f"`{name:.60}` is no security scheme of the document, so no request can meet it"
                report(Finding(where=f"{file}#{operation.pointer}/security", message=message))


def merge_findings(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return them in their order, those with one message as one: its first place, and how many more there are."""
    counts = Counter(finding.message for finding in dict.fromkeys(findings))
    found: dict[str, Finding] = {}
    for finding in findings:
        more = counts[finding.message] - 1
        words = f" (and in {more} more place{'s' * (more > 1)})" if more else ""
        found.setdefault(finding.message, Finding(where=finding.where, message=f"{finding.message}{words}"))
    return tuple(found.values())
