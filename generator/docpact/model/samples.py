"""All samples of the documentation → what they show of each property."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docpact.dialects.statements import OperationStatement, WebhookStatement
from docpact.model.assemble import Drafts
from docpact.model.collect.observe import Observations
from docpact.model.decide.bodies import body_owner
from docpact.model.decide.media_types import is_json
from docpact.model.decide.responses import NO_CONTENT, ResponseDrafter, is_success, response_owner
from docpact.model.types import Enum, Object
from docpact.model.webhooks import webhook_owner


def response_bodies(operations: Sequence[OperationStatement]) -> list[tuple[int | None, Any]]:
    """Return the JSON bodies that are shown for responses, with their HTTP statuses: what the envelope is learnt from.

    None is a success whose status no page names. What is shown for a status without a body is a mistake of the page,
    and teaches nothing; of a range of failures (`4XX`) nobody knows which status the sample repeats.
    """
    shown = [
        (sample.status or "", sample.value)
        for operation in operations
        for sample in operation.samples
        if sample.direction == "response" and is_json(sample.media_type) and sample.status not in NO_CONTENT
    ]
    return [
        (int(status) if status.isdigit() else None, value)
        for status, value in shown
        if status.isdigit() or not status or is_success(status)
    ]


def observe_samples(
    components: Mapping[str, Object | Enum],
    bases: Mapping[str, tuple[str, ...]],
    drafts: Mapping[str, Drafts],
    webhooks: Sequence[tuple[WebhookStatement, Object]],
    drafter: ResponseDrafter,
) -> Observations:
    """Return what the samples of all bodies, responses and webhooks show."""
    observations = Observations(components, bases)
    for operation_id, draft in drafts.items():
        for body in draft.bodies:
            for sample in body.samples:
                observations.observe(body_owner(operation_id, body), body.schema, sample.value, sample.origin)
        for response in draft.responses:
            owner = response_owner(operation_id, response)
            for sample in response.samples if response.payload is not None else ():
                value = drafter.payload_of(response, sample)
                observations.observe(owner, response.payload, value, sample.origin)  # type: ignore[arg-type]
    for statement, sent in webhooks:
        for sample in statement.samples:
            observations.observe(webhook_owner(statement), sent, sample.value, sample.origin)
    return observations
