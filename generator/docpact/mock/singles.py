"""What is no collection: settings, reports, logins. The sample is shown, with what requests have sent."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from docpact.mock.fitting import fit_value
from docpact.mock.projection import project
from docpact.mock.replies import Reply, sample_reply

if TYPE_CHECKING:
    from docpact.mock.engine import Engine
    from docpact.mock.requests import Call

SENT = "sent"
"""Where the store keeps what was sent: path → properties."""


def answer_single(engine: Engine, call: Call) -> Reply:
    """Return the operation's sample, with what was sent to the same path before, and what is sent now.

    PUT replaces what was sent, PATCH and POST add to it, DELETE forgets it.
    """
    document, operation = engine.document, call.operation
    reply = sample_reply(document, operation)
    view = engine.view(operation)
    if operation.method == "GET" and call.query and view.listing is not None:
        elements = view.listing.elements(reply.payload)
        elements[:] = view.pages.cut(elements, call.query)
    kept = _remember(engine, call)
    shown = document.properties(view.schema)
    said = {name: value for name, value in kept.items() if name in shown}
    if not said or not isinstance(reply.payload, dict):
        return reply
    payload = {**reply.payload, **project(document, {**reply.payload, **said}, view.schema)}
    # A value that the response doesn't allow is not shown.
    return replace(reply, payload=fit_value(document, payload, view.schema), is_sample=False)


def _remember(engine: Engine, call: Call) -> Mapping[str, Any]:
    """Return what was sent to the path of a call, this one included; kept only where it can be read again."""
    document, operation = engine.document, call.operation
    body = call.body if isinstance(call.body, dict) else {}
    reads = any(one.method == "GET" and one.path == operation.path for one in document.operations)
    if not reads:
        return body
    path = operation.path.format_map(call.path)
    kept = engine.store.records.setdefault(SENT, {})
    if operation.method == "DELETE":
        kept.pop(path, None)
    elif operation.method != "GET" and body:
        kept[path] = {**({} if operation.method == "PUT" else kept.get(path, {})), **deepcopy(body)}
        while len(kept) > MOST_KEPT:
            del kept[next(iter(kept))]
    found: Mapping[str, Any] = kept.get(path, {})
    return found


MOST_KEPT = 1_000
"""Paths; the oldest are forgotten."""
