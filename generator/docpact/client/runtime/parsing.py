"""JSON → models and back, whatever the server sends.

The documentation says what a server of its day sent. Values, members and nulls that it doesn't know are no reason to
fail: a member that is missing is None, or an empty list, and what can't be read stays as it came. Models give back
what they were read from; only times, dates and UUIDs are written in one form.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

Spec = str | tuple[Any, ...]
Converter = Callable[[Any], Any]
Fields = tuple[tuple[str, str, Any, bool], ...]
"""For each member: its name on the wire, its attribute, the specification of its type, whether it is required."""
Member = tuple[str, str, Converter | None, bool, bool]
"""As a field, with what reads its type, and whether null stands for an empty list."""
Models = dict[str, tuple[Fields, Any]]
"""A model's fields, and the type of members that aren't listed; None where there are none."""
SIMPLE = frozenset({bool, float, int, str, type(None)})
"""The types of values that JSON has as they are."""


class Absent:
    """Stands for a required member that the JSON lacks; the class itself is used, since copies of it are the same."""


def parse_datetime(value: Any) -> Any:  # noqa: ANN401 - whatever came.
    """Return an aware time; UTC where no offset is given, and the value itself where it is no time."""
    if not isinstance(value, str):
        return value
    try:
        parsed = dt.datetime.fromisoformat(value.strip())
    except ValueError:
        return value
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=dt.UTC)


def parse_date(value: Any) -> Any:  # noqa: ANN401 - as above.
    """Return a date, the value itself where it isn't one; a time of day behind it is cut off."""
    try:
        return dt.date.fromisoformat(value[:10])
    except (TypeError, ValueError):
        return value


def parse_uuid(value: Any) -> Any:  # noqa: ANN401 - as above.
    """Return a UUID, the value itself where it isn't one."""
    from uuid import UUID  # noqa: PLC0415 - few documents have any.

    try:
        return UUID(value)
    except (TypeError, ValueError, AttributeError):
        return value


LARGEST = 10_000
"""More members than any object has."""
PLAIN: dict[str, Converter] = {"datetime": parse_datetime, "date": parse_date, "uuid": parse_uuid}


