"""Components by the direction in which they travel: what is received is read more tolerantly than what is sent."""

from __future__ import annotations

from docpact.model.decide.objects import references
from docpact.model.types import Api


def received_components(api: Api) -> frozenset[str]:
    """Return the components that responses or webhooks hold, directly or not."""
    inner = {
        component.name: [*references(component.schema), *(base.name for base in component.extends)]
        for component in api.components
    }
    todo = [
        n for o in api.operations for r in o.responses for c in r.contents if c.schema for n in references(c.schema)
    ]
    todo += [name for webhook in api.webhooks for name in references(webhook.body)]
    found: set[str] = set()
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += inner.get(name, ())
    return frozenset(found)
