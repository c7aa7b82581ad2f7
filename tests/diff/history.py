"""A history of documentation: forty edits of `api_docs`, each with what a diff must say of it."""

# ruff: noqa: E501 - a row of a table is read more easily on one line.
from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from docpact.read.tables import repair_table

TABLE = re.compile(r"(?:^[+|].*\n)+", re.MULTILINE)
Edit = Callable[[Path], None]


class Revision(NamedTuple):
    """An edit, and the changes that it makes: rule and subject of each, words and samples apart."""

    name: str
    edit: Edit
    changes: Sequence[str]


def replace(page: str, old: str, new: str) -> Edit:
    """Put other words in the place of some; tables are lined up anew."""

    def edit(docs: Path) -> None:
        path = docs / page
        text = path.read_text("utf-8")
        assert old in text, f"{page} has no {old}"
        path.write_text(TABLE.sub(lambda found: repair_table(found[0]) or found[0], text.replace(old, new)), "utf-8")

    return edit


def row(page: str, after: str, *cells: str) -> Edit:
    """Add a row to a table, after the one that begins with that cell."""

    def edit(docs: Path) -> None:
        path = docs / page
        lines = path.read_text("utf-8").split("\n")
        place = next(n for n, line in enumerate(lines) if line.startswith(f"| {after} "))
        lines[place + 2 : place + 2] = ["| " + " | ".join(cells) + " |", lines[place + 1]]
        path.write_text(TABLE.sub(lambda found: repair_table(found[0]) or found[0], "\n".join(lines)), "utf-8")

    return edit


def without_row(page: str, name: str) -> Edit:
    """Take a row out of a table."""

    def edit(docs: Path) -> None:
        path = docs / page
        lines = path.read_text("utf-8").split("\n")
        place = next(n for n, line in enumerate(lines) if line.startswith(f"| {name} "))
        del lines[place : place + 2]
        path.write_text("\n".join(lines), "utf-8")

    return edit


def everywhere(old: str, new: str) -> Edit:
    """Replace a word on all pages."""

    def edit(docs: Path) -> None:
        for path in docs.rglob("*.rst"):
            text = path.read_text("utf-8")
            if old in text:
                text = re.sub(rf"\b{old}\b", new, text)
                path.write_text(TABLE.sub(lambda found: repair_table(found[0]) or found[0], text), "utf-8")

    return edit


def copy(page: str, target: str, *replaced: tuple[str, str]) -> Edit:
    """Write a page like another."""

    def edit(docs: Path) -> None:
        text = (docs / page).read_text("utf-8")
        for old, new in replaced:
            assert old in text, old
            text = text.replace(old, new)
        (docs / target).write_text(text, "utf-8")

    return edit


def remove(page: str) -> Edit:
    """Delete a page."""
    return lambda docs: (docs / page).unlink()


def both(*edits: Edit) -> Edit:
    """Do one after the other."""

    def edit(docs: Path) -> None:
        for step in edits:
            step(docs)

    return edit


LOCK = "endpoints/lock/lock.rst"
SYNC = "endpoints/lock/sync.rst"
UPDATE = "endpoints/lock/update.rst"
PIN = "endpoints/lockpin/create.rst"
STATE = "datastructures/lock-state.rst"
VALUES = "enums/lock-state.rst"
BELL = "webhooks/bell-button-pressed.rst"