class Parser:
    """Makes models; how, is compiled from the tables at their first use."""

    def __init__(self, package: str, modules: Mapping[str, str], models: Models) -> None:
        self._package, self._modules, self._models = package, modules, models
        self._converters: dict[str, Converter] = {}
        self._unset: Any = None
        self._members: dict[str, frozenset[str]] = {}

    def parse(self, spec: Spec, value: Any) -> Any:  # noqa: ANN401 - any type, by its specification.
        """Return the value as the specification's type, as far as it goes."""
        converter = self.converter(spec)
        return value if converter is None else converter(value)

    def read(self, kind: Any, name: str, value: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any class.
        """Return an instance of a model, or of a class that is derived from it.

        Raises `TypeError` for what is no mapping.
        """
        if not isinstance(value, Mapping):
            raise TypeError(f"{name}.from_dict takes a mapping")
        converter = self.converter(f"m:{name}")
        if kind.__module__ != f"{self._package}.models.{self._modules[name]}":
            converter = self._model(kind, *self._models[name])
        return (converter or dict)(dict(value))

    def dump(self, name: str, model: Any) -> dict[str, Any]:  # noqa: ANN401 - a model of that name.
        """Return a model's members as JSON has them: what it was read from, with what was changed since."""
        if self._unset is None:
            self._unset = import_module(f"{self._package}.types").UNSET
        fields, extra = self._models[name]
        came: Mapping[str, Any] = model._came or {}  # noqa: SLF001 - the models are made for this.
        made = {} if extra is None else {key: to_plain(entry) for key, entry in model.additional_properties.items()}
        for wire, attribute, *_ in fields:
            value = getattr(model, attribute)
            if value is self._unset:
                continue
            if wire in came and (value is None or value == []):
                if came[wire] is not Absent:
                    made[wire] = came[wire]
                continue
            made[wire] = to_plain(value)
        known = self.members(f"m:{name}")
        return {**made, **{wire: value for wire, value in came.items() if wire not in known}}

    def members(self, spec: Spec | None) -> frozenset[str]:
        """Return the names that a model's members have in JSON; none where it is no model."""
        if not isinstance(spec, str) or not spec.startswith("m:"):
            return frozenset()
        if spec not in self._members:
            self._members[spec] = frozenset(wire for wire, *_ in self._models[spec[2:]][0])
        return self._members[spec]

    def converter(self, spec: Spec) -> Converter | None:
        """Return what makes that type of JSON; None where JSON has it already.

        A specification is `""`, `"datetime"`, `"date"`, `"uuid"`, `"e:Enum"`, `"m:Model"`, `("list", spec)`,
        `("map", spec)`, `("any", spec, …)`, `("null", spec)` where null is documented, or `("is", value, …)` for a
        constant.
        """
        if isinstance(spec, tuple):
            kind, *parts = spec
            if kind == "is":
                return None
            if kind == "null":
                return self.converter(parts[0])
            if kind == "map":
                return self._map(parts[0])
            return self._list(parts[0]) if kind == "list" else self._any(parts)
        if not spec:
            return None
        if spec in PLAIN:
            return PLAIN[spec]
        if spec not in self._converters:
            name = spec[2:]
            kind = getattr(import_module(f"{self._package}.models.{self._modules[name]}"), name)
            made = _enum(kind) if spec.startswith("e:") else self._model(kind, *self._models[name])
            self._converters[spec] = made
        return self._converters[spec]

    def _list(self, part: Spec) -> Converter | None:
        convert = self.converter(part)
        if convert is None:
            return None
        return lambda value: [convert(entry) for entry in value] if isinstance(value, list) else value

    def _map(self, part: Spec) -> Converter | None:
        convert = self.converter(part)
        if convert is None:
            return None
        return lambda value: {k: convert(v) for k, v in value.items()} if isinstance(value, dict) else value

    def _any(self, parts: list[Spec]) -> Converter:
        models = [part for part in parts if isinstance(part, str) and part.startswith("m:")]

        def convert(value: Any) -> Any:  # noqa: ANN401 - whatever came.
            if isinstance(value, dict) and models:
                return self.parse(max(models, key=lambda model: self._likeness(model[2:], value)), value)
            for part in parts:
                made = self.parse(part, value)
                if made is not value:
                    return made
            return value

        return convert

    def _likeness(self, model: str, value: dict[str, Any]) -> int:
        """Return how many of the object's members the model knows; a constant that differs says that it is another."""
        found = 0
        for wire, _, spec, _ in self._models[model][0]:
            if wire not in value:
                continue
            found += 1
            if isinstance(spec, tuple) and spec[0] == "is":
                found += LARGEST if value[wire] in spec[1:] else -LARGEST
            elif isinstance(spec, str) and spec.startswith("e:") and self.parse(spec, value[wire]) is value[wire]:
                found -= LARGEST
        return found

    def _model(self, kind: Any, fields: Fields, extra: Spec | None) -> Converter:  # noqa: ANN401 - any class.
        # Compiled when it is first used: a model may contain itself.
        compiled: list[Member] | None = None
        convert_extra: Converter | None = None

        def convert(value: Any) -> Any:  # noqa: ANN401 - whatever came.
            nonlocal compiled, convert_extra
            if not isinstance(value, dict):
                return value
            if compiled is None:
                convert_extra = self.converter(extra) if extra is not None else None
                compiled = [(f[0], f[1], self.converter(f[2]), f[3], is_list(f[2])) for f in fields]
            rest = dict(value)
            known, came = _read_members(compiled, rest)
            made = kind(**known)
            if extra is None:
                came |= rest
            else:
                if convert_extra is not None:
                    rest = {key: convert_extra(entry) for key, entry in rest.items()}
                made.additional_properties = rest
            if came:
                made._came = came  # noqa: SLF001 - the models are made for this.
            return made

        return convert


def _read_members(members: list[Member], rest: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Take the members out of `rest`: return the attributes, and what came where these can't tell."""
    known: dict[str, Any] = {}
    came: dict[str, Any] = {}
    for wire, name, converter, required, listed in members:
        given = rest.pop(wire, Absent)
        if given is not Absent and given is not None:
            known[name] = given if converter is None else converter(given)
        elif given is None or required:
            known[name] = [] if listed else None
            if listed or given is Absent:
                came[wire] = given
    return known, came


def is_list(spec: Spec) -> bool:
    """Return whether a member of that type is a list in every response: null stands for an empty one."""
    return isinstance(spec, tuple) and spec[0] == "list"


def to_plain(value: Any) -> Any:  # noqa: ANN401 - what a model's attribute holds.
    """Return the value as JSON has it; one of a type that JSON has no words for stays what it is."""
    if type(value) in SIMPLE:
        return value
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, Mapping):
        return {key: to_plain(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [to_plain(entry) for entry in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    # An enumeration's member, or what was given in place of one.
    return to_plain(value.value) if hasattr(value, "value") else str(value) if _is_uuid(value) else value


def to_json(model: Any) -> str:  # noqa: ANN401 - any model.
    """Return a model's members as a JSON text."""
    return json.dumps(model.to_dict(), ensure_ascii=False)


def _is_uuid(value: object) -> bool:
    return type(value).__module__ == "uuid"


def _enum(kind: Any) -> Converter:  # noqa: ANN401 - any enumeration.
    members = {member.value: member for member in kind}

    def convert(value: Any) -> Any:  # noqa: ANN401 - whatever came.
        try:
            # True is equal to 1, and is not meant.
            return value if isinstance(value, bool) else members.get(value, value)
        except TypeError:
            return value

    return convert
