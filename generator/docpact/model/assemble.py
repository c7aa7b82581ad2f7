"""Decided parts → operations, tags and anchors of the API."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docpact.dialects.statements import FieldStatement, OperationStatement, TagStatement
from docpact.model.collect.drafts import draft_property, group_fields
from docpact.model.context import Context
from docpact.model.decide.bodies import BodyDraft, decide_body, make_examples
from docpact.model.decide.objects import Evidence, decide_schema
from docpact.model.decide.parameters import Namesakes, decide_parameters
from docpact.model.decide.responses import JSON, ResponseDraft, response_owner
from docpact.model.types import Content, Header, Operation, Response, Scalar, Unknown
from docpact.read.page import Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """What is known of one operation before everything is decided."""

    operation: OperationStatement
    bodies: tuple[BodyDraft, ...]
    responses: tuple[ResponseDraft, ...]


def build_operation(  # noqa: PLR0913 - an operation depends on no less.
    operation_id: str, drafts: Drafts, namesakes: Namesakes, *, sent: Evidence, received: Evidence, context: Context
) -> Operation:
    """Return the operation with its parameters, body and responses decided."""
    operation = drafts.operation
    result = next((draft.payload for draft in drafts.responses if draft.payload is not None), None)
    return Operation(
        operation_id=operation_id,
        method=operation.method,
        path=operation.path,
        page=operation.page,
        tag=operation.tag.name,
        title=operation.title,
        blocks=operation.blocks,
        parameters=decide_parameters(operation, result, namesakes, context),
        body=decide_body(operation_id, drafts.bodies, sent),
        responses=tuple(_response(operation_id, draft, operation, received, context) for draft in drafts.responses),
        scopes=operation.scopes,
        security=operation.security,
        deprecated=bool(operation.deprecated),
        min_interval_seconds=operation.interval[0] if operation.interval else None,
        interval_origin=operation.interval[1] if operation.interval else None,
        extensions=operation.extensions,
        origin=operation.origin,
    )


def list_tags(operations: Iterable[OperationStatement]) -> tuple[TagStatement, ...]:
    """Return the operations' tags, each once, in the order of the operations."""
    found: dict[str, TagStatement] = {}
    for operation in operations:
        found.setdefault(operation.tag.name, operation.tag)
    return tuple(found.values())


def list_anchors(operations: Mapping[str, OperationStatement], names: Mapping[str, str]) -> dict[str, str]:
    """Return page or key → the fragment of a rendered document that shows its operation or component.

    A page of several operations leads to none of them.
    """
    anchors = {key: f"#schema/{name}" for key, name in names.items()}
    pages: dict[str, list[str]] = {}
    for operation_id, operation in operations.items():
        pages.setdefault(operation.page, []).append(operation_id)
    return anchors | {page: f"#operation/{found[0]}" for page, found in pages.items() if len(found) == 1}


def _response(
    operation_id: str, draft: ResponseDraft, operation: OperationStatement, evidence: Evidence, context: Context
) -> Response:
    statement = draft.statement
    contents: list[Content] = []
    if draft.payload is not None or draft.enveloped:
        payload = draft.payload
        if payload is not None:
            payload = decide_schema(response_owner(operation_id, draft), payload, evidence)
        contents.append(
            Content(
                media_type=statement.media_type or JSON,
                schema=payload,
                enveloped=draft.enveloped,
                examples=make_examples(draft.samples),
            )
        )
    for media_type in dict.fromkeys(sample.media_type for sample in draft.others):
        samples = [sample for sample in draft.others if sample.media_type == media_type]
        contents.append(Content(media_type=media_type, schema=Scalar(type="string"), examples=make_examples(samples)))
    return Response(
        status=statement.status,
        contents=tuple(contents),
        headers=tuple(_headers(statement.headers, operation.group, context)),
        blocks=(Paragraph(statement.description),),
        origin=statement.origin,
    )


def _headers(statements: Sequence[FieldStatement], group: str, context: Context) -> Iterable[Header]:
    for about in group_fields(statements):
        prop = draft_property(about, group, context)
        schema = Scalar(type="string") if isinstance(prop.schema, Unknown) else prop.schema
        yield Header(name=prop.name, schema=schema, blocks=prop.blocks, origin=prop.origin)
