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
        _P, _C, "The operation has other tags: the client's module stands elsewhere.", names=True
    ),
    "operation-changed": _rule(_P, _P, "Something else of the operation is another."),
    "deprecated": _rule(_C, _C, "It is marked as deprecated."),
    "undeprecated": _rule(_C, _C, "It is not marked as deprecated any more."),
    "rate-limit-changed": _rule(_P, _C, "Calls are limited otherwise."),
    # Parameters
    "parameter-added": _rule(_C, _C, "There is a new optional parameter."),
    "parameter-added-required": _rule(_B, _C, "There is a new parameter that must be sent."),
    "parameter-removed": _rule(_P, _C, "The parameter is gone; a server may ignore or refuse it."),
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
    "parameter-changed": _rule(_P, _C, "The parameter is written otherwise."),
    # Request bodies
    "body-added": _rule(_C, _C, "A body may be sent."),
    "body-added-required": _rule(_B, _C, "A body must be sent."),
    "body-removed": _rule(_P, _C, "No body is described any more; a server may ignore or refuse it."),
    "body-became-required": _rule(_B, _C, "The body must be sent."),
    "body-became-optional": _rule(_C, _C, "The body may be left out."),
    "request-media-type-added": _rule(_C, _C, "The body may be sent in another form, too."),
    "request-media-type-removed": _rule(_B, _C, "The body may not be sent in that form any more."),
    # Responses
    "status-added": _rule(_C, _P, "There is a new answer to a call that went well."),
    "status-removed": _rule(_C, _B, "An answer to a call that went well is gone."),
    "error-status-added": _rule(_C, _C, "There is a new answer to a call that failed."),
    "error-status-removed": _rule(_C, _C, "An answer to a call that failed is gone."),
    "answer-body-added": _rule(_C, _C, "The answer has a body."),
    "answer-body-removed": _rule(_C, _B, "The answer has no body any more."),
    "answer-media-type-added": _rule(_C, _P, "The answer may come in another form, too."),
    "answer-media-type-removed": _rule(_C, _B, "The answer doesn't come in that form any more."),
    "header-added": _rule(_C, _C, "The answer has a new header."),
    "header-removed": _rule(_C, _P, "A header of the answer is gone."),
    "header-removed-required": _rule(_C, _B, "A header that every answer had is gone."),
    "header-became-optional": _rule(_C, _B, "A header that every answer had may be missing."),
    "header-became-required": _rule(_C, _C, "Every answer has the header."),
    "link-changed": _rule(_C, _C, "The answer's ids lead to other operations."),
    "answer-changed": _rule(_C, _P, "Something else of the answer is another."),
    # Schemas
    "property-added": _rule(_C, _C, "There is a new optional member."),
    "property-added-required": _rule(_B, _C, "There is a new required member."),
    "property-added-closed": _rule(_C, _B, "There is a new member where no others were allowed before."),
    "property-removed": _rule(_P, _P, "A member is gone that could be missing before."),
    "property-removed-required": _rule(_P, _B, "A member is gone that was always there."),
    "property-removed-closed": _rule(_B, _B, "A member is gone, and no others than those listed are allowed."),
    "property-renamed": _rule(_B, _B, "A member has another name.", names=True),
    "property-became-required": _rule(_B, _C, "The member must be there."),
    "property-became-optional": _rule(_C, _B, "The member may be missing."),
    "properties-closed": _rule(_B, _C, "Members that aren't listed are refused."),
    "properties-opened": _rule(_C, _B, "Members that aren't listed are allowed."),
    "type-changed": _rule(_B, _B, "The type is another."),
    "type-narrowed": _rule(_B, _C, "Some types are no longer allowed."),
    "type-widened": _rule(_C, _B, "More types are allowed."),
    "type-stated": _rule(_B, _C, "A type is stated where there was none."),
    "type-unstated": _rule(_C, _B, "No type is stated any more."),
    "null-allowed": _rule(_C, _B, "It can be null."),
    "null-refused": _rule(_B, _C, "It can't be null any more."),
    "enum-value-added": _rule(_C, _B, "A closed list of values has a new one."),
    "enum-value-removed": _rule(_B, _C, "A value is gone from a closed list."),
    "enum-value-renamed": _rule(_P, _P, "A value has another name in the client.", names=True),
    "known-value-added": _rule(_C, _C, "A value is documented that was let through before."),
    "known-value-removed": _rule(_C, _C, "A value is not documented any more; it is let through."),
    "values-limited": _rule(_B, _C, "Only values of a list are allowed."),
    "values-unlimited": _rule(_C, _B, "Values beside those of the list are allowed."),
    "limit-tightened": _rule(_B, _C, "A limit leaves less room."),
    "limit-loosened": _rule(_C, _B, "A limit leaves more room."),
    "limit-changed": _rule(_B, _B, "A limit is another, neither tighter nor looser."),
    "format-changed": _rule(_B, _B, "The format is another."),
    "pattern-changed": _rule(_P, _P, "The pattern is another; which texts it lets through can't be told."),
    "alternative-added": _rule(_C, _B, "There is one more alternative."),
    "alternative-removed": _rule(_B, _C, "An alternative is gone."),
    "alternatives-changed": _rule(_P, _P, "An alternative is another, of which exactly one must fit."),
    "condition-added": _rule(_B, _C, "A further condition must be met."),
    "condition-removed": _rule(_C, _B, "A condition is gone."),
    "condition-changed": _rule(_P, _P, "A condition is another."),
    "default-changed": _rule(_P, _C, "What is assumed where it is left out is another."),
    "schema-changed": _rule(_P, _P, "A keyword is another that no rule knows."),
    "component-switched": _rule(
        _P, _P, "Another component of the same shape: another class in the client.", names=True
    ),
    # Components
    "component-added": _rule(_C, _C, "There is a new component."),
    "component-removed": _rule(_P, _P, "A component is gone, and its class in the client.", names=True),
    "component-renamed": _rule(_P, _P, "A component has another name, and its class in the client.", names=True),
    # Security
    "security-tightened": _rule(_B, _C, "Credentials that were enough aren't any more."),
    "security-relaxed": _rule(_C, _C, "Other or lesser credentials are enough."),
    "security-scheme-added": _rule(_C, _C, "There is a new way to show credentials."),
    "security-scheme-removed": _rule(_P, _C, "A way to show credentials is gone."),
    "security-scheme-renamed": _rule(_C, _C, "A way to show credentials has another name in the document."),
    "security-scheme-changed": _rule(_P, _C, "Credentials are shown or got otherwise."),
    # Webhooks
    "webhook-added": _rule(_C, _C, "There is a new event."),
    "webhook-removed": _rule(_C, _B, "The event is not sent any more."),
    "webhook-renamed": _rule(_C, _B, "The event has another name."),
    # The whole document
    "server-added": _rule(_C, _C, "There is another address."),
    "server-removed": _rule(_P, _C, "An address is gone; it may go on answering."),
    "server-changed": _rule(_C, _C, "An address is described otherwise."),
    "api-version-changed": _rule(_C, _C, "The API's version is another."),
    "documentation-changed": _rule(_C, _C, "Words are others.", words=True),
    "example-changed": _rule(_C, _C, "Samples are others.", words=True),
    "extension-changed": _rule(_C, _C, "An extension (`x-…`) is another.", words=True),
    "document-changed": _rule(_P, _P, "Something else of the document is another."),
}
"""Every rule that can be reported."""
