"""JSON → models, whatever the server sends.

The documentation says what a server of its day sent. Values, members and nulls that it doesn't know are no reason to
fail: a member that is missing is None, and what can't be read stays as it came.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

Spec = str | tuple[Any, ...]
Converter = Callable[[Any], Any]
Fields = tuple[tuple[str, str, Any, bool], ...]
"""For each member: its name on the wire, its attribute, the specification of its type, whether it is required."""
Models = dict[str, tuple[Fields, Any]]
"""A model's fields, and the type of members that aren't listed; None where there are none."""


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
    """Return a date, the value itself where it is none; a time of day behind it is cut off."""
    try:
        return dt.date.fromisoformat(value[:10])
    except (TypeError, ValueError):
        return value


def parse_uuid(value: Any) -> Any:  # noqa: ANN401 - as above.
    """Return a UUID, the value itself where it is none."""
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
        self._members: dict[str, frozenset[str]] = {}

    def parse(self, spec: Spec, value: Any) -> Any:  # noqa: ANN401 - any type, by its specification.
        """Return the value as the specification's type, as far as it goes."""
        converter = self.converter(spec)
        return value if converter is None else converter(value)

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
        `("map", spec)`, `("any", spec, …)`, or `("is", value, …)` for a constant.
        """
        if isinstance(spec, tuple):
            kind, *parts = spec
            if kind == "is":
                return None
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
        compiled: list[tuple[str, str, Converter | None, bool]] | None = None
        convert_extra: Converter | None = None

        def convert(value: Any) -> Any:  # noqa: ANN401 - whatever came.
            nonlocal compiled, convert_extra
            if not isinstance(value, dict):
                return value
            if compiled is None:
                convert_extra = self.converter(extra) if extra is not None else None
                compiled = [(wire, name, self.converter(spec), required) for wire, name, spec, required in fields]
            rest, known = dict(value), {}
            for wire, name, converter, required in compiled:
                if wire in rest:
                    given = rest.pop(wire)
                    known[name] = given if converter is None or given is None else converter(given)
                elif required:
                    known[name] = None
            made = kind(**known)
            if extra is not None:
                if convert_extra is not None:
                    rest = {key: convert_extra(entry) for key, entry in rest.items()}
                made.additional_properties = rest
            return made

        return convert


def _enum(kind: Any) -> Converter:  # noqa: ANN401 - any enumeration.
    members = {member.value: member for member in kind}

    def convert(value: Any) -> Any:  # noqa: ANN401 - whatever came.
        try:
            # True is equal to 1, and is not meant.
            return value if isinstance(value, bool) else members.get(value, value)
        except TypeError:
            return value

    return convert
