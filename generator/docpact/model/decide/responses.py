"""The responses of one operation: what the pages list and the samples show, with a payload each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from docpact.dialects.statements import OperationStatement, ResponseStatement, SampleStatement, Source
from docpact.model.collect.drafts import body_schema, field_schema, listed, type_schema
from docpact.model.context import Context
from docpact.model.decide.envelope import is_enveloped
from docpact.model.decide.media_types import is_json
from docpact.model.decide.payloads import PayloadDecider
from docpact.model.types import Envelope, OneOf, Schema, Unknown
from docpact.read.page import Text

# What OpenAPI has for a key of `responses`: https://spec.openapis.org/oas/v3.1.0#responses-object
STATUS = re.compile("[1-5](?:[0-9]{2}|XX)|default")
# RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5: these have no content.
NO_CONTENT = frozenset({"204", "205", "304"})
# What OpenAPI has besides numbers, and the status of an operation that states none.
DEFAULT = "default"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseDraft:
    """A response, before its inline objects are decided by all samples."""

    statement: ResponseStatement
    payload: Schema | None
    enveloped: bool
    samples: tuple[SampleStatement, ...]
    """Those of JSON bodies."""
    others: tuple[SampleStatement, ...] = ()
    """Those of other media types."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseDrafter:
    """Drafts the responses of all operations."""

    context: Context
    decider: PayloadDecider
    envelope: Envelope | None

    def draft(self, operation: OperationStatement) -> tuple[ResponseDraft, ...]:
        """Return the operation's responses: the listed ones in their order, then those that only samples show."""
        operation = self._without_impossible(operation)
        shown = [sample for sample in operation.samples if sample.direction == "response"]
        stated = [response.status for response in operation.responses]
        success = next((status for status in stated if is_success(status)), "200")
        by_status: dict[str, list[SampleStatement]] = {}
        for sample in shown:
            by_status.setdefault(sample.status or success, []).append(sample)
        drafts = [self._draft(operation, one, by_status.get(one.status, [])) for one in operation.responses]
        named = {**{status: samples[0].origin for status, samples in by_status.items()}, **dict(operation.statuses)}
        for status, origin in sorted(named.items()):
            if status not in stated:
                message = f"a sample shows status {status}, no table lists it"
                self.context.fault("status-unlisted", message, origin)
                only = ResponseStatement(
                    status=status, description=Text((), origin), source=Source.SAMPLE_RESPONSE, origin=origin
                )
                drafts.append(self._draft(operation, only, by_status.get(status, [])))
        if not drafts:
            self.context.fault("responses-missing", "no table of responses and no sample", operation.page_origin)
        return tuple(drafts)

    def _without_impossible(self, operation: OperationStatement) -> OperationStatement:
        """Return the operation without statuses that HTTP doesn't have, whichever way of writing named them."""
        named = {
            **{sample.status: sample.origin for sample in operation.samples if sample.status},
            **dict(operation.statuses),
            **{response.status: response.origin for response in operation.responses},
        }
        wrong = {status for status in named if not STATUS.fullmatch(status)}
        for status in sorted(wrong):
            message = f"`{status:.40}` is no status; it is left out"
            self.context.fault("status-unreadable", message, named[status])
        if not wrong:
            return operation
        return replace(
            operation,
            samples=tuple(sample for sample in operation.samples if sample.status not in wrong),
            statuses=tuple(one for one in operation.statuses if one[0] not in wrong),
            responses=tuple(response for response in operation.responses if response.status not in wrong),
        )

    def payload_of(self, draft: ResponseDraft, sample: SampleStatement) -> Any:  # noqa: ANN401 - any JSON value.
        """Return what the sample shows inside the envelope, or the sample without one."""
        if draft.enveloped and self.envelope is not None and isinstance(sample.value, dict):
            return sample.value.get(self.envelope.payload)
        return sample.value

    def _draft(
        self, operation: OperationStatement, statement: ResponseStatement, samples: Sequence[SampleStatement]
    ) -> ResponseDraft:
        if statement.status in NO_CONTENT:
            if samples:
                message = f"a body is shown for status {statement.status}, which has none; it is left out"
                self.context.fault("body-impossible", message, samples[0].origin)
            return ResponseDraft(statement=statement, payload=None, enveloped=False, samples=())
        json = tuple(sample for sample in samples if is_json(sample.media_type))
        others = tuple(sample for sample in samples if not is_json(sample.media_type))
        enveloped = self._is_enveloped(statement, json)
        declared = list(self._declared(operation, statement))
        if not is_success(statement.status) and all(isinstance(schema, Unknown) for schema in declared):
            declared = []
        draft = ResponseDraft(statement=statement, payload=None, enveloped=enveloped, samples=json, others=others)
        values = [self.payload_of(draft, sample) for sample in json]
        if not declared and not any(value is not None for value in values):
            return draft
        payload = (
            declared[0]
            if statement.fields or statement.alternatives
            else self.decider.decide(declared, values, statement.origin, json[0].origin if json else None)
        )
        return ResponseDraft(statement=statement, payload=payload, enveloped=enveloped, samples=json, others=others)

    def _is_enveloped(self, statement: ResponseStatement, samples: Sequence[SampleStatement]) -> bool:
        bare = bool(samples) and not any(is_enveloped(sample.value, self.envelope) for sample in samples)
        if bare and self.envelope is not None and statement.enveloped is None:
            message = "the sample has no envelope, unlike the others; it is taken as it stands"
            self.context.fault("envelope-missing", message, samples[0].origin)
        return self.envelope is not None and not bare and statement.enveloped is not False

    def _declared(self, operation: OperationStatement, statement: ResponseStatement) -> Iterator[Schema]:
        """Yield the schemas that the page states for the payload: fields are those of its first type's entries."""
        kinds = [kind for kind in statement.types if not kind.empty]
        if statement.alternatives:
            yield OneOf(
                options=tuple(body_schema(one, operation.group, self.context) for one in statement.alternatives)
            )
            return
        if statement.fields:
            yield field_schema(statement.fields, kinds[0] if kinds else None, operation.group, self.context)
            return
        for kind in kinds:
            yield listed(type_schema(kind, None, operation.group, self.context), kind.lists)


def structures_by_name(names: Mapping[str, str]) -> dict[str, str]:
    """Return file name, singular and plural, without separators → component name: `gates` is a list of `Gate`."""
    found: dict[str, str] = {}
    for key, name in names.items():
        stem = key.rsplit("/", 1)[-1].replace("-", "").lower()
        found[stem] = found[f"{stem}s"] = name
    return found


def is_success(status: str) -> bool:
    """Tell whether the status is no error's: a number or range below 400, or `default`."""
    return status[:1] in {"1", "2", "3"} or status == DEFAULT


def response_owner(operation_id: str, draft: ResponseDraft) -> str:
    """Return the name that samples of the response are observed by."""
    return f"#{operation_id}.{draft.statement.status}"
