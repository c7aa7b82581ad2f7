"""Document and raw layer → surface: the groups of methods that the client offers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from docpact.client.following import find_paging, find_status, mark_waiting
from docpact.client.links import name_all_links
from docpact.client.prepare import prepare_path
from docpact.client.python_text import clean_text, key_of, to_class_name, to_identifier, to_words
from docpact.client.raw import RawClient, RawEndpoint, RawModel, RawParameter, normalise_path, without_unset
from docpact.client.surface import Argument, Group, Method, Surface
from docpact.document import resolve
from docpact.errors import ToolError
from docpact.extensions import Envelope, read_conventions, read_envelope

METHODS = ("get", "put", "post", "delete", "patch", "head", "options")
UNKNOWN = ("trace", "query", "additionalOperations")
# RFC 9110, section 9.2.2: once or several times makes no difference.
IDEMPOTENT = frozenset({"get", "put", "delete", "head", "options"})
# Where these begin, a group's name has ended: what follows says what is done.
VERBS = frozenset({"add", "create", "delete", "get", "list", "patch", "post", "put", "remove", "set", "update"})
# Attributes of the client's own.
RESERVED = frozenset({"close", "aclose", "connection", "prepare", "raw"})


def build_surface(document: Mapping[str, Any], raw: RawClient) -> Surface:
    """Return what the façade offers; raises `ToolError` for an operation that the generator left out."""
    by_tag: dict[str, list[tuple[str, str, Mapping[str, Any]]]] = {
        tag["name"]: [] for tag in document.get("tags", ()) if isinstance(tag, Mapping)
    }
    for path, item in document["paths"].items():
        if unknown := [verb for verb in UNKNOWN if verb in item]:
            hint = "it knows the methods of OpenAPI 3.1 but TRACE"
            raise ToolError(f"openapi-python-client leaves out {unknown[0].upper()} {path}", hint=hint)
        for verb in METHODS:
            if isinstance(operation := item.get(verb), Mapping):
                tag = next(iter(operation.get("tags", ())), None) or _topic(path)
                by_tag.setdefault(tag, []).append((verb, path, operation))
    groups: list[Group] = []
    modules = {*raw.models, *raw.enums}
    for tag, operations in by_tag.items():
        if operations:
            groups.append(_build_group(tag, operations, document, raw, groups, modules))
    groups = name_all_links(groups, modules)
    status = find_status(groups, raw, read_conventions(document))
    return Surface(groups=tuple(mark_waiting(groups, status, raw)), status=status)


def _build_group(  # noqa: PLR0913, PLR0917 - internal, called once.
    tag: str,
    operations: Sequence[tuple[str, str, Mapping[str, Any]]],
    document: Mapping[str, Any],
    raw: RawClient,
    groups: Sequence[Group],
    classes: set[str],
) -> Group:
    prefix = _common_words([operation.get("operationId") or f"{verb} {path}" for verb, path, operation in operations])
    methods: list[Method] = []
    for verb, path, operation in operations:
        endpoint = raw.endpoints.get((verb, normalise_path(prepare_path(path))))
        if endpoint is None:
            hint = "the document has something that it cannot express"
            raise ToolError(f"openapi-python-client left out {verb.upper()} {path}", hint=hint)
        taken = {name for made in methods for name in (made.name, made.paging.name if made.paging else "")}
        words = to_words(str(operation.get("operationId") or f"{verb} {path}"))[prefix:]
        name = to_identifier(" ".join(words), taken, fallback=verb)
        methods.append(_build_method(name, verb, endpoint, operation, document, raw, taken))
    taken_groups = {group.attribute for group in groups} | RESERVED
    plural = any(method.result.startswith("list[") or _lists(method, raw) for method in methods)
    name = to_identifier(tag, fallback="group")
    attribute = to_identifier(_plural(name) if plural else name, taken_groups, fallback="group")
    described = next((t.get("description") for t in document.get("tags", ()) if t.get("name") == tag), None)
    return Group(
        attribute=attribute,
        class_name=to_class_name(f"{attribute} Api", classes | {group.class_name for group in groups}),
        documentation=clean_text(described) or f"{clean_text(tag) or attribute}: what can be done with it.",
        methods=tuple(methods),
    )


def _topic(path: str) -> str:
    """Return what an operation without a tag is about: the first word of its path that is neither version nor `api`."""
    parts = (part for part in path.split("/") if part and "{" not in part)
    return next((part for part in parts if not re.fullmatch(r"(?i)api|v[0-9.]+", part)), "default")


def _common_words(identifiers: Sequence[str]) -> int:
    """Return how many words all identifiers of a group begin with: the group's name says them already."""
    words = [[word.lower() for word in to_words(identifier)] for identifier in identifiers]
    shared = 0
    for column in zip(*(entry[:-1] for entry in words), strict=False):
        if len(set(column)) > 1 or column[0] in VERBS:
            break
        shared += 1
    return shared


def _plural(tag: str) -> str:
    if tag.endswith(("ss", "x", "ch", "sh")):
        return f"{tag}es"
    if tag.endswith("y") and tag[-2:-1] not in set("aeiou"):
        return f"{tag[:-1]}ies"
    return tag if tag.endswith("s") else f"{tag}s"


