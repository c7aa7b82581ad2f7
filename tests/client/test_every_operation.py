"""Every operation with every argument that it takes: what is sent is what the types promise, synchronously or not."""

from __future__ import annotations

import asyncio
import datetime as dt
import enum
import types
import typing
import uuid
from collections.abc import Iterator
from typing import Any

import attrs
import httpx
import pytest
from tedee_client import UNSET, AsyncPending, AsyncTedee, CallOptions, InvalidRequest, Pending, Tedee, Unset, models

from client.scripted import KEY, Scripted, envelope

NAMES: dict[str, Any] = {
    **{name: getattr(models, name) for name in dir(models)},
    "datetime": dt, "UUID": uuid.UUID, "Unset": Unset, "UNSET": UNSET, "Any": Any,
}  # fmt: skip
PLAIN: dict[Any, Any] = {
    int: 7, str: "a/b c", bool: True, float: 1.5, dt.datetime: dt.datetime(2024, 5, 1, tzinfo=dt.UTC),
    dt.date: dt.date(2024, 5, 1), uuid.UUID: uuid.UUID(int=1), Any: {"x": 1}, object: 1,
}  # fmt: skip


def make(kind: Any, *, members: bool) -> Any:  # noqa: ANN401 - any type.
    """A value of that type; an enumeration's member or, without `members`, its number or text."""
    if kind in PLAIN:
        return PLAIN[kind]
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in {types.UnionType, typing.Union}:
        return make(next(a for a in arguments if a not in {Unset, type(None)}), members=members)
    if origin is list:
        return [make(arguments[0], members=members)]
    if isinstance(kind, enum.EnumType):
        member: Any = next(iter(kind))
        return member if members else member.value
    assert attrs.has(kind), kind
    # Within a structure the types are kept to.
    hints = typing.get_type_hints(kind, localns=NAMES)
    return kind(**{field.name: make(hints[field.name], members=True) for field in attrs.fields(kind) if field.init})


def calls(client: object) -> Iterator[tuple[str, Any]]:
    """Each method of each group."""
    for group in sorted(name for name in dir(client) if not name.startswith("_")):
        if type(found := getattr(client, group)).__module__.startswith("tedee_client.groups."):
            for name in dir(found):
                if not name.startswith(("_", "iter_", "page_", "with_")):
                    yield f"{group}.{name}", getattr(found, name)


def arguments_of(method: Any, *, members: bool) -> dict[str, Any]:  # noqa: ANN401 - a bound method.
    """All of them, by name."""
    names = {"Pending": Pending, "AsyncPending": AsyncPending, "CallOptions": CallOptions}
    hints = typing.get_type_hints(method, localns={**NAMES, **names})
    return {name: make(kind, members=members) for name, kind in hints.items() if name not in {"return", "_options"}}


def wire(request: httpx.Request) -> tuple[str, bytes, bytes]:
    """What goes out, but for the key."""
    return request.method, request.url.raw_path, request.content


SYNC = dict(calls(Tedee(personal_key=KEY)))


@pytest.mark.parametrize("name", SYNC)
def test_each_is_sent_the_same_in_every_way(name: str) -> None:
    """With members of enumerations or their values, in an event loop or not; and a refusal is a refusal."""
    server = Scripted(envelope(None, 400))
    for members in (True, False):
        method = dict(calls(Tedee(personal_key=KEY, transport=server)))[name]
        with pytest.raises(InvalidRequest):
            method(**arguments_of(method, members=members))
    awaited = dict(calls(AsyncTedee(personal_key=KEY, transport=server)))[name]
    with pytest.raises(InvalidRequest):
        asyncio.run(awaited(**arguments_of(awaited, members=True)))
    first, second, third = map(wire, server.requests)
    assert first == second == third
