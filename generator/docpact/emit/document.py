"""`Api` → an OpenAPI 3.1 document as a plain mapping, in a stable order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from fnmatch import fnmatchcase
from typing import Any

from docpact import extensions
from docpact.config import Safety
from docpact.diagnostics import Report
from docpact.dialects.statements import TagStatement
from docpact.emit.alternatives import settle_alternatives
from docpact.emit.directions import received_components
from docpact.emit.links import with_links
from docpact.emit.markdown import LinkTarget, allowed_url, format_blocks
from docpact.emit.names import allocate_names, envelope_name, with_own_titles
from docpact.emit.schemas import SchemaEmitter
from docpact.emit.security import emit_requirements, emit_schemes, emit_usual_schemes
from docpact.errors import InputError
from docpact.model.types import (
    Api,
    Content,
    Enum,
    Envelope,
    EnvelopeProperty,
    Example,
    Header,
    Operation,
    Parameter,
    RequestBody,
    Response,
    Schema,
    Webhook,
)
from docpact.read.page import Link, LinkKind

OPENAPI = "3.1.0"
METHODS = ("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE")
READ_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
# The base document's list of responses that every operation may give, or every one whose path fits a pattern; it is
# not part of OpenAPI and not emitted.
EVERYWHERE = "x-responses"
# What the emitter places itself; all else of the base document is taken over.
OWN_KEYS = frozenset({EVERYWHERE, "openapi", "info", "servers", "tags", "paths", "webhooks", "components"})


def emit_document(  # noqa: PLR0913 - what is emitted depends on no less.
    api: Api,
    base: Mapping[str, Any],
    safety: Safety,
    report: Report,
    *,
    open_enums: bool,
    title: str = "",
    version: str = "",
    detailed: bool = False,
) -> dict[str, Any]:
    """Return the document: what the base says, then what the pages say.

    `base` is an OpenAPI document without paths (info, servers, security schemes, API-wide responses); what it says
    stays. `title` and `version` are the API's, where the base states none. `open_enums` accepts enum values in
    responses that no page lists. `detailed` has properties, parameters and responses name their places, too: for a
    comparison, and too much for a document that people read.
    """
    return _Emitter(
        api, base, safety, report, open_enums=open_enums, title=title, version=version, detailed=detailed
    ).emit()


class _Emitter:
    def __init__(  # noqa: PLR0913 - as above.
        self,
        api: Api,
        base: Mapping[str, Any],
        safety: Safety,
        report: Report,
        *,
        open_enums: bool,
        title: str,
        version: str,
        detailed: bool,
    ) -> None:
        self.api, self.base, self.safety, self.detailed = api, base, safety, detailed
        self.title, self.version = title, version
        self.everywhere: Mapping[str, str | Mapping[str, str]] = base.get(EVERYWHERE, {})
        self.names = allocate_names(api, base.get("components", {}).get("schemas", {}), report)
        enums = {c.name: c.schema for c in api.components if isinstance(c.schema, Enum)}
        self.requests = SchemaEmitter(
            names=self.names.components, enums=enums, open_enums=False, links=self._links, detailed=detailed
        )
        self.responses = SchemaEmitter(
            names=self.names.components, enums=enums, open_enums=open_enums, links=self._links, detailed=detailed
        )
        declared = base.get("components", {}).get("securitySchemes")
        self.schemes = declared or emit_schemes(api)
        self.usual_schemes = declared or emit_usual_schemes(api)

    def emit(self) -> dict[str, Any]:
        base = {key: deepcopy(value) for key, value in self.base.items() if key not in OWN_KEYS}
        schemas = with_own_titles({**self._components(), **self._envelopes(), **self._webhook_bodies()})
        schemas = settle_alternatives(schemas, schemas)
        components = deepcopy(self.base.get("components", {}))
        document: dict[str, Any] = {"openapi": OPENAPI, "info": self.base.get("info", self._default_info())}
        if servers := self.base.get("servers", [{"url": url} for url in self.api.servers]):
            document["servers"] = servers
        document |= {**self._rate_limit(), **_declare_envelope(self.api.envelope), **base}
        paths = with_links(settle_alternatives(self._paths(), schemas), schemas, extensions.read_envelope(document))
        document |= {"tags": self._tags(), "paths": paths}
        if self.api.webhooks:
            document["webhooks"] = {webhook.event: {"post": self._webhook(webhook)} for webhook in self.api.webhooks}
        document["components"] = {
            **components,
            "schemas": dict(sorted({**schemas, **components.get("schemas", {})}.items())),
            **({"securitySchemes": self.schemes} if self.schemes else {}),
        }
        return document

    def _components(self) -> dict[str, Any]:
        received = received_components(self.api)
        return {
            self.names.components[component.name]: (
                self.responses if component.name in received else self.requests
            ).emit_component(component)
            for component in self.api.components
        }

    def _paths(self) -> dict[str, Any]:
        self._check_undone_by()
        paths: dict[str, Any] = {}
        for operation in sorted(self.api.operations, key=lambda o: (o.path, METHODS.index(o.method))):
            paths.setdefault(operation.path, {})[operation.method.lower()] = self._operation(operation)
        return paths

    def _envelopes(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for operation in sorted(self.api.operations, key=lambda o: (o.path, METHODS.index(o.method))):
            for response in operation.responses:
                for content in response.contents:
                    name = self._envelope_of(content, response, operation)
                    if name and name not in found and self.api.envelope is not None:
                        found[name] = self._envelope(content.schema, self.api.envelope, operation.page)
        return found

    def _envelope_of(self, content: Content, response: Response, operation: Operation) -> str:
        """Return the name of the envelope around the content; empty where it has none."""
        if not content.enveloped or self.api.envelope is None:
            return ""
        return self.names.envelopes[envelope_name(content, response, operation)]

    def _webhook_bodies(self) -> dict[str, Any]:
        return {
            self.names.webhooks[webhook.event]: {
                "title": webhook.title,
                **self.responses.emit_object(webhook.body, webhook.page),
                "x-source": str(webhook.origin),
            }
            for webhook in self.api.webhooks
        }

    def _tags(self) -> list[Any]:
        known: list[Any] = deepcopy(self.base.get("tags", []))
        named = {tag["name"] for tag in known}
        return known + [self._tag(t) for t in sorted(self.api.tags, key=lambda t: t.name) if t.name not in named]

    def _rate_limit(self) -> dict[str, Any]:
        limit = self.api.rate_limit
        if limit is None:
            return {}
        return {"x-rate-limit": {"requests": limit.requests, "window-seconds": limit.seconds}}

    def _tag(self, tag: TagStatement) -> dict[str, Any]:
        description = format_blocks(tag.blocks, self._links(tag.page)) if tag.blocks else ""
        return {"name": tag.name, **({"description": description} if description else {})}

    def _operation(self, operation: Operation) -> dict[str, Any]:
        emitted: dict[str, Any] = {"operationId": operation.operation_id, "tags": [operation.tag]}
        if operation.title:
            emitted["summary"] = operation.title
        if description := format_blocks(operation.blocks, self._links(operation.page)):
            emitted["description"] = description
        if operation.parameters:
            emitted["parameters"] = [self._parameter(p, operation.page) for p in operation.parameters]
        if operation.body:
            emitted["requestBody"] = self._body(operation.body, operation.page)
        emitted["responses"] = self._responses(operation)
        if operation.deprecated:
            emitted["deprecated"] = True
        if (security := emit_requirements(operation, self.api, self.schemes, self.usual_schemes)) is not None:
            emitted["security"] = security
        if operation.min_interval_seconds:
            emitted["x-rate-limit"] = {"min-interval-seconds": operation.min_interval_seconds}
        emitted |= dict(operation.extensions)
        emitted["x-safety"] = self._safety(operation)
        if partner := self.safety.undone_by.get(f"{operation.method} {operation.path}"):
            emitted["x-undone-by"] = partner
        emitted["x-source"] = str(operation.origin)
        return emitted

    def _body(self, body: RequestBody, page: str) -> dict[str, Any]:
        content = {
            one.media_type: {
                "schema": {} if one.schema is None else self.requests.emit_schema(one.schema, page),
                **emit_examples(one.examples),
            }
            for one in body.contents
        }
        return {"required": body.required, "content": content}

    def _parameter(self, parameter: Parameter, page: str) -> dict[str, Any]:
        emitted: dict[str, Any] = {"name": parameter.name, "in": parameter.location, "required": parameter.required}
        if description := format_blocks(parameter.blocks, self._links(page)):
            emitted["description"] = description
        if parameter.deprecated:
            emitted["deprecated"] = True
        emitted |= dict(parameter.extensions)
        emitted["schema"] = self.requests.emit_schema(parameter.schema, page)
        return emitted | self._source(parameter)

    def _responses(self, operation: Operation) -> dict[str, Any]:
        found = {response.status: self._response(response, operation) for response in operation.responses}
        for status, entry in self.everywhere.items():
            name, pattern = (entry, "*") if isinstance(entry, str) else (entry["response"], entry.get("path", "*"))
            if fnmatchcase(operation.path, pattern):
                found.setdefault(status, {"$ref": f"#/components/responses/{name}"})
        if not found:
            found["default"] = {"description": "No page says what this operation answers."}
        return dict(sorted(found.items()))

    def _response(self, response: Response, operation: Operation) -> dict[str, Any]:
        words = format_blocks(response.blocks, self._links(operation.page))
        emitted: dict[str, Any] = {"description": words or response.description or _unstated(response.status)}
        if response.headers:
            emitted["headers"] = {header.name: self._header(header, operation.page) for header in response.headers}
        content = {
            one.media_type: {"schema": schema, **emit_examples(one.examples)}
            for one in response.contents
            if (schema := self._content(one, response, operation)) is not None
        }
        if content:
            emitted["content"] = content
        return emitted | self._source(response)

    def _header(self, header: Header, page: str) -> dict[str, Any]:
        description = format_blocks(header.blocks, self._links(page))
        schema = self.responses.emit_schema(header.schema, page)
        return {**({"description": description} if description else {}), "schema": schema}

    def _content(self, content: Content, response: Response, operation: Operation) -> dict[str, Any] | None:
        if name := self._envelope_of(content, response, operation):
            return {"$ref": f"#/components/schemas/{name}"}
        return None if content.schema is None else self.responses.emit_schema(content.schema, operation.page)

    def _source(self, part: Parameter | Response) -> dict[str, Any]:
        return {"x-source": str(part.origin)} if self.detailed else {}

    def _envelope(self, payload: Schema | None, envelope: Envelope, page: str) -> dict[str, Any]:
        held = {} if payload is None else self.responses.emit_schema(payload, page)
        properties = {envelope.payload: held, **{prop.name: _envelope_property(prop) for prop in envelope.properties}}
        required = [name for name in properties if payload is not None or name != envelope.payload]
        return {"type": "object", "properties": properties, "required": required}

    def _webhook(self, webhook: Webhook) -> dict[str, Any]:
        name = self.names.webhooks[webhook.event]
        emitted: dict[str, Any] = {"operationId": f"on_{webhook.event.replace('-', '_')}", "summary": webhook.title}
        if description := format_blocks(webhook.blocks, self._links(webhook.page)):
            emitted["description"] = description
        content = {
            "application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}, **emit_examples(webhook.examples)}
        }
        emitted["requestBody"] = {"required": True, "content": content}
        emitted["responses"] = {"2XX": {"description": "The event was received."}}
        emitted["security"] = []
        emitted["x-source"] = str(webhook.origin)
        return emitted

    def _check_undone_by(self) -> None:
        """Raise `InputError` where `undone-by` names what is no operation: a misspelled pair would protect nothing."""
        known = {f"{operation.method} {operation.path}" for operation in self.api.operations}
        for name in (name for pair in self.safety.undone_by.items() for name in pair):
            if name not in known:
                raise InputError(
                    f"`{name}` is no operation of the documentation", where="[safety] undone-by",
                    hint="write METHOD and the path template, as in the document",
                )  # fmt: skip

    def _safety(self, operation: Operation) -> str:
        """Return whether calling it reads, writes, or moves something in the world."""
        signature = f"{operation.method} {operation.path}"
        for level in ("physical", "write", "read"):
            if any(fnmatchcase(signature, pattern) for pattern in getattr(self.safety, level)):
                return level
        return "read" if operation.method in READ_METHODS else "write"

    def _links(self, page: str) -> LinkTarget:
        known = self.api.links.pages.get(page)

        def target(link: Link) -> str:
            if link.kind is LinkKind.URL:
                return allowed_url(link.target)
            key = self.api.links.resolve(link, known.path if known is not None else "")
            return self.api.anchors.get(key, "") if key is not None else ""

        return target

    def _default_info(self) -> dict[str, Any]:
        return {"title": self.title or self.api.title or "API", "version": self.version or "undocumented"}


def _unstated(status: str) -> str:
    """Return the description of a response that no page describes: OpenAPI wants one."""
    return "No page states the status." if status == "default" else f"status {status}"


def emit_examples(examples: Sequence[Example]) -> dict[str, Any]:
    """Return the `examples` of a media type, named by their captions; nothing where there are none."""
    found: dict[str, Any] = {}
    for example in examples:
        base = re.sub(r"[^a-z0-9]+", "-", example.title.lower()).strip("-") or "sample"
        name, number = base, 1
        while name in found:
            number += 1
            name = f"{base}-{number}"
        summary = {"summary": example.title} if example.title else {}
        found[name] = {**summary, "value": example.value, "x-source": str(example.origin)}
    return {"examples": found} if found else {}


def _envelope_property(prop: EnvelopeProperty) -> dict[str, Any]:
    if not prop.type:
        return {}
    items = {"items": {"type": "string"}} if prop.type == "array" else {}
    return {"type": [prop.type, "null"] if prop.nullable else prop.type, **items}


def _declare_envelope(envelope: Envelope | None) -> dict[str, Any]:
    """Return `x-envelope`; nothing for an API without an envelope."""
    if envelope is None:
        return {}
    declared = extensions.Envelope(
        payload=envelope.payload, success=envelope.success, status=envelope.status, messages=envelope.messages
    )
    return {extensions.ENVELOPE: declared.dump()}
