"""Gates, door sensors, and all devices at once."""

from __future__ import annotations

from docpact.mock.behaviours.tedee.locks import LOCKS, update_device
from docpact.mock.behaviours.tedee.states import state_of
from docpact.mock.engine import Behaviour, Engine
from docpact.mock.projection import project
from docpact.mock.replies import Reply, sample_reply
from docpact.mock.requests import Call

GATES, SENSORS = "/my/gate", "/my/doorsensor"
ASSIGNABLE = "/organization/{organizationId}/accesslink/device/assignable"
REVOKED_VERSION = 7
NOT_PAIRED = 0
"""A door state."""


def assign_organizations(engine: Engine) -> None:
    """Make devices that links of an organization may open the organization's."""
    for organization, device in engine.store.resources(ASSIGNABLE):
        if lock := engine.store.find(LOCKS, device):
            lock["organizationId"] = int(organization)


def unlock_gate(engine: Engine, call: Call) -> Reply:
    """Open a gate that its maker still has and that is connected."""
    gate = engine.store.find(GATES, call.path["id"])
    if gate is None:
        return engine.fail(call, 404, f"there is no gate {call.path['id']}")
    if not gate.get("isPresentInExternal"):
        return engine.fail(call, 412, "the account is not linked with BleBox")
    if not gate.get("isConnected"):
        return engine.fail(call, 423, f"gate {gate['id']} is not connected")
    return engine.done(call)


def delete_gate(engine: Engine, call: Call) -> Reply | None:
    """Take a gate off the account; its maker still has it."""
    if gate := engine.store.find(GATES, call.path["id"]):
        engine.store.records.setdefault("external gates", {})[str(gate["id"])] = gate
    return None


def sync_gates(engine: Engine, call: Call) -> Reply:
    """Bring back gates that were taken off the account, under new ids."""
    for gate in engine.store.records.pop("external gates", {}).values():
        engine.store.add(engine.store.collections[GATES], (), {**gate, "id": None})
    return engine.done(call)


def delete_sensor(engine: Engine, call: Call) -> Reply | None:
    """Take a door sensor off the account; its lock no longer knows about the door."""
    sensor = engine.store.find(SENSORS, call.path["id"]) or {}
    state = state_of(engine.store.find(LOCKS, sensor.get("connectedToLockId")))
    if state is not None:
        state["doorState"] = NOT_PAIRED
    return None


def get_details(engine: Engine, call: Call) -> Reply:
    """Show locks and gates as they are; of the other kinds, the documented samples."""
    reply = sample_reply(engine.document, call.operation)
    schema, _ = engine.document.answer_schema(call.operation, reply.status)
    members = engine.document.properties(schema)
    for name, path in (("locks", LOCKS), ("gates", GATES)):
        items = engine.document.items(members.get(name, {}))
        resources = engine.store.resources(path).values()
        reply.payload[name] = [project(engine.document, resource, items) for resource in resources]
    return reply


def get_revoked(engine: Engine, call: Call) -> Reply | None:
    """Answer 204 to who has the newest list."""
    del engine
    return Reply(status=204) if call.query["version"] >= REVOKED_VERSION else None


OPERATIONS: dict[str, Behaviour] = {
    "POST /my/gate/{id}/operation/unlock": unlock_gate,
    "DELETE /my/gate/{id}": delete_gate,
    "POST /my/gate/sync": sync_gates,
    "DELETE /my/doorsensor/{id}": delete_sensor,
    "PATCH /my/doorsensor/{id}": update_device(SENSORS),
    "GET /my/device/details": get_details,
    "GET /my/devicecertificate/getrevokedformobile": get_revoked,
}
