"""Changing things: what can be changed, whether it is there afterwards, and changing it back."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from typing import Any

from suite.document import KEY, Operation
from suite.guard import NotAllowedError
from suite.lifecycle import Impossible, LifeCycle, fail, find_change, find_difference
from suite.made import usable_samples
from suite.plan import Suite
from suite.results import ContractFailure
from suite.seeds import Binding

REVISION = "revision"
REFUSED = frozenset({400, 415, 422})
BAD_REQUEST = 400
CONFLICTS = frozenset({409, 412, 428})
PLAIN = ("string", "boolean")
LIMITING = frozenset({"enum", "format", "pattern", "const"})
OTHER_ALPHABETS = "Zażółć Ωμέγα 北京"
MOMENTS = (0.0, 0.2, 0.8)
"""Seconds to wait for a change to show: behind a cache or a replica it is late, which is another thing than never."""


class Conflict(Impossible):
    """The server knows another state of a thing than the one that a change was made from."""


def choose_change(suite: Suite, change: Operation, before: Mapping[str, Any]) -> tuple[str, Any]:
    """Return a member that takes any text or truth value, and another value for it; empty where there is none.

    What must be sent with it is taken from what was read, and that isn't always what may be sent.
    """
    for member, value in _possible_changes(suite, change, before):
        if suite.answers.accepts(suite.document.body_schema(change), compose(suite, change, before, {member: value})):
            return member, value
    return "", None


def compose(suite: Suite, change: Operation, before: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Return the body of a change: what must be sent, as it was read, and what is new."""
    schema = suite.document.resolve(suite.document.body_schema(change))
    return {name: before[name] for name in schema.get("required", ()) if name in before} | dict(new)


