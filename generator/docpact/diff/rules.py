"""Every rule by which a change is classified. One table: `docs/reference/changes.md` shows it."""

from __future__ import annotations

from docpact.diff.types import Impact, Rule

_B, _P, _C = Impact.BREAKING, Impact.POSSIBLY, Impact.COMPATIBLE


def _rule(callers: Impact, readers: Impact, meaning: str, *, names: bool = False, words: bool = False) -> Rule:
    return Rule(callers=callers, readers=readers, meaning=meaning, names=names, words=words)


RULES: dict[str, Rule] = {
    # Operations
    "operation-added": _rule(_C, _C, "There is a new operation."),
    "operation-removed": _rule(_B, _C, "The operation is gone."),
    "operation-moved": _rule(_B, _C, "The operation has another method or path."),
    "operation-id-changed": _rule(
        _P, _C, "The operation has another id: the client's function has another name.", names=True
    ),
    "operation-tag-changed": _rule(
        _P, _C, "The operation has other tags: the client's module has another name.", names=True
    ),
    "operation-changed": _rule(_P, _P, "Another part of the operation changed."),
    "deprecated": _rule(_C, _C, "It is marked as deprecated."),
    "undeprecated": _rule(_C, _C, "It is not marked as deprecated any more."),
    "rate-limit-changed": _rule(_P, _C, "The rate limit changed."),
    # Parameters
    "parameter-added": _rule(_C, _C, "There is a new optional parameter."),
    "parameter-added-required": _rule(_B, _C, "There is a new parameter that must be sent."),
    "parameter-removed": _rule(_P, _C, "The parameter is gone; a server may ignore or reject it."),
    "parameter-renamed": _rule(_B, _C, "The parameter has another name.", names=True),
    "path-parameter-renamed": _rule(
        _P,
        _C,
        "A part of the path has another name: nothing changes on the wire, the client's argument does.",
        names=True,
    ),
    "parameter-moved": _rule(_B, _C, "The parameter is sent in another place."),
    "parameter-became-required": _rule(_B, _C, "The parameter must be sent."),
    "parameter-became-optional": _rule(_C, _C, "The parameter may be left out."),
    "parameter-changed": _rule(_P, _C, "The serialization of the parameter changed."),
    # Request bodies
    "body-added": _rule(_C, _C, "A body may be sent."),
    "body-added-required": _rule(_B, _C, "A body must be sent."),
    "body-removed": _rule(_P, _C, "No body is described any more; a server may ignore or reject it."),
    "body-became-required": _rule(_B, _C, "The body must be sent."),
    "body-became-optional": _rule(_C, _C, "The body may be left out."),
    "request-media-type-added": _rule(_C, _C, "The body may be sent with another media type, too."),
    "request-media-type-removed": _rule(_B, _C, "The body may no longer be sent with this media type."),
    # Responses
    "status-added": _rule(_C, _P, "There is a new status for success."),
    "status-removed": _rule(_C, _B, "A status for success is gone."),
    "error-status-added": _rule(_C, _C, "There is a new status for failure."),
    "error-status-removed": _rule(_C, _C, "A status for failure is gone."),
    "answer-body-added": _rule(_C, _C, "The response has a body."),
    "answer-body-removed": _rule(_C, _B, "The response has no body any more."),
    "answer-media-type-added": _rule(_C, _P, "The response may have another media type, too."),
    "answer-media-type-removed": _rule(_C, _B, "The response no longer has this media type."),
    "header-added": _rule(_C, _C, "The response has a new header."),
    "header-removed": _rule(_C, _P, "A header of the response is gone."),
    "header-removed-required": _rule(_C, _B, "A header that every response had is gone."),
    "header-became-optional": _rule(_C, _B, "A header that every response had may be missing."),
    "header-became-required": _rule(_C, _C, "Every response has the header."),
    "link-changed": _rule(_C, _C, "The response's ids lead to other operations."),
    "answer-changed": _rule(_C, _P, "Another part of the response changed."),
    # Schemas
    "property-added": _rule(_C, _C, "There is a new optional property."),
    "property-added-required": _rule(_B, _C, "There is a new required property."),
    "property-added-closed": _rule(_C, _B, "There is a new property where unlisted properties were not allowed."),
    "property-removed": _rule(_P, _P, "An optional property is gone."),
    "property-removed-required": _rule(_P, _B, "A required property is gone."),
    "property-removed-closed": _rule(_B, _B, "A property is gone, and unlisted properties are not allowed."),
    "property-renamed": _rule(_B, _B, "A property has another name.", names=True),
    "property-became-required": _rule(_B, _C, "The property is required."),
    "property-became-optional": _rule(_C, _B, "The property is optional."),
    "properties-closed": _rule(_B, _C, "Unlisted properties are rejected."),
    "properties-opened": _rule(_C, _B, "Unlisted properties are allowed."),
    "type-changed": _rule(_B, _B, "The type changed."),
    "type-narrowed": _rule(_B, _C, "Some types are no longer allowed."),
    "type-widened": _rule(_C, _B, "More types are allowed."),
    "type-stated": _rule(_B, _C, "A type is stated where there was none."),
    "type-unstated": _rule(_C, _B, "No type is stated any more."),
    "null-allowed": _rule(_C, _B, "It can be null."),
    "null-refused": _rule(_B, _C, "It can't be null any more."),
    "enum-value-added": _rule(_C, _B, "A closed list of values has a new one."),
    "enum-value-removed": _rule(_B, _C, "A value is gone from a closed list."),
    "enum-value-renamed": _rule(_P, _P, "A value has another name in the client.", names=True),
    "known-value-added": _rule(_C, _C, "An undocumented value, allowed before, is documented."),
    "known-value-removed": _rule(_C, _C, "A value is no longer documented, and still allowed."),
    "values-limited": _rule(_B, _C, "Only values of a list are allowed."),
    "values-unlimited": _rule(_C, _B, "Values beside those of the list are allowed."),
    "limit-tightened": _rule(_B, _C, "A limit is tighter."),
    "limit-loosened": _rule(_C, _B, "A limit is looser."),
    "limit-changed": _rule(_B, _B, "A limit changed and is neither tighter nor looser."),
    "format-changed": _rule(_B, _B, "The format changed."),
    "pattern-changed": _rule(_P, _P, "The pattern changed; the tool can't say which texts it allows now."),
    "alternative-added": _rule(_C, _B, "There is one more alternative."),
    "alternative-removed": _rule(_B, _C, "An alternative is gone."),
    "alternatives-changed": _rule(_P, _P, "An alternative changed, and exactly one must match."),
    "condition-added": _rule(_B, _C, "A further condition must be met."),
    "condition-removed": _rule(_C, _B, "A condition is gone."),
    "condition-changed": _rule(_P, _P, "A condition changed."),
    "default-changed": _rule(_P, _C, "The default value changed."),
    "schema-changed": _rule(_P, _P, "A keyword changed that no rule knows."),
    "component-switched": _rule(
        _P, _P, "Another component of the same shape: another class in the client.", names=True
    ),
    # Components
    "component-added": _rule(_C, _C, "There is a new component."),
    "component-removed": _rule(_P, _P, "A component is gone, and its class in the client.", names=True),
    "component-renamed": _rule(_P, _P, "A component has another name, and its class in the client.", names=True),
    # Security
    "security-tightened": _rule(_B, _C, "More credentials or scopes are required."),
    "security-relaxed": _rule(_C, _C, "Other or fewer credentials are enough."),
    "security-scheme-added": _rule(_C, _C, "There is a new security scheme."),
    "security-scheme-removed": _rule(_P, _C, "A security scheme is gone."),
    "security-scheme-renamed": _rule(_C, _C, "A security scheme has another name in the document."),
    "security-scheme-changed": _rule(_P, _C, "Credentials are sent or obtained in another way."),
    # Webhooks
    "webhook-added": _rule(_C, _C, "There is a new event."),
    "webhook-removed": _rule(_C, _B, "The event is not sent any more."),
    "webhook-renamed": _rule(_C, _B, "The event has another name."),
    # The whole document
    "server-added": _rule(_C, _C, "There is a new server."),
    "server-removed": _rule(_P, _C, "A server is gone; it may still respond."),
    "server-changed": _rule(_C, _C, "The description of a server changed."),
    "api-version-changed": _rule(_C, _C, "The API's version changed."),
    "documentation-changed": _rule(_C, _C, "Only descriptions changed.", words=True),
    "example-changed": _rule(_C, _C, "Only examples changed.", words=True),
    "extension-changed": _rule(_C, _C, "An extension (`x-…`) changed.", words=True),
    "document-changed": _rule(_P, _P, "Another part of the document changed."),
}
"""Every rule that can be reported."""
