"""PINs live in a lock that is online and has a keypad, keep rules, and their list has a version."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

from docpact.mock.behaviours.tedee.locks import LOCKS
from docpact.mock.engine import Behaviour, Engine
from docpact.mock.replies import Reply
from docpact.mock.requests import Call
from docpact.mock.store import Resource

PINS = "/my/lock/{id}/pin"
FIRST_VERSION = 14
MOST_PINS = 100
FEWEST_DIFFERENT = 3
KEYPADS = frozenset({3, 10})
"""Device types."""


def pin_fault(pin: str) -> str:
    """Return which rule the digits break; empty for none. Their number and kind stand in the schema."""
    if len(set(pin)) < FEWEST_DIFFERENT:
        return "at least three of the digits must differ"
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    return "the digits must not be in a row" if steps in ({1}, {-1}) else ""


def unreachable(engine: Engine, call: Call) -> Reply | None:
    """Refuse what needs a lock that is online and has a keypad."""
    lock = engine.store.find(LOCKS, call.path["id"])
    if lock is None:
        return engine.fail(call, 404, f"there is no lock {call.path['id']}")
    if not lock.get("isConnected"):
        return engine.fail(call, 428, "the lock is not connected")
    if not any(found.get("deviceType") in KEYPADS for found in lock.get("accessories") or ()):
        return engine.fail(call, 428, "the lock has no keypad")
    _expire(engine, call)
    return None


def list_pins(engine: Engine, call: Call) -> Reply | None:
    """List the PINs with the list's version; 304 for who has that version."""
    if refused := unreachable(engine, call):
        return refused
    version = _version(engine, call)
    if call.query.get("listVersion") == version:
        return Reply(status=304)
    found = engine.infer(call)
    return Reply(status=found.status, payload={**found.payload, "listVersion": version})


def get_pin(engine: Engine, call: Call) -> Reply | None:
    """Give one PIN."""
    return unreachable(engine, call)


def create_pin(engine: Engine, call: Call) -> Reply | None:
    """Add a PIN that keeps the rules, whose digits are free, if there is room."""
    if refused := unreachable(engine, call) or _refuse_digits(engine, call):
        return refused
    if len(_pins(engine, call)) >= MOST_PINS:
        return engine.fail(call, 412, "the lock can hold no more PINs")
    return _changed(engine, call)


def update_pin(engine: Engine, call: Call) -> Reply | None:
    """Replace a PIN by one that keeps the rules and whose digits are free."""
    if refused := unreachable(engine, call):
        return refused
    if call.path["pinId"] not in [pin["id"] for pin in _pins(engine, call)]:
        return None
    return _refuse_digits(engine, call) or _changed(engine, call)


def delete_pin(engine: Engine, call: Call) -> Reply | None:
    """Remove a PIN."""
    return unreachable(engine, call) or _changed(engine, call)


def _refuse_digits(engine: Engine, call: Call) -> Reply | None:
    if broken := pin_fault(call.body["pin"]):
        return engine.fail(call, 400, f"body pin: {broken}")
    wanted, own = call.body["pin"], call.path.get("pinId")
    if any(pin.get("pin") == wanted and pin["id"] != own for pin in _pins(engine, call)):
        return engine.fail(call, 406, "another PIN of the lock has the same digits")
    return None


def _changed(engine: Engine, call: Call) -> Reply:
    reply = engine.infer(call)
    if not reply.errors:
        engine.store.records["pin lists"][str(call.path["id"])] = _version(engine, call) + 1
    return reply


def _version(engine: Engine, call: Call) -> int:
    return int(engine.store.records.setdefault("pin lists", {}).setdefault(str(call.path["id"]), FIRST_VERSION))


def _pins(engine: Engine, call: Call) -> list[Resource]:
    return list(engine.store.collections[PINS].below((str(call.path["id"]),)).values())


def _expire(engine: Engine, call: Call) -> None:
    """Take out those that are over."""
    collection, now = engine.store.collections[PINS], engine.clock.now()
    for keys, pin in collection.below((str(call.path["id"]),)).items():
        end = pin.get("endDate")
        if end and datetime.fromisoformat(end) < now and pin["id"] not in engine.store.seeded.get(PINS, ()):
            engine.store.remove(collection, keys)


OPERATIONS: dict[str, Behaviour] = {
    "GET /my/lock/{id}/pin": list_pins,
    "GET /my/lock/{id}/pin/{pinId}": get_pin,
    "POST /my/lock/{id}/pin": create_pin,
    "PUT /my/lock/{id}/pin/{pinId}": update_pin,
    "DELETE /my/lock/{id}/pin/{pinId}": delete_pin,
}
