"""Document and raw layer → surface: the groups of methods that the client offers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from docpact.client.calls import Call
from docpact.client.credentials import build_credentials
from docpact.client.following import find_paging, find_status, mark_waiting
from docpact.client.links import name_all_links
from docpact.client.prepare import prepare_path
from docpact.client.python_text import clean_text, key_of, to_class_name, to_identifier, to_words
from docpact.client.raw import (
    DEFAULT,
    RawClient,
    RawEndpoint,
    RawModel,
    RawParameter,
    Spec,
    normalise_path,
    without_unset,
)
from docpact.client.surface import Argument, Group, Method, Surface
from docpact.document import resolve
from docpact.document.security import read_security
from docpact.extensions import read_conventions, read_envelope

METHODS = ("get", "put", "post", "delete", "patch", "head", "options")
# RFC 9110, section 9.2.2: once or several times makes no difference.
IDEMPOTENT = frozenset({"get", "put", "delete", "head", "options"})
# Where these begin, a group's name has ended: what follows says what is done.
VERBS = frozenset({"add", "create", "delete", "get", "list", "patch", "post", "put", "remove", "set", "update"})
Calls = Mapping[tuple[str, str], Call]
"""How operations are called, by method and path as `RawClient` has them."""
REDIRECTS = range(300, 400)
STREAMED = frozenset({"lines", "events"})
DEPRECATED = "Deprecated: it may go in a later version of the API."
# Attributes of the client's own.
RESERVED = frozenset({"close", "aclose", "connection", "prepare", "raw", "with_options"})


def build_surface(document: Mapping[str, Any], raw: RawClient, calls: Calls) -> Surface:
    """Return what the façade offers: the operations that the generated package has."""
    by_tag: dict[str, list[tuple[str, str, Mapping[str, Any]]]] = {
        tag["name"]: [] for tag in document.get("tags", ()) if isinstance(tag, Mapping)
    }
    for path, item in document["paths"].items():
        for verb in METHODS:
            operation = item.get(verb)
            if isinstance(operation, Mapping) and key_for(verb, path) in raw.endpoints:
                tag = next(iter(operation.get("tags", ())), None) or _topic(path)
                by_tag.setdefault(tag, []).append((verb, path, operation))
    groups: list[Group] = []
    modules = {*raw.models, *raw.enums}
    for tag, operations in by_tag.items():
        if operations:
            groups.append(_build_group(tag, operations, document, raw, calls, groups, modules))
    groups = name_all_links(groups, modules)
    status = find_status(groups, raw, read_conventions(document))
    return Surface(
        groups=tuple(mark_waiting(groups, status, raw)), status=status, combined=build_credentials(document).combined
    )


def key_for(verb: str, path: str) -> tuple[str, str]:
    """Return what an operation is found by in the generated package."""
    return verb, normalise_path(prepare_path(path))


def _build_group(  # noqa: PLR0913, PLR0917 - internal, called once.
    tag: str,
    operations: Sequence[tuple[str, str, Mapping[str, Any]]],
    document: Mapping[str, Any],
    raw: RawClient,
    calls: Calls,
    groups: Sequence[Group],
    classes: set[str],
) -> Group:
    prefix = _common_words([operation.get("operationId") or f"{verb} {path}" for verb, path, operation in operations])
    methods: list[Method] = []
    for verb, path, operation in operations:
        key = key_for(verb, path)
        taken = {
            name
            for made in methods
            for name in (made.name, *((made.paging.name, made.paging.page_name) if made.paging else ()))
        }
        taken.add("with_raw_response")
        words = to_words(str(operation.get("operationId") or f"{verb} {path}"))[prefix:]
        name = to_identifier(" ".join(words), taken, fallback=verb)
        call = calls.get(key, Call())
        methods.append(_build_method(name, verb, raw.endpoints[key], operation, document, raw, call, taken))
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
    call: Call,
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
    key = _idempotency_header(operation, document)
    arguments = [_typed(_optional_key(argument, key), call, raw) for argument in arguments]
    statuses = [int(status) for status in operation["responses"] if str(status).isdigit()]
    payloads = _payloads(endpoint, call)
    kinds = {_payload(kind, raw, document, call) for kind in payloads.values() if kind} - {"None"}
    result = " | ".join(sorted(kinds)) or "None"
    streams = call.reads in STREAMED
    empty = tuple(s for s in sorted(statuses) if s in {204, 205} or s in REDIRECTS or payloads.get(s, "") is None)
    parts = [clean_text(operation.get("summary")) or name.replace("_", " ").capitalize()]
    parts += [text for text in (clean_text(operation.get("description")),) if text]
    parts += [DEPRECATED] if operation.get("deprecated") is True else []
    security = read_security(document, operation)
    scopes = [scope for entry in operation.get("security") or () for needed in entry.values() for scope in needed]
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
        spec=_spec(result, call, raw) if kinds else None,
        scopes=tuple(dict.fromkeys(map(str, scopes))),
        repeatable=(verb in IDEMPOTENT or bool(key)) and operation.get("x-safety") != "physical",
        idempotency=key,
        interval=_interval(operation),
        empty=empty,
        optional=bool(kinds) and bool(empty) and not result.startswith("list[") and not streams,
        paging=None,
        reads=call.reads,
        accept=call.accept,
        sends=call.sends,
        styles=call.styles,
        security=tuple(tuple(sorted(needed.schemes)) for needed in security),
        deprecated=operation.get("deprecated") is True,
    )
    return replace(method, paging=None if streams else find_paging(method, raw, taken | {name}))


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


def _idempotency_header(operation: Mapping[str, Any], document: Mapping[str, Any]) -> str:
    """Return the header whose key makes a request count once; empty where the document declares none."""
    found = (resolve(document, parameter) for parameter in operation.get("parameters") or ())
    names = (str(one.get("name", "")) for one in found if one.get("in") == "header")
    return next((name for name in names if key_of(name).removeprefix("x") == "idempotencykey"), "")


def _optional_key(argument: Argument, key: str) -> Argument:
    """Return the argument for that key as an optional one: the client makes a key where none is given."""
    if not key or key_of(argument.name) != key_of(key) or not argument.required:
        return argument
    return replace(argument, required=False, annotation=f"{argument.annotation} | Unset")


def _payloads(endpoint: RawEndpoint, call: Call) -> dict[int, str | None]:
    """Return the types of what successes give; the generator takes a body of any type for no body."""
    found = dict(endpoint.payloads)
    default = found.pop(DEFAULT, None)
    if "default" in call.bodies:
        found[DEFAULT] = default or "Any"
    for status in call.bodies:
        code = int(status.replace("X", "0")) if status != "default" else DEFAULT
        found[code] = found.get(code) or "Any"
    return found


def _typed(argument: Argument, call: Call, raw: RawClient) -> Argument:
    """Return the argument with the type that callers give, where the generated function takes another one."""
    if argument.name == "body" and call.sends:
        optional = "" if argument.required else " | Unset"
        return replace(argument, annotation=f"bytes | str | File{optional}")
    model = without_unset(argument.annotation)
    if argument.name == "body" and (values := raw.map_of(model)):
        optional = "" if argument.required else " | Unset"
        return replace(argument, annotation=f"Mapping[str, {values}]{optional}", model=model)
    return argument


def _spec(result: str, call: Call, raw: RawClient) -> Spec:
    """Return how a result is read, for the run time."""
    return "" if call.reads in {"text", "bytes"} else raw.spec(result)


def _payload(annotation: str, raw: RawClient, document: Mapping[str, Any], call: Call) -> str:
    """Return the type of what is in the envelope; the type itself where there is no envelope."""
    if call.reads in {"text", "bytes"}:
        return {"text": "str", "bytes": "bytes"}[call.reads]
    if call.reads in STREAMED:
        return "ServerSentEvent" if call.reads == "events" and annotation == "Any" else annotation
    envelope = read_envelope(document)
    model = raw.models.get(annotation)
    members = {field.wire: field for field in model.fields} if model else {}
    if envelope is None or not envelope.wraps(members):
        values = raw.map_of(annotation)
        return f"dict[str, {values}]" if values else annotation
    payload = members.get(envelope.payload)
    return without_unset(payload.annotation) if payload and payload.required else "None"
