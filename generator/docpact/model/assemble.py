"""Decided parts → operations, tags and anchors of the API."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from docpact.dialects.statements import FieldStatement, OperationStatement, TagStatement
from docpact.model.collect.drafts import draft_property, group_fields
from docpact.model.context import Context
from docpact.model.decide.bodies import BodyDraft, decide_body, make_examples
from docpact.model.decide.media_types import JSON, other_contents, undescribed_body
from docpact.model.decide.objects import Evidence, decide_schema
from docpact.model.decide.parameters import Namesakes, decide_parameters
from docpact.model.decide.responses import NO_CONTENT, ResponseDraft, response_owner
from docpact.model.types import Content, Header, Operation, Response, Scalar, Schema, Unknown
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
    payload = draft.payload
    if payload is not None:
        payload = decide_schema(response_owner(operation_id, draft), payload, evidence)
    return Response(
        status=statement.status,
        contents=_contents(draft, payload),
        headers=tuple(_headers(statement.headers, operation.group, context)),
        blocks=(Paragraph(statement.description),),
        origin=statement.origin,
    )


def _contents(draft: ResponseDraft, payload: Schema | None) -> tuple[Content, ...]:
    """Return the bodies of the response by media type: what is described, then what only samples show."""
    statement = draft.statement
    contents: tuple[Content, ...] = ()
    if payload is not None or draft.enveloped:
        main = Content(
            media_type=statement.media_type or JSON,
            schema=payload,
            enveloped=draft.enveloped,
            examples=make_examples(draft.samples),
        )
        contents = (main, *other_contents(main, statement.other_media_types))
    elif statement.media_type and statement.status not in NO_CONTENT:
        main = Content(media_type=statement.media_type, schema=undescribed_body(statement.media_type))
        contents = (main, *other_contents(main, statement.other_media_types))
    known = {content.media_type for content in contents}
    shown = dict.fromkeys(sample.media_type for sample in draft.others if sample.media_type not in known)
    only_shown = (Content(media_type=media_type, schema=undescribed_body(media_type)) for media_type in shown)
    return tuple(_with_samples(content, draft) for content in (*contents, *only_shown))


def _with_samples(content: Content, draft: ResponseDraft) -> Content:
    """Return the content with the samples of its media type, where it isn't the main one."""
    samples = [sample for sample in draft.others if sample.media_type == content.media_type]
    return replace(content, examples=make_examples(samples)) if samples else content


def _headers(statements: Sequence[FieldStatement], group: str, context: Context) -> Iterable[Header]:
    for about in group_fields(statements):
        prop = draft_property(about, group, context)
        schema = Scalar(type="string") if isinstance(prop.schema, Unknown) else prop.schema
        yield Header(name=prop.name, schema=schema, blocks=prop.blocks, origin=prop.origin)
