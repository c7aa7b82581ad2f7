"""Personal access keys work: with their scopes, until they are revoked."""

from __future__ import annotations

import hashlib

from docpact.mock.engine import Behaviour, Engine
from docpact.mock.replies import Reply
from docpact.mock.requests import Call

KEYS = "/my/personalaccesskey"


def create_key(engine: Engine, call: Call) -> Reply:
    """Make a key and show it, this once."""
    resource = engine.create(engine.store.collections[KEYS], (), call.body)
    # Made from the id: a mock's keys are no secrets, and the same every time.
    digest = hashlib.sha256(resource["id"].encode()).hexdigest()
    resource["prefix"] = digest[:6]
    key = f"{digest[:6]}.{digest[6:46]}"
    engine.store.records["keys"][key] = {"id": resource["id"], "scopes": call.body["scopes"]}
    return engine.succeed(call, {**resource, "key": key})


def update_key(engine: Engine, call: Call) -> Reply | None:
    """Give a key other scopes."""
    for record in engine.store.records["keys"].values():
        if record["id"] == call.path["id"]:
            record["scopes"] = call.body["scopes"]
    return None


def delete_key(engine: Engine, call: Call) -> Reply | None:
    """Revoke a key: requests with it get 401."""
    keys = engine.store.records["keys"]
    for key in [key for key, record in keys.items() if record["id"] == call.path["id"]]:
        del keys[key]
    return None


OPERATIONS: dict[str, Behaviour] = {
    f"POST {KEYS}": create_key,
    f"PUT {KEYS}/{{id}}": update_key,
    f"DELETE {KEYS}/{{id}}": delete_key,
}
