"""People, groups and access links of an organization."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from docpact.mock.behaviours.tedee.access import MEMBERS
from docpact.mock.behaviours.tedee.devices import ASSIGNABLE
from docpact.mock.engine import Behaviour, Engine
from docpact.mock.replies import Reply
from docpact.mock.requests import Call
from docpact.mock.store import Collection, Resource

ORGANIZATIONS, USERS = "/organization", "/organization/{organizationId}/user"
LINKS = "/organization/{organizationId}/accesslink"
KEY = "organizationUserId"
OWNER, ADMIN, MEMBER = 0, 1, 2
"""Roles."""
KINDS = {ADMIN: 0, MEMBER: 1, OWNER: 2}
"""Role → its number in `Filters.UserTypes`."""


def prepare_users(engine: Engine) -> None:
    """Make the members of groups users of their organizations: what answers about users hold is not documented."""
    members: dict[str, Any] = {name: {} for name in ("displayName", "email", KEY, "role", "isPending")}
    members[KEY] = {"type": "integer"}
    users = Collection(path=USERS, key=KEY, schema={}, members=members)
    engine.store.collections[USERS] = users
    for keys, member in list(engine.store.resources(MEMBERS).items()):
        engine.store.add(users, keys[:1], {**member, "role": MEMBER, "isPending": False})


def list_users(engine: Engine, call: Call) -> Reply:
    """List users by text and kind; those who have not answered their invitation only when asked for."""
    if missing := _missing(engine, call):
        return missing
    text = call.query.get("Filters.Text", "").casefold()
    kinds = call.query.get("Filters.UserTypes")
    found = [
        user
        for user in engine.store.collections[USERS].below((str(call.path["organizationId"]),)).values()
        if (call.query.get("Filters.IncludePendingUsers") is True or not user["isPending"])
        and (not kinds or KINDS[user["role"]] in kinds)
        and (text in user["displayName"].casefold() or text in user["email"].casefold())
    ]
    shown = engine.view(call.operation).pages.cut(found, call.query)
    return Reply(status=call.operation.success, payload={"items": shown, "totalCount": len(found)})


def invite_user(engine: Engine, call: Call) -> Reply:
    """Add a user who is pending."""
    if missing := _missing(engine, call):
        return missing
    about = {"displayName": call.body["name"], "email": call.body["email"], "isPending": True}
    parents = (str(call.path["organizationId"]),)
    user = {**about, "role": call.body.get("role", MEMBER)}
    engine.store.add(engine.store.collections[USERS], parents, user)
    return engine.succeed(call, user, KEY)


def get_user(engine: Engine, call: Call) -> Reply:
    """Give one user."""
    user = _find_user(engine, call, call.path[KEY])
    return user if isinstance(user, Reply) else Reply(status=call.operation.success, payload=user)


def rename_user(engine: Engine, call: Call) -> Reply:
    """Change what a user is called, in groups too."""
    user = _find_user(engine, call, call.path[KEY])
    if isinstance(user, Reply):
        return user
    for member in engine.store.resources(MEMBERS).values():
        if member[KEY] == user[KEY]:
            member["displayName"] = call.body["displayName"]
    user["displayName"] = call.body["displayName"]
    return engine.done(call)


def remove_user(engine: Engine, call: Call) -> Reply:
    """Take a user out of the organization and its groups."""
    user = _find_user(engine, call, call.path[KEY])
    if isinstance(user, Reply):
        return user
    members = engine.store.resources(MEMBERS)
    for keys in [keys for keys, member in members.items() if member[KEY] == user[KEY]]:
        del members[keys]
    engine.store.remove(engine.store.collections[USERS], (str(call.path["organizationId"]), str(user[KEY])))
    return engine.done(call)


def set_role(role: int) -> Behaviour:
    """Return what gives a user that role."""

    def change(engine: Engine, call: Call) -> Reply:
        user = _find_user(engine, call, call.body[KEY])
        if isinstance(user, Reply):
            return user
        user["role"] = role
        return engine.done(call)

    return change


def add_members(engine: Engine, call: Call) -> Reply:
    """Put users into a group; each has an outcome of its own."""
    return _each_member(engine, call, adds=True)


def remove_members(engine: Engine, call: Call) -> Reply:
    """Take users out of a group; each has an outcome of its own."""
    return _each_member(engine, call, adds=False)


def create_link(engine: Engine, call: Call) -> Reply:
    """Make a link that opens devices of the organization."""
    if missing := _missing(engine, call):
        return missing
    devices = _find_devices(engine, call, call.body["deviceIds"])
    if isinstance(devices, Reply):
        return devices
    body = {"description": "", **call.body, "devices": devices}
    link = engine.create(engine.store.collections[LINKS], (str(call.path["organizationId"]),), body)
    token = hashlib.sha256(link["id"].encode()).hexdigest()[:16]
    link["accessLinkUrl"] = f"https://portal.example.com/link/{token}"
    return engine.succeed(call, {**link, "url": link["accessLinkUrl"]})


def update_link(engine: Engine, call: Call) -> Reply | None:
    """Let a link open other devices; all else is told from the document."""
    link = engine.store.find(LINKS, call.path["organizationId"], call.path["accessLinkId"])
    if link is None or "deviceIds" not in call.body:
        return None
    devices = _find_devices(engine, call, call.body["deviceIds"])
    if isinstance(devices, Reply):
        return devices
    link["devices"] = devices
    return None


def get_link_url(engine: Engine, call: Call) -> Reply | None:
    """Give the URL alone."""
    link = engine.store.find(LINKS, call.path["organizationId"], call.path["accessLinkId"])
    return engine.succeed(call, {**link, "url": link["accessLinkUrl"]}) if link and "accessLinkUrl" in link else None


def list_links(engine: Engine, call: Call) -> Reply | None:
    """List links by name."""
    if missing := _missing(engine, call):
        return missing
    links = engine.store.collections[LINKS].below((str(call.path["organizationId"]),)).values()
    return engine.list_resources(call, sorted(links, key=lambda link: str(link["name"])))


def _missing(engine: Engine, call: Call) -> Reply | None:
    if engine.store.find(ORGANIZATIONS, call.path["organizationId"]) is None:
        return engine.fail(call, 404, f"there is no organization {call.path['organizationId']}")
    return None


def _find_user(engine: Engine, call: Call, key: object) -> Resource | Reply:
    user = engine.store.find(USERS, call.path["organizationId"], key)
    return engine.fail(call, 404, f"the organization has no user {key}") if user is None else user


def _find_devices(engine: Engine, call: Call, keys: Sequence[int]) -> list[Resource] | Reply:
    found: list[Resource] = []
    for order, key in enumerate(keys, 1):
        device = engine.store.find(ASSIGNABLE, call.path["organizationId"], key)
        if device is None:
            return engine.fail(call, 404, f"the organization has no device {key}")
        about = {"deviceType": device["type"], "id": key, "name": device["name"]}
        found.append({**about, "order": order, "timeZone": device["timeZone"]})
    return found


def _each_member(engine: Engine, call: Call, *, adds: bool) -> Reply:
    parents = (str(call.path["organizationId"]), str(call.path["groupId"]))
    if engine.store.missing_parent(MEMBERS, parents):
        return engine.fail(call, 404, "the organization has no such group")
    members, outcomes = engine.store.collections[MEMBERS], []
    for key in call.body["organizationUserIds"]:
        user = engine.store.find(USERS, parents[0], key)
        there = (*parents, str(key)) in members.resources
        known = user is not None if adds else there
        if adds and user is not None and not there:
            engine.store.add(members, parents, {name: user[name] for name in ("displayName", "email", KEY)})
        elif not adds and there:
            engine.store.remove(members, (*parents, str(key)))
        error = None if known else {"message": f"The {'organization' if adds else 'group'} has no user {key}."}
        outcomes.append({"error": error, KEY: key, "success": known})
    return Reply(status=call.operation.success, payload={"organizationUsers": outcomes})


OPERATIONS: dict[str, Behaviour] = {
    f"GET {USERS}": list_users,
    f"POST {USERS}": invite_user,
    f"GET {USERS}/{{organizationUserId}}": get_user,
    f"PUT {USERS}/byorganizationuserid/{{organizationUserId}}": rename_user,
    f"DELETE {USERS}/byorganizationuserid/{{organizationUserId}}": remove_user,
    "PUT /organization/{organizationId}/assignadmin": set_role(ADMIN),
    "PUT /organization/{organizationId}/removeadmin": set_role(MEMBER),
    f"POST {MEMBERS}": add_members,
    f"DELETE {MEMBERS}": remove_members,
    f"GET {LINKS}": list_links,
    f"POST {LINKS}": create_link,
    f"PATCH {LINKS}/{{accessLinkId}}": update_link,
    f"GET {LINKS}/{{accessLinkId}}/url": get_link_url,
}
