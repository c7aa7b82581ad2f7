"""Who may use a device: each person or group has one access to it at most."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from docpact.mock.engine import Behaviour, Engine
from docpact.mock.replies import Reply
from docpact.mock.requests import Call
from docpact.mock.store import Keys, Resource

ACCESSES = "/my/device/{deviceId}/access"
GROUPS = "/organization/{organizationId}/user-groups"
MEMBERS = "/organization/{organizationId}/user-groups/{groupId}/members"
OWNER = 2
"""An access level."""
USER, GROUP = 0, 1
LIMITS = ("accessLevel", "dayEndTime", "dayStartTime", "endDate", "remoteAccessDisabled", "startDate", "weekDays")
UNKNOWN, OWNS, EXISTS = (
    {"code": 1001, "message": "There is no such group."},
    {"code": 1002, "message": "The user owns the device."},
    {"code": 1003, "message": "The user has access to the device already."},
)


def create_access(engine: Engine, call: Call) -> Reply:
    """Give somebody access, unless they have some; the answer tells which."""
    parents = (str(call.path["deviceId"]),)
    if engine.store.missing_parent(ACCESSES, parents):
        return engine.fail(call, 404, f"there is no device {call.path['deviceId']}")
    return Reply(status=call.operation.success, payload=_give(engine, parents, call.body, call.body))


def copy_access(engine: Engine, call: Call) -> Reply:
    """Give others the same access, as far as they have none."""
    parents = (str(call.path["deviceId"]),)
    access = engine.store.find(ACCESSES, *parents, call.path["accessId"])
    if access is None:
        return engine.fail(call, 404, "the device has no access with this id")
    given = [_give(engine, parents, principal, access) for principal in call.body["principals"]]
    # Unlike that of create, this answer's schema knows no null for a group's address.
    shown = [outcome | {"userEmail": outcome["userEmail"] or ""} for outcome in given]
    return Reply(status=call.operation.success, payload={"principals": shown})


def delete_group(engine: Engine, call: Call) -> Reply | None:
    """Take a group's accesses away with it."""
    accesses = engine.store.resources(ACCESSES)
    for keys in [keys for keys, access in accesses.items() if access["principalId"] == call.path["groupId"]]:
        del accesses[keys]
    return None


def _give(engine: Engine, parents: Keys, principal: Mapping[str, Any], terms: Mapping[str, Any]) -> Resource:
    who = _find_principal(engine, principal)
    collection = engine.store.collections[ACCESSES]
    held = next((a for a in collection.below(parents).values() if a["principalId"] == who["principalId"]), None)
    error = None
    if held is not None:
        error = OWNS if held["accessLevel"] == OWNER else EXISTS
    elif who["displayName"] is None:
        error = UNKNOWN
    else:
        held = engine.create(collection, parents, {name: terms.get(name) for name in LIMITS} | who)
        held |= {"principalName": who["displayName"], "isPending": who["isPending"]}
    return {
        "displayName": who["displayName"] or "",
        "error": error,
        "id": held["id"] if held else str(uuid5(NAMESPACE_URL, "none")),
        "principalId": who["principalId"],
        "principalType": principal["principalType"],
        "success": error is None,
        "userEmail": who["userEmail"],
    }


def _find_principal(engine: Engine, principal: Mapping[str, Any]) -> dict[str, Any]:
    """Return who is meant; somebody whom nobody knows is invited, and pending until then."""
    if principal["principalType"] == GROUP:
        groups = engine.store.resources(GROUPS).values()
        name = next((group["name"] for group in groups if group["id"] == principal["principalId"]), None)
        about: dict[str, Any] = {"principalId": principal["principalId"], "displayName": name, "isPending": False}
        return {**about, "userEmail": None, "organizationUserId": 0, "principalType": GROUP}
    email = principal["userEmail"]
    accesses = engine.store.resources(ACCESSES).values()
    known = next((access for access in accesses if access.get("userEmail") == email), {})
    member = next((m for m in engine.store.resources(MEMBERS).values() if m["email"] == email), {})
    name = known.get("principalName") or member.get("displayName")
    return {
        "principalId": known.get("principalId") or str(uuid5(NAMESPACE_URL, email)),
        "displayName": name or email.partition("@")[0],
        "isPending": name is None,
        "userEmail": email,
        "organizationUserId": known.get("organizationUserId") or member.get("organizationUserId") or 0,
        "principalType": USER,
    }


OPERATIONS: dict[str, Behaviour] = {
    f"POST {ACCESSES}": create_access,
    f"POST {ACCESSES}/{{accessId}}/copy-to": copy_access,
    f"DELETE {GROUPS}/{{groupId}}": delete_group,
}