HISTORY: list[Revision] = [
    Revision("a paragraph moves everything down", replace(SYNC, "Sync\n====\n", "Sync\n====\n\n.. A comment.\n"), []),
    Revision("a guide is written anew", replace("guides/rate-limits.rst", "\n\n", "\n\nMore about it.\n\n"), []),
    Revision("words", replace(SYNC, "and nothing else about them", "and no more"), ["documentation-changed GET /my/lock/sync"]),
    Revision("another sample", replace(LOCK, '"1715928072384"', '"1715928072385"'), ["example-changed POST /my/lock/{id}/operation/lock: answer 202"]),
    Revision("a parameter must be sent, but a sample leaves it out", replace(SYNC, "integer[] (optional)", "integer[]"), []),
    Revision("a parameter may be left out, as the samples do", replace(SYNC, "| integer[] ", "| integer[] (optional) "), []),
    Revision("a body member may be left out", replace(PIN, "| alias        | string ", "| alias | string (optional) "), ["property-became-optional POST /my/lock/{id}/pin: request body:.alias"]),
    Revision("a body member must be sent", replace(PIN, "| alias        | string (optional) ", "| alias | string "), ["property-became-required POST /my/lock/{id}/pin: request body:.alias"]),
    Revision("a parameter's name", replace(SYNC, "| id ", "| lockId "), ["parameter-renamed GET /my/lock/sync: query parameter `lockId`"]),
    Revision("a new parameter", row(SYNC, "lockId", "withDoor", "boolean (optional)", "whether to tell of the door"), ["parameter-added GET /my/lock/sync: query parameter `withDoor`"]),
    Revision("a parameter less", without_row(SYNC, "withDoor"), ["parameter-removed GET /my/lock/sync: query parameter `withDoor`"]),
    Revision("a new required parameter", row(SYNC, "lockId", "since", "integer", "a revision"), ["parameter-added GET /my/lock/sync: query parameter `since`"]),
    Revision("a parameter's type", replace(SYNC, "| since  | integer ", "| since | string "), ["type-changed GET /my/lock/sync: query parameter `since`"]),
    Revision("a lower limit", replace("endpoints/deviceactivity/get-all.rst", "max: 200, default: 200", "max: 100, default: 100"), ["limit-tightened GET /my/deviceactivity: query parameter `elements`", "default-changed GET /my/deviceactivity: query parameter `elements`", "documentation-changed GET /my/deviceactivity: query parameter `elements`"]),
    Revision("a new optional body member", row(UPDATE, "name", "colour", "string (optional)", "of its icon"), ["property-added PATCH /my/lock: request body:.colour"]),
    Revision("a new required body member", row(UPDATE, "revision", "reason", "string", "why"), ["property-added PATCH /my/lock: request body:.reason"]),
    Revision("a body member's name", replace(UPDATE, "| colour ", "| iconColour "), ["property-renamed PATCH /my/lock: request body:.colour"]),
    Revision("a body member less", without_row(UPDATE, "timeZone"), ["property-removed PATCH /my/lock: request body:.timeZone"]),
    Revision("a limit of a body member", replace(PIN, "length from 5 to 8", "length from 4 to 8"), ["documentation-changed POST /my/lock/{id}/pin: request body:.pin", "limit-loosened POST /my/lock/{id}/pin: request body:.pin"]),
    Revision("a member that can be null", replace(STATE, "| integer  ", "| integer (nullable) "), ["null-allowed LockStateStructure.batteryLevel"]),
    Revision("a member that can't be null", replace(STATE, "| integer (nullable) ", "| integer "), ["null-refused LockStateStructure.batteryLevel"]),
    Revision("a member's name", everywhere("isCharging", "isBeingCharged"), ["property-renamed LockStateStructure.isCharging", "example-changed GET /my/device/details: answer 200", "example-changed GET /my/lock/sync: answer 200", "example-changed GET /my/lock/{id}/sync: answer 200", "example-changed GET /my/lock/{id}: answer 200", "example-changed GET /my/lock: answer 200"]),
    Revision("a new member", row(STATE, "batteryLevel", "temperature", "integer (optional)", "of its board"), ["property-added LockStateStructure.temperature"]),
    Revision("a member less", without_row(STATE, "temperature"), ["property-removed LockStateStructure.temperature"]),
    Revision("a member's words", replace(STATE, "where the bolt is", "where its bolt is"), ["documentation-changed LockStateStructure.state"]),
    Revision("a new value", row(VALUES, "18 ", "19", "Broken"), ["documentation-changed LockState", "enum-value-added LockState"]),
    Revision("a value less", without_row(VALUES, "19"), ["enum-value-removed LockState", "documentation-changed LockState"]),
    Revision("a value's name", replace(VALUES, "SemiLocked", "HalfLocked"), ["enum-value-renamed LockState", "documentation-changed LockState"]),
    Revision("a new operation", copy(LOCK, "endpoints/lock/ring.rst", ("operation/lock", "operation/ring"), ("Lock\n====", "Ring\n====")), ["operation-added POST /my/lock/{id}/operation/ring"]),
    Revision("an operation less", remove("endpoints/lock/ring.rst"), ["operation-removed POST /my/lock/{id}/operation/ring"]),
    Revision("another path", replace(LOCK, "operation/lock", "operation/shut"), ["operation-moved POST /my/lock/{id}/operation/shut"]),
    Revision("another method", replace(UPDATE, "PATCH", "PUT"), ["operation-moved PUT /my/lock"]),
    Revision("another name in the path", both(replace(LOCK, "{id}", "{lockId}"), replace(LOCK, "| id ", "| lockId ")), ["path-parameter-renamed POST /my/lock/{lockId}/operation/shut: path parameter `lockId`"]),
    Revision("another file", both(copy(LOCK, "endpoints/lock/shut.rst"), remove(LOCK)), ["operation-id-changed POST /my/lock/{lockId}/operation/shut"]),
    Revision("another scope", row("endpoints/lock/shut.rst", "Lock.Operate", "Lock.Shut", "lock only"), ["security-scheme-changed credentials oauth2", "security-relaxed POST /my/lock/{lockId}/operation/shut"]),
    Revision("a scope less", without_row("endpoints/lock/shut.rst", "Lock.Operate"), ["security-tightened POST /my/lock/{lockId}/operation/shut"]),
    Revision("an error less", without_row(PIN, "403 Forbidden"), ["error-status-removed POST /my/lock/{id}/pin: answer 403"]),
    Revision("a new error", row(UPDATE, "409 Conflict", "410 Gone", "", "the lock was taken away"), ["error-status-added PUT /my/lock: answer 410"]),
    Revision("another status", both(
        replace("endpoints/lock/shut.rst", "202 Accepted", "201 Created"), replace("endpoints/lock/shut.rst", "202", "201")
    ), ["status-removed POST /my/lock/{lockId}/operation/shut: answer 202", "status-added POST /my/lock/{lockId}/operation/shut: answer 201"]),
    Revision("a structure's file", both(
        copy("datastructures/location.rst", "datastructures/place.rst"), remove("datastructures/location.rst"),
        everywhere("datastructures/location", "datastructures/place"),
    ), ["component-renamed Place"]),
    Revision("a new member of a webhook", row(BELL, "deviceId", "keypadId", "integer (optional)", "the keypad's id"), ["property-added BellButtonPressedWebhook.data.keypadId"]),
    Revision("a webhook less", remove("webhooks/device-settings-changed.rst"), ["webhook-removed webhook device-settings-changed", "component-removed DeviceSettingsChangedWebhook"]),
    Revision("another version", replace("conf.py", '"v37"', '"v38"'), ["server-removed servers", "api-version-changed info", "server-added servers"]),
]  # fmt: skip
