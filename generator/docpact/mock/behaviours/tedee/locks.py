"""Commands move a lock's bolt and spring, which takes a while; an operation tells how far it is."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from docpact.mock.behaviours.tedee import notices
from docpact.mock.behaviours.tedee.states import state_of
from docpact.mock.clock import format_time
from docpact.mock.engine import Behaviour, Engine
from docpact.mock.replies import Reply
from docpact.mock.requests import Call
from docpact.mock.store import Resource

LOCKS, ACTIVITIES = "/my/lock", "/my/deviceactivity"
OPERATIONS_KEPT, ACTIVITIES_KEPT = 1000, 2000
"""So that memory stays as it is, however long it runs."""
TRAVEL = 1.0
"""Seconds that a bolt or spring moves; the guide says that it may take up to 3."""
# Values of the documented enums: lock state, unlock mode, device operation type, event type, activity source.
UNLOCKED, SEMI_LOCKED, UNLOCKING, LOCKING, LOCKED, PULLED, PULLING, UNKNOWN = 2, 3, 4, 5, 6, 7, 8, 9
FORCE, WITHOUT_PULL, UNLOCK_OR_PULL = 2, 3, 4
LOCK_TYPE, UNLOCK_TYPE, PULL_TYPE = 0, 1, 2
EVENTS = {LOCKED: 32, UNLOCKED: 33, PULLED: 51}
REMOTE = 1
PENDING, COMPLETED = "PENDING", "COMPLETED"

Phases = list[tuple[float, int]]
"""Seconds from now → the state that it is in from then on."""


def lock(engine: Engine, call: Call) -> Reply:
    """Turn the bolt out, of a lock that is unlocked."""
    suits = _state(engine, call) in {UNLOCKED, SEMI_LOCKED}
    return _command(engine, call, LOCK_TYPE, [(0, LOCKING), (TRAVEL, LOCKED)] if suits else [])


def unlock(engine: Engine, call: Call) -> Reply:
    """Turn the bolt in, then pull the spring where the settings say so; the mode may say otherwise."""
    state, mode = _state(engine, call), call.query.get("mode", 0)
    settings = (engine.store.find(LOCKS, call.path["id"]) or {}).get("deviceSettings") or {}
    pulls = settings.get("autoPullSpringEnabled") is True and mode != WITHOUT_PULL
    if state == UNLOCKED:
        return _command(engine, call, UNLOCK_TYPE, _spring(engine, call, 0) if mode == UNLOCK_OR_PULL else [])
    if state not in {LOCKED, SEMI_LOCKED} and not (state == UNKNOWN and mode == FORCE):
        return _command(engine, call, UNLOCK_TYPE, [])
    turned: Phases = [(0, UNLOCKING), (TRAVEL, UNLOCKED)]
    return _command(engine, call, UNLOCK_TYPE, turned + (_spring(engine, call, TRAVEL) if pulls else []))


def pull(engine: Engine, call: Call) -> Reply:
    """Hold the latch back, of a lock that is unlocked."""
    suits = _state(engine, call) == UNLOCKED
    return _command(engine, call, PULL_TYPE, _spring(engine, call, 0) if suits else [])


def get_operation(engine: Engine, call: Call) -> Reply:
    """Tell how a command went."""
    record = engine.store.records.get("operations", {}).get(call.path["operationId"])
    if record is None:
        return engine.fail(call, 404, f"there is no operation {call.path['operationId']}")
    return engine.succeed(call, record, "operationId")


def update_device(path: str) -> Behaviour:
    """Return what refuses a stale revision; a change moves the revision on, one of the device's settings more."""

    def update(engine: Engine, call: Call) -> Reply | None:
        resource = engine.store.find(path, call.path.get("id", call.body.get("id")))
        if resource is None:
            return None
        if call.body["revision"] != resource.get("revision"):
            said = f"it has revision {resource.get('revision')}, the request {call.body['revision']}"
            return engine.fail(call, 409, said)
        changes = {name: value for name, value in call.body.items() if name != "revision"}
        engine.update(resource, changes, engine.store.collections[path])
        resource["revision"] += 1
        if changes.keys() & {"deviceSettings", "timeZone"}:
            resource["targetDeviceRevision"] = resource.get("targetDeviceRevision", 0) + 1
        notices.settings_changed(engine, resource)
        return engine.succeed(call, resource)

    return update


