"""Changing resources: which property can be changed, whether the change is there afterwards, and changing it back."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from typing import Any

from contract_suite.context import Context
from contract_suite.differences import MOVING, find_change, find_difference
from contract_suite.document import KEY, Operation
from contract_suite.envelope import is_success
from contract_suite.guard import NotAllowedError
from contract_suite.known_ids import Binding
from contract_suite.life_cycle import Impossible, LifeCycle
from contract_suite.request import build_request
from contract_suite.results import ContractFailure
from contract_suite.sample_bodies import usable_samples

REJECTED = frozenset({400, 415, 422})
BAD_REQUEST = 400
CONFLICTS = frozenset({409, 412, 428})
PLAIN = ("string", "boolean")
LIMITING = frozenset({"enum", "format", "pattern", "const"})
OTHER_ALPHABETS = "Zażółć Ωμέγα 北京"
MOMENTS = (0.0, 0.2, 0.8)
"""Seconds to wait for a change to show: behind a cache or a replica it shows late, which is not never."""


class Conflict(Impossible):
    """The server has another state of a resource than the one that a change was made from."""


def choose_change(context: Context, change: Operation, before: Mapping[str, Any]) -> tuple[str, Any]:
    """Return a property that takes any text or truth value, and another value for it; an empty name for none.

    What must be sent with it is taken from what was read, and that isn't always what may be sent.
    """
    for name, value in _possible_changes(context, change, before):
        body = compose_body(context, change, before, {name: value})
        if context.client.conformance.accepts(context.document.body_schema(change), body):
            return name, value
    return "", None


def compose_body(
    context: Context, change: Operation, before: Mapping[str, Any], new: Mapping[str, Any]
) -> dict[str, Any]:  # fmt: skip
    """Return the body of a change: the required properties as they were read, and the new ones."""
    schema = context.document.resolve(context.document.body_schema(change))
    return {name: before[name] for name in schema.get("required", ()) if name in before} | dict(new)


def _possible_changes(context: Context, change: Operation, before: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    document = context.document
    schema = document.resolve(document.body_schema(change))
    if any(name not in before for name in schema.get("required", ())):
        return
    for name, part in document.properties(schema).items():
        resolved = document.resolve(part)
        kinds = resolved.get("type", ()) if isinstance(resolved, dict) else ()
        fixed = name in {KEY, document.conventions.revision, *change.placeholders[-1:]}
        if fixed or name not in before or kinds not in PLAIN or LIMITING & set(resolved):
            continue
        if isinstance(before[name], bool):
            yield name, not before[name]
        if isinstance(before[name], str):
            value = "Contract test" if before[name] != "Contract test" else "Contract tests"
            yield name, value[: resolved.get("maxLength")]


def send_change(  # noqa: PLR0913 - the parts of one change.
    cycle: LifeCycle, change: Operation, binding: Binding, before: Mapping[str, Any], new: Mapping[str, Any],
    *, check: bool = True,
) -> Any:  # noqa: ANN401 - any JSON value.  # fmt: skip
    """Send a change together with the required properties; return the body.

    Raises `Conflict` where the server has another state, `Impossible` where it rejects the change for another reason.
    """
    context = cycle.context
    body = compose_body(context, change, before, new)
    try:
        response = cycle.client.send(build_request(change, binding, body), check=check)
    except NotAllowedError as error:
        raise Impossible(str(error)) from None
    own = "$ref" not in change.definition.get("responses", {}).get(str(BAD_REQUEST), {"$ref": ""})
    possible = cycle.client.conformance.accepts(context.document.body_schema(change), body)
    if response.status_code == BAD_REQUEST and possible and not own:
        # What was read a moment ago, with another text or truth value that the schema allows.
        raise cycle.fail(
            change, "positive_data_acceptance", f"a good change of {', '.join(new)} is rejected as a bad request",
            binding=binding, body=body, expected="the change to be accepted", got=f"{BAD_REQUEST}",
        )  # fmt: skip
    if response.status_code in CONFLICTS:
        raise Conflict(f"the server rejects the change: {response.status_code}")
    if not is_success(response.status_code):
        raise Impossible(f"the server rejects the change: {response.status_code}")
    return body


def _send_fresh(
    cycle: LifeCycle, change: Operation, binding: Binding, before: Mapping[str, Any], new: Mapping[str, Any]
) -> Any:  # noqa: ANN401 - any JSON value.
    """Send a change; where what was read is out of date, send it once more with what the list shows."""
    try:
        return send_change(cycle, change, binding, before, new)
    except Conflict:
        entry = cycle.entry(binding)
        required = compose_body(cycle.context, change, entry, {})
        if all(before.get(name) == value for name, value in required.items()):
            raise
        return send_change(cycle, change, binding, {**before, **entry}, new)


def check_update(cycle: LifeCycle, update: Operation, binding: Binding) -> None:
    """Change a resource that the run created and look whether the change is there.

    Raises `ContractFailure`, and `Impossible` where nothing can be changed.
    """
    context = cycle.context
    before = cycle.shown(binding)
    name, value = choose_change(context, update, before)
    if name:
        change_and_read(cycle, update, binding, before, {name: value})
        return
    samples = usable_samples(context.document, update)
    if samples and isinstance(samples[0].value, dict):
        change_and_read(cycle, update, binding, before, samples[0].value)


def change_and_read(
    cycle: LifeCycle, change: Operation, binding: Binding, before: dict[str, Any], new: dict[str, Any]
) -> None:
    """Change a resource and look whether the change is there, and whether a PUT may be repeated.

    Raises `ContractFailure`, and `Impossible` where the server has a reason to reject the change.
    """
    others = len(cycle.listed_ids())
    body = _send_fresh(cycle, change, binding, before, new)
    after = _read_changed(cycle, change, binding, new)
    cycle.client.count(change, "read_after_write")
    _check_shown(cycle, change, binding, after, new, body)
    if change.method == "PATCH":
        _check_rest(cycle, change, binding, before, after, new, body)
    _check_old_revision(cycle, change, binding, body)
    if change.method == "PUT":
        _check_repeated(cycle, change, binding, cycle.shown(binding), new, body, others)


def _check_shown(  # noqa: PLR0913, PLR0917 - a change, and what is shown after it.
    cycle: LifeCycle, change: Operation, binding: Binding, after: dict[str, Any], new: dict[str, Any], body: object
) -> None:  # fmt: skip
    """Look for what was sent where the resource is fetched, and in the list."""
    if different := find_difference(new, after):
        message = f"the change is accepted, but isn't there afterwards: {different}"
        fetch = cycle.collection.fetch
        entry = cycle.entry(binding)
        # Where the list has the change, it was made; then the operation that fetches the resource is wrong.
        fresh = bool(fetch) and set(new) <= set(entry) and not find_difference(new, entry)
        blamed = fetch if fetch and fresh else change
        raise cycle.fail(
            blamed, "read_after_write", message, binding=binding, body=None if fresh else body,
            expected="what was sent", got=different, cause="stale" if fresh else "forgotten",
        )  # fmt: skip
    listing = cycle.collection.listing
    if cycle.collection.fetch is None or listing is None:
        return
    for seconds in MOMENTS:
        time.sleep(seconds)
        different = find_difference(new, cycle.entry(binding))
        if not different:
            return
    raise cycle.fail(
        listing, "read_after_write", f"the change is accepted and fetched, but the list doesn't show it: {different}",
        binding=cycle.parent, expected="what was sent", got=different, cause="list",
    )  # fmt: skip


def _check_rest(  # noqa: PLR0913, PLR0917 - as above.
    cycle: LifeCycle, change: Operation, binding: Binding, before: dict[str, Any], after: dict[str, Any],
    new: dict[str, Any], body: object,
) -> None:  # fmt: skip
    """Compare what a PATCH left out: of what can be written, since the rest may change by itself."""
    document = cycle.context.document
    revision = document.conventions.revision.lower()
    moving = (*MOVING, revision) if revision else MOVING
    # What must be sent was sent as it was, too.
    names = set(document.properties(document.body_schema(change))) & set(before)
    expected = {name: _merge(before[name], new[name]) if name in new else before[name] for name in names}
    got = {name: after.get(name) for name in names}
    if changed := find_change(expected, got, moving):
        raise cycle.fail(
            change, "read_after_write", f"a change of {', '.join(new)} changes what it leaves out: {changed}",
            binding=binding, body=body, expected="what was left out to stay", got=changed, cause="left out",
        )  # fmt: skip


def _merge(old: Any, new: Any) -> Any:  # noqa: ANN401 - any JSON value.
    """Return a value after a change that leaves out some of its properties."""
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **{name: _merge(old.get(name), value) for name, value in new.items()}}
    return new


def _check_old_revision(cycle: LifeCycle, change: Operation, binding: Binding, body: object) -> None:
    """Send the same change again with its revision, which is out of date now; only where the document has a 409."""
    revision = cycle.context.document.conventions.revision
    documented = {str(status) for status in CONFLICTS} & set(change.definition.get("responses", {}))
    if not revision or not documented or not isinstance(body, dict) or revision not in body:
        return
    if cycle.shown(binding).get(revision, cycle.entry(binding).get(revision)) == body[revision]:
        return  # It doesn't count changes of this kind.
    response = cycle.client.send(build_request(change, binding, body))
    cycle.client.count(change, "stale_change")
    if is_success(response.status_code):
        raise cycle.fail(
            change, "stale_change", f"a change with the {revision} from before another change is accepted",
            binding=binding, body=body, expected=" or ".join(sorted(documented)), got=f"{response.status_code}",
        )  # fmt: skip


def _check_repeated(  # noqa: PLR0913, PLR0917 - what is known of the first PUT.
    cycle: LifeCycle, change: Operation, binding: Binding, after: dict[str, Any], new: dict[str, Any], body: object,
    others: int,
) -> None:  # fmt: skip
    """Send a PUT a second time: the resource stays as it is, and the list gets no more entries."""
    cycle.client.count(change, "idempotent_put")
    try:
        send_change(cycle, change, binding, after, new, check=False)
    except Conflict as reason:
        raise cycle.fail(
            change, "idempotent_put", f"the same PUT a second time: {reason}", binding=binding, body=body,
            expected="the same state after the second PUT", got=f"{reason}", cause="conflict",
        ) from None  # fmt: skip
    revision = cycle.context.document.conventions.revision.lower()
    moving = (*MOVING, revision) if revision else MOVING
    changed = find_change(after, cycle.shown(binding), moving)
    more = len(cycle.listed_ids()) - others
    if changed or more:
        message = f"the same PUT twice does more than once: {changed or f'{more} more entries'}"
        raise cycle.fail(
            change, "idempotent_put", message, binding=binding, body=body,
            expected="the same state after the second PUT", got=changed or f"{more} more entries", cause="changes",
        )  # fmt: skip


def check_texts(cycle: LifeCycle, change: Operation, binding: Binding, name: str) -> None:
    """Change a text property, which was just changed, to a text in several scripts, and to an empty one.

    A good server keeps every letter. It may have its reasons to reject an empty text, but doesn't fail over it.
    """
    context = cycle.context
    schema = context.document.resolve(context.document.properties(context.document.body_schema(change))[name])
    for text in (OTHER_ALPHABETS[: schema.get("maxLength")], ""):
        body = compose_body(context, change, cycle.shown(binding), {name: text})
        if not cycle.client.conformance.accepts(context.document.body_schema(change), body):
            continue
        try:
            response = cycle.client.send(build_request(change, binding, body))
        except NotAllowedError as error:
            raise Impossible(str(error)) from None
        cycle.client.count(change, "positive_data_acceptance")
        if text and response.status_code in REJECTED:
            raise cycle.fail(
                change, "positive_data_acceptance", f"{name} is rejected where it has more than English letters",
                binding=binding, body=body, expected="what happens to English letters", got=f"{response.status_code}",
                cause="letters",
            )  # fmt: skip
        if not is_success(response.status_code) or not text:
            continue
        if different := find_difference({name: text}, _read_changed(cycle, change, binding, {name: text})):
            raise cycle.fail(
                change, "read_after_write", f"letters of other scripts are lost: {different}",
                binding=binding, body=body, expected="what was sent", got=different, cause="letters",
            )  # fmt: skip


def take_back(cycle: LifeCycle, change: Operation, binding: Binding, old: dict[str, Any]) -> None:
    """Change it back. Where that fails, a note says so: somebody has to look after it."""
    try:
        read = cycle.read(binding)
        before = read[1] if read and isinstance(read[1], dict) else {}
        _send_fresh(cycle, change, binding, before, old)
    except (Impossible, ContractFailure) as reason:
        message = f"{', '.join(old)} of {cycle.name(binding)} was changed, and could not be changed back: {reason}"
        cycle.context.results.notes[change.label, "taken back"] = message


def _read_changed(cycle: LifeCycle, change: Operation, binding: Binding, new: Mapping[str, Any]) -> dict[str, Any]:
    """Return a resource after a change: at once, or after a moment where that is what it takes."""
    shown: dict[str, Any] = {}
    for seconds in MOMENTS:
        time.sleep(seconds)
        shown = cycle.shown(binding)
        if not find_difference(new, shown):
            if seconds:
                message = "a change shows a moment after it was accepted, not at once"
                cycle.context.results.notes[change.label, "late"] = message
            break
    return shown
