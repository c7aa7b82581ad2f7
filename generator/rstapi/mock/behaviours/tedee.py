"""Tedee's locks: commands move them, an operation can be asked for, a stale revision is a conflict."""

from __future__ import annotations

from rstapi.mock.clock import format_time
from rstapi.mock.engine import Behaviours, Engine
from rstapi.mock.replies import Reply
from rstapi.mock.requests import Call

LOCKS = "/my/lock"
OPERATIONS = "operations"
# Values of the documented enums: lock state, unlock mode, device operation type.
UNLOCKED, LOCKED, PULLED = 2, 6, 7
UNLOCK_OR_PULL = 4
LOCK_TYPE, UNLOCK_TYPE, PULL_TYPE = 0, 1, 2


def lock(engine: Engine, call: Call) -> Reply:
    """Turn the bolt out."""
    return _command(engine, call, LOCKED, LOCK_TYPE)


def unlock(engine: Engine, call: Call) -> Reply:
    """Turn the bolt in; the mode "unlock or pull" pulls the spring of a lock that is unlocked already."""
    resource = engine.store.find(LOCKS, call.path["id"])
    state = ((resource or {}).get("deviceState") or {}).get("state")
    pulls = call.query.get("mode") == UNLOCK_OR_PULL and state == UNLOCKED
    return _command(engine, call, PULLED if pulls else UNLOCKED, UNLOCK_TYPE)


def pull(engine: Engine, call: Call) -> Reply:
    """Hold the latch back."""
    return _command(engine, call, PULLED, PULL_TYPE)


def get_operation(engine: Engine, call: Call) -> Reply:
    """Tell how a command went."""
    record = engine.store.records.get(f"{OPERATIONS}/{call.path['operationId']}")
    if record is None:
        return engine.fail(call, 404, f"there is no operation {call.path['operationId']}")
    return engine.succeed(call, record)


def update_lock(engine: Engine, call: Call) -> Reply | None:
    """Refuse a stale revision; a change moves the revision on, one of the device's settings the device's too."""
    resource = engine.store.find(LOCKS, call.body["id"])
    if resource is None:
        return None
    if call.body["revision"] != resource.get("revision"):
        return engine.fail(call, 409, f"the revision is {resource.get('revision')}")
    changes = {name: value for name, value in call.body.items() if name != "revision"}
    engine.update(resource, changes, engine.store.collections[LOCKS])
    resource["revision"] += 1
    if "deviceSettings" in changes:
        resource["targetDeviceRevision"] = resource.get("targetDeviceRevision", 0) + 1
    return engine.succeed(call, resource)


def _command(engine: Engine, call: Call, state: int, kind: int) -> Reply:
    resource = engine.store.find(LOCKS, call.path["id"])
    if resource is None:
        return engine.fail(call, 404, f"there is no lock {call.path['id']}")
    now = engine.clock.now()
    changed = (resource.get("deviceState") or {}).get("lastStateChangedDate")
    if resource.get("deviceState"):
        resource["deviceState"] |= {"state": state, "lastStateChangedDate": format_time(now)}
    made = sum(key.startswith(OPERATIONS) for key in engine.store.records)
    operation = {
        "operationId": str(int(now.timestamp() * 1000) + made),
        "deviceId": resource["id"],
        "lastStateChangedDate": changed,
        "result": 0,
        "status": "COMPLETED",
        "type": kind,
    }
    engine.store.records[f"{OPERATIONS}/{operation['operationId']}"] = operation
    return engine.succeed(call, {k: v for k, v in operation.items() if v is not None})


BEHAVIOURS = Behaviours(
    operations={
        "POST /my/lock/{id}/operation/lock": lock,
        "POST /my/lock/{id}/operation/unlock": unlock,
        "POST /my/lock/{id}/operation/pull": pull,
        "GET /my/device/operation/{operationId}": get_operation,
        "PATCH /my/lock": update_lock,
    },
    aliases={"/my/device": (LOCKS, "/my/gate", "/my/doorsensor")},
)