def list_activities(engine: Engine, call: Call) -> Reply:
    """List what happened, the latest first, before a moment, no more than asked for."""
    before = call.query.get("lastElemDate")
    kept = list(engine.store.resources(ACTIVITIES).values())
    found = [activity for activity in kept if before is None or _moment(activity["date"]) < _moment(before)]
    found.sort(key=lambda activity: str(activity["date"]), reverse=True)
    mine = [activity for activity in found if activity["deviceId"] == call.query["deviceId"]]
    return engine.list_resources(call, mine[: max(0, call.query.get("elements", 200))])


def move_on(engine: Engine) -> None:
    """Bring every lock that moves to where it is by now, and note what has happened."""
    motions = engine.store.records.get("motions", {})
    now = engine.clock.now()
    for key in list(motions):
        motion = motions[key]
        resource = engine.store.find(LOCKS, key)
        while motion["phases"] and _moment(motion["phases"][0][0]) <= now:
            time, state = motion["phases"].pop(0)
            _enter(engine, resource, time, state)
        operation = engine.store.records["operations"].get(motion["operation"])
        if operation and _moment(motion["completed"]) <= now:
            operation["status"] = COMPLETED
        if not motion["phases"] and _moment(motion["completed"]) <= now:
            del motions[key]


def _enter(engine: Engine, resource: Resource | None, time: str, state: int) -> None:
    shown = state_of(resource)
    if resource is None or shown is None:
        return
    shown |= {"state": state, "lastStateChangedDate": time}
    if state not in EVENTS:
        return
    notices.status_changed(engine, resource, time)
    activities = engine.store.collections.get(ACTIVITIES)
    if activities is None:
        return
    noted = {"date": time, "deviceId": resource["id"], "event": EVENTS[state], "source": REMOTE}
    engine.store.add(activities, (), {**noted, "userId": 2101, "username": "Nora Lind"})
    while len(activities.resources) > ACTIVITIES_KEPT:
        del activities.resources[next(iter(activities.resources))]


def _command(engine: Engine, call: Call, kind: int, phases: Phases) -> Reply:
    """Take a command; without phases nothing moves, and a lock that is offline never says that it is done."""
    resource = engine.store.find(LOCKS, call.path["id"])
    if resource is None:
        return engine.fail(call, 404, f"there is no lock {call.path['id']}")
    now = engine.clock.now()
    changed = (state_of(resource) or {}).get("lastStateChangedDate") or format_time(now)
    operations = engine.store.records.setdefault("operations", {})
    number = max(int(now.timestamp() * 1000), max(map(int, list(operations)[-1:]), default=0) + 1)
    operation = {"operationId": str(number), "deviceId": resource["id"], "result": 0, "status": PENDING, "type": kind}
    operations[str(number)] = operation
    if len(operations) > OPERATIONS_KEPT:
        del operations[next(iter(operations))]
    if resource.get("isConnected"):
        done = max((seconds for seconds, state in phases if state != UNLOCKED), default=TRAVEL)
        done = max(done, TRAVEL)
        engine.store.records.setdefault("motions", {})[str(resource["id"])] = {
            "phases": [[format_time(now + timedelta(seconds=seconds)), state] for seconds, state in phases],
            "completed": format_time(now + timedelta(seconds=done)),
            "operation": operation["operationId"],
        }
        move_on(engine)
    return engine.succeed(call, {**operation, "lastStateChangedDate": changed}, "operationId")


def _spring(engine: Engine, call: Call, start: float) -> Phases:
    resource = engine.store.find(LOCKS, call.path["id"]) or {}
    held = float((resource.get("deviceSettings") or {}).get("pullSpringDuration") or TRAVEL)
    return [(start, PULLING), (start + TRAVEL, PULLED), (start + TRAVEL + held, UNLOCKED)]


def _state(engine: Engine, call: Call) -> Any:  # noqa: ANN401 - a number, or None for a lock that is offline.
    return (state_of(engine.store.find(LOCKS, call.path["id"])) or {}).get("state")


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


OPERATIONS: dict[str, Behaviour] = {
    "POST /my/lock/{id}/operation/lock": lock,
    "POST /my/lock/{id}/operation/unlock": unlock,
    "POST /my/lock/{id}/operation/pull": pull,
    "GET /my/device/operation/{operationId}": get_operation,
    "PATCH /my/lock": update_device(LOCKS),
    "GET /my/deviceactivity": list_activities,
}