def _lists(method: Method, raw: RawClient) -> bool:
    model = raw.models.get(method.result)
    return model is not None and any(field.annotation.startswith("list[") for field in model.fields)


def _build_method(  # noqa: PLR0913, PLR0917 - internal, called once.
    name: str,
    verb: str,
    endpoint: RawEndpoint,
    operation: Mapping[str, Any],
    document: Mapping[str, Any],
    raw: RawClient,
    taken: set[str],
) -> Method:
    described = dict(_descriptions(operation, document))
    arguments = [_argument(parameter, described, positional=True) for parameter in endpoint.positional]
    body, fields = _flat_body(endpoint, raw)
    for parameter in endpoint.keywords:
        if body and parameter.name == "body":
            arguments += [_argument(field, described, positional=False) for field in fields]
        else:
            arguments.append(_argument(parameter, described, positional=False))
    statuses = [int(status) for status in operation["responses"] if str(status).isdigit()]
    envelope = read_envelope(document)
    kinds = {_payload(kind, raw, envelope) for kind in endpoint.payloads.values() if kind} - {"None"}
    result = " | ".join(sorted(kinds)) or "None"
    empty = tuple(s for s in sorted(statuses) if s in {204, 205, 304} or endpoint.payloads.get(s, "") is None)
    parts = [clean_text(operation.get("summary")) or name.replace("_", " ").capitalize()]
    parts += [text for text in (clean_text(operation.get("description")),) if text]
    scopes = [scope for entry in operation.get("security", ()) for needed in entry.values() for scope in needed]
    method = Method(
        name=name,
        operation=str(operation.get("operationId", name)),
        verb=verb,
        module=endpoint.module,
        path=endpoint.path,
        documentation="\n\n".join([*parts, *_references(operation, document, scopes)]),
        arguments=tuple(arguments),
        body=body,
        body_fields=tuple(field.name for field in fields),
        result=result,
        spec=raw.spec(result) if kinds else None,
        scopes=tuple(dict.fromkeys(map(str, scopes))),
        repeatable=verb in IDEMPOTENT and operation.get("x-safety") != "physical",
        interval=_interval(operation),
        empty=empty,
        optional=bool(kinds) and bool(empty) and not result.startswith("list["),
        paging=None,
    )
    return replace(method, paging=find_paging(method, raw, taken | {name}))


def _references(operation: Mapping[str, Any], document: Mapping[str, Any], scopes: Sequence[str]) -> Iterator[str]:
    if scopes:
        yield f"Scopes, any one of: {', '.join(dict.fromkeys(clean_text(scope) for scope in scopes))}."
    # Blanks would break the link in two, or a line of it into a paragraph of its own.
    page = quote("".join(clean_text(operation.get("x-source")).split()).partition(":")[0], safe="/")
    site = "".join(clean_text((document.get("externalDocs") or {}).get("url")).split()).rstrip("/")
    if page:
        yield f"Documentation: {site}/{page.removesuffix('.rst')}.html" if site else f"Documentation: {page}"


def _interval(operation: Mapping[str, Any]) -> float:
    limit = operation.get("x-rate-limit")
    seconds = limit.get("min-interval-seconds", 0) if isinstance(limit, Mapping) else 0
    return float(seconds) if isinstance(seconds, int | float) else 0.0


def _argument(parameter: RawParameter, described: Mapping[str, str], *, positional: bool) -> Argument:
    return Argument(
        name=parameter.name,
        annotation=parameter.annotation,
        required=parameter.required,
        positional=positional,
        description=described.get(key_of(parameter.name), ""),
    )


def _descriptions(operation: Mapping[str, Any], document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield name and description of parameters and of the body's members."""
    for content in (operation.get("requestBody") or {}).get("content", {}).values():
        schema = resolve(document, content.get("schema") or {})
        for name, member in (schema.get("properties") or {}).items():
            yield key_of(name), clean_text(member.get("description")) if isinstance(member, Mapping) else ""
    for parameter in operation.get("parameters", ()):
        found = resolve(document, parameter)
        yield key_of(str(found.get("name", ""))), clean_text(found.get("description"))


def _flat_body(endpoint: RawEndpoint, raw: RawClient) -> tuple[str, tuple[RawParameter, ...]]:
    """Return the body's model and its members as parameters, where no other parameter has such a name."""
    body = next((p for p in endpoint.keywords if p.name == "body"), None)
    model: RawModel | None = raw.models.get(body.annotation) if body else None
    if model is None or not model.fields:
        return "", ()
    others = {p.name for p in (*endpoint.positional, *endpoint.keywords)} | {"self"}
    if others & {field.name for field in model.fields}:
        return "", ()
    return model.name, tuple(
        RawParameter(name=f.name, annotation=f.annotation, required=f.required) for f in model.fields
    )


def _payload(annotation: str, raw: RawClient, envelope: Envelope | None) -> str:
    """Return the type of what is in the envelope; the type itself where it is none."""
    model = raw.models.get(annotation)
    members = {field.wire: field for field in model.fields} if model else {}
    if envelope is None or not envelope.wraps(members):
        return annotation
    payload = members.get(envelope.payload)
    return without_unset(payload.annotation) if payload and payload.required else "None"
