"""Every documented answer, read: nothing of it is left over, and nothing has another type than the client says."""

from __future__ import annotations

import enum
import sys
import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import httpx
import pytest
from tedee_client import CallOptions, Tedee
from tedee_client._runtime.pending import Pending

from client.scripted import KEY, Scripted
from client.test_every_operation import NAMES, arguments_of, calls


def differences(  # noqa: C901, PLR0912 - one branch for each kind of type.
    value: object,
    kind: Any,  # noqa: ANN401 - any type.
    place: str,
) -> Iterator[str]:
    """Where a value is not of that type."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if kind in {Any, object}:
        return
    if kind is None or kind is type(None):
        if value is not None:
            yield f"{place}: {value!r} is not None"
    elif origin in {types.UnionType, typing.Union}:
        # Beside what is documented stands Any, for what is not; here all is documented.
        arguments = tuple(one for one in arguments if one is not Any)
        if all(any(True for _ in differences(value, one, place)) for one in arguments):
            yield f"{place}: {value!r} is no {kind}"
    elif origin is list:
        for number, entry in enumerate(value if isinstance(value, list) else ()):
            yield from differences(entry, arguments[0], f"{place}[{number}]")
        if not isinstance(value, list):
            yield f"{place}: {value!r} is no list"
    elif not isinstance(value, int | float if kind is float else kind) or (
        kind is int and isinstance(value, bool | enum.Enum)
    ):
        yield f"{place}: {value!r} is no {kind.__name__}"
    elif attrs.has(kind):
        hints = typing.get_type_hints(kind, localns=NAMES)
        for field in attrs.fields(kind):
            found = getattr(value, field.name)
            if field.name == "_came":
                if found:
                    yield f"{place}: {found} missing, or null"
            elif field.name == "additional_properties":
                if found and hints[field.name] == dict[str, Any]:
                    yield f"{place}: {sorted(found)} left over"
            else:
                yield from differences(found, hints[field.name], f"{place}.{field.name}")


def samples(document: Mapping[str, Any]) -> Iterator[tuple[str, int, Any]]:
    """Operation, status and body of each documented success."""
    for item in document["paths"].values():
        for operation in item.values():
            for status, response in operation["responses"].items() if isinstance(operation, Mapping) else ():
                for content in response.get("content", {}).values() if status.startswith("2") else ():
                    for example in content.get("examples", {}).values():
                        yield operation["operationId"], int(status), example["value"]


def test_every_documented_answer_is_read_whole(document: Mapping[str, Any]) -> None:
    """To the last member, each of the type that the method's signature promises."""
    methods = {}
    for name, method in calls(Tedee(personal_key=KEY)):
        module = sys.modules[type(method.__self__).__module__]
        methods[getattr(module, f"_{name.partition('.')[2].upper()}").name] = name
    found: list[str] = []
    listed = [*samples(document)]
    for operation, status, body in listed:
        server = Scripted(httpx.Response(status, json=body))
        method = dict(calls(Tedee(personal_key=KEY, transport=server)))[methods[operation]]
        kind = typing.get_type_hints(method, localns={**NAMES, "Pending": Pending, "CallOptions": CallOptions})[
            "return"
        ]
        value = method(**arguments_of(method, members=True))
        if typing.get_origin(kind) is Pending:
            value, kind = value.accepted, typing.get_args(kind)[0]
        found += differences(value, kind, operation)
    assert not found
    bodies = {
        operation["operationId"]
        for item in document["paths"].values() for operation in item.values()
        for status, response in operation["responses"].items() if status.startswith("2") and "content" in response
    }  # fmt: skip
    assert {operation for operation, _, _ in listed} == bodies, "an operation that responds with a body has no sample"


def test_a_difference_would_be_seen() -> None:
    """The check is none that always agrees."""
    lock = NAMES["LockSync"](device_state=None, id=1, is_connected=True, revision=2)
    assert not [*differences(lock, NAMES["LockSync"] | None, "x")]
    lock.revision = "2"
    lock.additional_properties["new"] = 1
    assert len([*differences(lock, NAMES["LockSync"], "x")]) == 2
    with pytest.raises(StopIteration):
        next(differences([1], list[int], "x"))
