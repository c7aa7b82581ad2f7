"""What an operation is sent: the body that tables describe, or several alternatives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docpact.diagnostics import Origin
from docpact.dialects.statements import BodyStatement, OperationStatement, SampleStatement
from docpact.model.collect.drafts import body_schema
from docpact.model.context import Context
from docpact.model.decide.media_types import JSON, is_json, other_contents, undescribed_body
from docpact.model.decide.objects import Evidence, decide_schema
from docpact.model.types import Content, Example, OneOf, RequestBody, Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyDraft:
    """The request body in one media type, before the samples are asked."""

    media_type: str
    others: tuple[str, ...] = ()
    """The media types that the same may be sent as instead."""
    schema: Schema
    required: bool
    samples: tuple[SampleStatement, ...]
    origin: Origin


def draft_bodies(operation: OperationStatement, context: Context) -> tuple[BodyDraft, ...]:
    """Return the bodies that the operation is sent, one a media type; several of one are alternatives."""
    by_type: dict[str, list[BodyStatement]] = {}
    for body in operation.bodies:
        by_type.setdefault(body.media_type or JSON, []).append(body)
    sent = [sample for sample in operation.samples if sample.direction == "request"]
    return tuple(
        BodyDraft(
            media_type=media_type,
            others=tuple(dict.fromkeys(o for body in bodies for o in body.other_media_types if o not in by_type)),
            schema=_alternatives([_schema(body, media_type, operation, context) for body in bodies]),
            required=all(body.required is not False for body in bodies),
            samples=tuple(sample for sample in sent if _is_of(sample, media_type)),
            origin=bodies[0].origin,
        )
        for media_type, bodies in by_type.items()
    )


def decide_body(operation_id: str, drafts: Sequence[BodyDraft], evidence: Evidence) -> RequestBody | None:
    """Return the request body with its objects decided; None for an operation that is sent nothing."""
    if not drafts:
        return None
    contents: list[Content] = []
    for draft in drafts:
        schema = decide_schema(body_owner(operation_id, draft), draft.schema, evidence)
        main = Content(media_type=draft.media_type, schema=schema, examples=make_examples(draft.samples))
        contents += (main, *other_contents(main, draft.others))
    return RequestBody(
        contents=tuple(contents), required=all(draft.required for draft in drafts), origin=drafts[0].origin
    )


def body_owner(operation_id: str, draft: BodyDraft) -> str:
    """Return the name that samples of the body are observed by."""
    return f"#{operation_id}.body" if draft.media_type == JSON else f"#{operation_id}.body.{draft.media_type}"


def make_examples(samples: Sequence[SampleStatement]) -> tuple[Example, ...]:
    """Return the samples as examples."""
    return tuple(Example(title=sample.title, value=sample.value, origin=sample.origin) for sample in samples)


def _schema(body: BodyStatement, media_type: str, operation: OperationStatement, context: Context) -> Schema:
    """Return what the page says of the body; where it names no more than a media type, what such bodies are."""
    if body.fields or body.type is not None:
        return body_schema(body, operation.group, context)
    return undescribed_body(media_type)


def _alternatives(schemas: Sequence[Schema]) -> Schema:
    distinct = tuple(dict.fromkeys(schemas))
    return distinct[0] if len(distinct) == 1 else OneOf(options=distinct)


def _is_of(sample: SampleStatement, media_type: str) -> bool:
    return is_json(sample.media_type) if is_json(media_type) else sample.media_type == media_type
