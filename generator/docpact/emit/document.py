"""`Api` → an OpenAPI 3.1 document as a plain mapping, in a stable order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from fnmatch import fnmatchcase
from typing import Any

from docpact.config import Safety
from docpact.emit.links import add_links
from docpact.emit.markdown import LinkTarget, allowed_url, format_blocks
from docpact.emit.schemas import SchemaEmitter
from docpact.model.links import LinkResolver
from docpact.model.names import pascal
from docpact.model.settle import references
from docpact.model.types import (
    Api,
    Array,
    Enum,
    Envelope,
    Example,
    Operation,
    Parameter,
    Reference,
    Response,
    Schema,
    Tag,
    Webhook,
)
from docpact.read import DocumentationTree
from docpact.read.page import Link, LinkKind

OPENAPI = "3.1.0"
JSON = "application/json"
METHODS = ("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH")
READ_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
ERROR_ENVELOPE = "ErrorEnvelope"
# The base document's list of responses that every operation may give, or every one whose path fits a pattern; it is
# not part of OpenAPI and not emitted.
EVERYWHERE = "x-responses"


def emit_document(  # noqa: PLR0913 - what is emitted depends on no less.
    api: Api,
    tree: DocumentationTree,
    base: Mapping[str, Any],
    safety: Safety,
    *,
    open_enums: bool,
    detailed: bool = False,
) -> dict[str, Any]:
    """Return the document: what the base says, then what the pages say.

    `base` is an OpenAPI document without paths (info, servers, security schemes, API-wide responses); what it says
    stays. `open_enums` accepts undocumented enum values in answers; `detailed` has members, parameters and answers name
    their places, too: for a comparison, and too much for a document that people read.
    """
    return _Emitter(api, tree, base, safety, open_enums=open_enums, detailed=detailed).emit()


class _Emitter:
    def __init__(  # noqa: PLR0913 - as above.
        self,
        api: Api,
        tree: DocumentationTree,
        base: Mapping[str, Any],
        safety: Safety,
        *,
        open_enums: bool,
        detailed: bool,
    ) -> None:
        self.api, self.tree, self.safety, self.detailed = api, tree, safety, detailed
        self.base = deepcopy(dict(base))
        self.everywhere: Mapping[str, str | Mapping[str, str]] = self.base.pop(EVERYWHERE, {})
        self.resolver = LinkResolver(tree)
        enums = {c.name: c.schema for c in api.components if isinstance(c.schema, Enum)}
        self.requests = SchemaEmitter(enums=enums, open_enums=False, links=self._links, detailed=detailed)
        self.answers = SchemaEmitter(enums=enums, open_enums=open_enums, links=self._links, detailed=detailed)
        self.answered = _reachable(api)
        self.schemas: dict[str, Any] = {}
        self.schemes = self.base.get("components", {}).get("securitySchemes") or _default_schemes(api)

    def emit(self) -> dict[str, Any]:
        for component in self.api.components:
            emitter = self.answers if component.name in self.answered else self.requests
            self.schemas[component.name] = emitter.emit_component(component)
        paths: dict[str, Any] = {}
        for operation in sorted(self.api.operations, key=lambda o: (o.path, METHODS.index(o.method))):
            paths.setdefault(operation.path, {})[operation.method.lower()] = self._operation(operation)
        add_links(paths, self.schemas)
        webhooks = {webhook.event: {"post": self._webhook(webhook)} for webhook in self.api.webhooks}
        components = self.base.pop("components", {})
        known = self.base.pop("tags", [])
        named = {tag["name"] for tag in known}
        tags = known + [self._tag(t) for t in sorted(self.api.tags, key=lambda t: t.name) if t.name not in named]
        document: dict[str, Any] = {"openapi": OPENAPI, "info": self.base.pop("info", self._default_info())}
        servers = self.base.pop("servers", [{"url": self.api.server}] if self.api.server else [])
        if servers:
            document["servers"] = servers
        document |= {**self._rate_limit(), **self.base, "tags": tags, "paths": paths}
        if webhooks:
            document["webhooks"] = webhooks
        schemas = {**self.schemas, **components.get("schemas", {})}
        document["components"] = {
            **components,
            "schemas": dict(sorted(schemas.items())),
            **({"securitySchemes": self.schemes} if self.schemes else {}),
        }
        return document

    def _rate_limit(self) -> dict[str, Any]:
        limit = self.api.rate_limit
        if limit is None:
            return {}
        return {"x-rate-limit": {"requests": limit.requests, "window-seconds": limit.seconds}}

    def _tag(self, tag: Tag) -> dict[str, Any]:
        description = format_blocks(tag.blocks, self._links(tag.page)) if tag.page else ""
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
            schema = self.requests.emit_object(operation.body.schema, operation.page)
            emitted["requestBody"] = {
                "required": True,
                "content": {JSON: {"schema": schema, **emit_examples(operation.body.examples)}},
            }
        emitted["responses"] = self._responses(operation)
        if operation.scopes and self.schemes:
            emitted["security"] = [{scheme: [scope.name]} for scheme in self.schemes for scope in operation.scopes]
        elif self.schemes:
            emitted["security"] = [{scheme: []} for scheme in self.schemes]
        if operation.min_interval_seconds:
            emitted["x-rate-limit"] = {"min-interval-seconds": operation.min_interval_seconds}
        emitted["x-safety"] = self._safety(operation)
        emitted["x-source"] = str(operation.origin)
        return emitted

    def _parameter(self, parameter: Parameter, page: str) -> dict[str, Any]:
        emitted: dict[str, Any] = {"name": parameter.name, "in": parameter.location, "required": parameter.required}
        if description := format_blocks(parameter.blocks, self._links(page)):
            emitted["description"] = description
        emitted["schema"] = self.requests.emit_schema(parameter.schema, page)
        return emitted | self._source(parameter)

    def _responses(self, operation: Operation) -> dict[str, Any]:
        found = {str(response.status): self._response(response, operation) for response in operation.responses}
        for status, entry in self.everywhere.items():
            name, pattern = (entry, "*") if isinstance(entry, str) else (entry["response"], entry.get("path", "*"))
            if fnmatchcase(operation.path, pattern):
                found.setdefault(status, {"$ref": f"#/components/responses/{name}"})
        if not found:
            found["default"] = {"description": "No page says what this operation answers."}
        return dict(sorted(found.items()))

    def _response(self, response: Response, operation: Operation) -> dict[str, Any]:
        words = format_blocks(response.blocks, self._links(operation.page))
        emitted: dict[str, Any] = {"description": words or response.description or f"status {response.status}"}
        schema = self._content(response, operation)
        if schema is not None:
            emitted["content"] = {JSON: {"schema": schema, **emit_examples(response.examples)}}
        return emitted | self._source(response)

    def _source(self, part: Parameter | Response) -> dict[str, Any]:
        return {"x-source": str(part.origin)} if self.detailed else {}

    def _content(self, response: Response, operation: Operation) -> dict[str, Any] | None:
        if not response.enveloped or self.api.envelope is None:
            return None if response.payload is None else self.answers.emit_schema(response.payload, operation.page)
        if response.payload is None and response.status >= 400:  # noqa: PLR2004 - the first error status.
            name = ERROR_ENVELOPE
        elif response.payload is None:
            name = "EmptyEnvelope"
        else:
            name = _envelope_name(response.payload, operation)
        self.schemas.setdefault(name, self._envelope(response.payload, self.api.envelope, operation.page))
        return {"$ref": f"#/components/schemas/{name}"}

    def _envelope(self, payload: Schema | None, envelope: Envelope, page: str) -> dict[str, Any]:
        members: dict[str, Any] = {envelope.payload: {} if payload is None else self.answers.emit_schema(payload, page)}
        for name, kind in envelope.members:
            members[name] = {"type": "array", "items": {"type": "string"}} if kind == "array" else {"type": kind}
        required = [name for name in members if payload is not None or name != envelope.payload]
        return {"type": "object", "properties": members, "required": required}

    def _webhook(self, webhook: Webhook) -> dict[str, Any]:
        name = f"{pascal(webhook.event)}Webhook"
        schema = self.answers.emit_object(webhook.body, webhook.page)
        self.schemas[name] = {"title": webhook.title, **schema, "x-source": str(webhook.origin)}
        emitted: dict[str, Any] = {"operationId": f"on_{webhook.event.replace('-', '_')}", "summary": webhook.title}
        if description := format_blocks(webhook.blocks, self._links(webhook.page)):
            emitted["description"] = description
        content = {JSON: {"schema": {"$ref": f"#/components/schemas/{name}"}, **emit_examples(webhook.examples)}}
        emitted["requestBody"] = {"required": True, "content": content}
        emitted["responses"] = {"2XX": {"description": "The event was received."}}
        emitted["security"] = []
        emitted["x-source"] = str(webhook.origin)
        return emitted

    def _safety(self, operation: Operation) -> str:
        """Return whether calling it reads, writes, or moves something in the world."""
        signature = f"{operation.method} {operation.path}"
        for level in ("physical", "write", "read"):
            if any(fnmatchcase(signature, pattern) for pattern in getattr(self.safety, level)):
                return level
        return "read" if operation.method in READ_METHODS else "write"

    def _links(self, page_name: str) -> LinkTarget:
        page = self.tree.pages[page_name]

        def target(link: Link) -> str:
            if link.kind is LinkKind.URL:
                return allowed_url(link.target)
            found = self.resolver.resolve_page(link, page)
            name = self.api.links.get(found.name) if found else None
            if found is None or name is None:
                return ""
            return f"#operation/{name}" if found.kind == "endpoint" else f"#schema/{name}"

        return target

    def _default_info(self) -> dict[str, Any]:
        index = self.tree.pages.get("index")
        version = self.tree.substitutions.get("apiVersion", "")
        return {"title": (index.title if index else "") or "API", "version": version or "undocumented"}


def emit_examples(examples: Sequence[Example]) -> dict[str, Any]:
    """Return the `examples` of a media type, named by their captions; nothing where there are none."""
    found: dict[str, Any] = {}
    for example in examples:
        base = re.sub(r"[^a-z0-9]+", "-", example.title.lower()).strip("-") or "sample"
        name, number = base, 1
        while name in found:
            number += 1
            name = f"{base}-{number}"
        found[name] = {"summary": example.title, "value": example.value, "x-source": str(example.origin)}
    return {"examples": found} if found else {}


def _envelope_name(payload: Schema, operation: Operation) -> str:
    match payload:
        case Reference(name=name):
            return f"{name}Envelope"
        case Array(items=Reference(name=name)):
            return f"{name}ArrayEnvelope"
        case _:
            return f"{pascal(operation.operation_id)}Envelope"


def _reachable(api: Api) -> frozenset[str]:
    """Return the components that answers or webhooks hold, directly or not."""
    schemas = {component.name: component.schema for component in api.components}
    todo = [n for o in api.operations for r in o.responses if r.payload for n in references(r.payload)]
    todo += [name for webhook in api.webhooks for name in references(webhook.body)]
    found: set[str] = set()
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += references(schemas[name]) if name in schemas else []
    return frozenset(found)


def _default_schemes(api: Api) -> dict[str, Any]:
    """Return security schemes for what sample requests send, where no base document has any."""
    found: dict[str, Any] = {}
    scopes = {scope.name: scope.description for operation in api.operations for scope in operation.scopes}
    for scheme in api.schemes:
        if scheme.lower() == "bearer" and api.oauth:
            flow = {"authorizationUrl": api.oauth.authorization_url, "tokenUrl": api.oauth.token_url}
            flows = {"authorizationCode": {**flow, "scopes": {**scopes, **dict(api.oauth.scopes)}}}
            found["oauth2"] = {"type": "oauth2", "flows": flows}
        elif scheme.lower() in {"bearer", "basic"}:
            found[f"{scheme.lower()}Auth"] = {"type": "http", "scheme": scheme.lower()}
        else:
            name = f"{scheme[0].lower()}{scheme[1:]}"
            described = f"The word `{scheme}`, a blank, and the key."
            found[name] = {
                "type": "apiKey", "in": "header", "name": "Authorization", "description": described, "x-prefix": scheme,
            }  # fmt: skip
    return found