def _possible_changes(suite: Suite, change: Operation, before: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    document = suite.document
    schema = document.resolve(document.body_schema(change))
    if any(name not in before for name in schema.get("required", ())):
        return
    for name, part in document.properties(schema).items():
        member = document.resolve(part)
        kinds = member.get("type", ()) if isinstance(member, dict) else ()
        if name in {KEY, REVISION} or name not in before or kinds not in PLAIN or LIMITING & set(member):
            continue
        if isinstance(before[name], bool):
            yield name, not before[name]
        if isinstance(before[name], str):
            value = "Contract test" if before[name] != "Contract test" else "Contract tests"
            yield name, value[: member.get("maxLength")]


def send_change(  # noqa: PLR0913 - the parts of one change.
    suite: Suite,
    change: Operation,
    binding: Binding,
    before: Mapping[str, Any],
    new: Mapping[str, Any],
    *,
    hold: bool = True,
) -> Any:  # noqa: ANN401 - any JSON value.
    """Send a change together with what the document requires; return the body; raises `Impossible` where refused."""
    body = compose(suite, change, before, new)
    try:
        response = suite.call(change, change.fill(binding), body, hold=hold)
    except NotAllowedError as error:
        raise Impossible(str(error)) from None
    own = "$ref" not in change.definition.get("responses", {}).get(str(BAD_REQUEST), {"$ref": ""})
    possible = suite.answers.accepts(suite.document.body_schema(change), body)
    if response.status_code == BAD_REQUEST and possible and not own:
        # What was read a moment ago, with another text or truth value that the schema allows.
        raise fail(
            suite, change, "positive_data_acceptance", f"a good change of {', '.join(new)} is refused as a bad request",
            binding=binding, body=body, expected="the change to be accepted", got=f"{BAD_REQUEST}",
        )  # fmt: skip
    if response.status_code in CONFLICTS:
        raise Conflict(f"the server refuses the change: {response.status_code}")
    if not response.ok:
        raise Impossible(f"the server refuses the change: {response.status_code}")
    return body


def _send_fresh(
    cycle: LifeCycle, change: Operation, binding: Binding, before: Mapping[str, Any], new: Mapping[str, Any]
) -> Any:  # noqa: ANN401 - any JSON value.
    """Send a change; where what was read is out of date, once more with what the list shows."""
    try:
        return send_change(cycle.suite, change, binding, before, new)
    except Conflict:
        entry = cycle.entry(binding)
        if all(before.get(name) == value for name, value in compose(cycle.suite, change, entry, {}).items()):
            raise
        return send_change(cycle.suite, change, binding, {**before, **entry}, new)


def check_update(cycle: LifeCycle, update: Operation, binding: Binding) -> None:
    """Change a thing of ours in some way and look whether it is there; raises `ContractFailure`, `Impossible`."""
    suite = cycle.suite
    before = cycle.shown(binding)
    member, value = choose_change(suite, update, before)
    if member:
        change_and_read(cycle, update, binding, before, {member: value})
        return
    samples = usable_samples(suite.document, update)
    if samples and isinstance(samples[0].value, dict):
        change_and_read(cycle, update, binding, before, samples[0].value)


def change_and_read(
    cycle: LifeCycle, change: Operation, binding: Binding, before: dict[str, Any], new: dict[str, Any]
) -> None:
    """Change a thing and look whether the change is there, and stays when it is made again.

    Raises `ContractFailure`, and `Impossible` where the server has a reason to refuse.
    """
    suite = cycle.suite
    others = len(cycle.listed_ids())
    body = _send_fresh(cycle, change, binding, before, new)
    after = _settled(cycle, change, binding, new)
    suite.count(change, "read_after_write")
    if different := find_difference(new, after):
        message = f"the change is accepted, but isn't there afterwards: {different}"
        fetch = cycle.collection.fetch
        entry = cycle.entry(binding)
        # Where the list has it, it was changed; then the one that fetches it is at fault.
        fresh = bool(fetch) and set(new) <= set(entry) and not find_difference(new, entry)
        blamed = fetch if fetch and fresh else change
        raise fail(
            suite, blamed, "read_after_write", message, binding=binding, body=None if fresh else body,
            expected="what was sent", got=different, cause="stale" if fresh else "forgotten",
        )  # fmt: skip
    if change.method != "PUT":
        return
    suite.count(change, "idempotent_put")
    try:
        send_change(suite, change, binding, after, new, hold=False)
    except Conflict as reason:
        raise fail(
            suite, change, "idempotent_put", f"the same PUT a second time: {reason}", binding=binding, body=body,
            expected="the same state after the second PUT", got=f"{reason}", cause="conflict",
        ) from None  # fmt: skip
    changed = find_change(after, cycle.shown(binding))
    more = len(cycle.listed_ids()) - others
    if changed or more:
        message = f"the same PUT twice does more than once: {changed or f'{more} more entries'}"
        raise fail(
            suite, change, "idempotent_put", message, binding=binding, body=body,
            expected="the same state after the second PUT", got=changed or f"{more} more entries", cause="changes",
        )  # fmt: skip


def check_texts(cycle: LifeCycle, change: Operation, binding: Binding, member: str) -> None:
    """Change a text, which was just changed to another, to one in several scripts, and to none at all.

    A good server keeps every letter. It may have its reasons to refuse no text, but doesn't break down over it.
    """
    suite = cycle.suite
    schema = suite.document.resolve(suite.document.properties(suite.document.body_schema(change))[member])
    for text in (OTHER_ALPHABETS[: schema.get("maxLength")], ""):
        body = compose(suite, change, cycle.shown(binding), {member: text})
        if not suite.answers.accepts(suite.document.body_schema(change), body):
            continue
        try:
            response = suite.call(change, change.fill(binding), body)
        except NotAllowedError as error:
            raise Impossible(str(error)) from None
        suite.count(change, "positive_data_acceptance")
        if text and response.status_code in REFUSED:
            message = f"{member} is refused where it has more than English letters"
            raise fail(
                suite, change, "positive_data_acceptance", message,
                binding=binding, body=body, expected="what happens to English letters", got=f"{response.status_code}",
                cause="letters",
            )  # fmt: skip
        if not response.ok or not text:
            continue
        if different := find_difference({member: text}, _settled(cycle, change, binding, {member: text})):
            raise fail(
                suite, change, "read_after_write", f"letters of other scripts are lost: {different}",
                binding=binding, body=body, expected="what was sent", got=different, cause="letters",
            )  # fmt: skip


def take_back(cycle: LifeCycle, change: Operation, binding: Binding, old: dict[str, Any]) -> None:
    """Change it back; where that fails somebody has to look after it, and what was found before still counts."""
    try:
        read = cycle.read(binding)
        before = read[1] if read and isinstance(read[1], dict) else {}
        _send_fresh(cycle, change, binding, before, old)
    except (Impossible, ContractFailure) as reason:
        message = f"{', '.join(old)} of {cycle.name(binding)} was changed, and could not be changed back: {reason}"
        cycle.suite.results.notes[change.label, "taken back"] = message


def _settled(cycle: LifeCycle, change: Operation, binding: Binding, new: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a thing reads after a change: at once, or after a moment where that is what it takes."""
    shown: dict[str, Any] = {}
    for seconds in MOMENTS:
        time.sleep(seconds)
        shown = cycle.shown(binding)
        if not find_difference(new, shown):
            if seconds:
                message = "a change shows a moment after it was accepted, not at once"
                cycle.suite.results.notes[change.label, "late"] = message
            break
    return shown
