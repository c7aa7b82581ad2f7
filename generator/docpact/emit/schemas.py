"""Schemas → JSON Schema 2020-12 as OpenAPI 3.1 has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from docpact.dialects.statements import Limits, Member
from docpact.emit.markdown import LinkTarget, escape, format_blocks
from docpact.model.types import Array, Component, Enum, Map, Object, OneOf, Property, Reference, Scalar, Schema, Unknown
from docpact.plain_text import code_span
from docpact.spelling import split_words

KEYWORDS = {field.name: re.sub(r"_(\w)", lambda m: m[1].upper(), field.name) for field in fields(Limits)}


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaEmitter:
    """Emits schemas for one direction."""

    names: Mapping[str, str]
    """The model's name of a component → the emitted one."""
    enums: Mapping[str, Enum]
    """Component name → enum, for references that are emitted open."""
    open_enums: bool
    """Whether values that the documentation doesn't list are accepted: servers add them before the pages do."""
    links: Callable[[str], LinkTarget]
    """Page name → what the links on that page become."""
    detailed: bool = False
    """Whether members name the row that they come from."""

    def emit_schema(self, schema: Schema | Enum, page: str) -> dict[str, Any]:  # noqa: PLR0911 - one case a kind.
        """Return the schema; one that no page states is `{}`, which accepts everything."""
        match schema:
            case Scalar():
                return self._scalar(schema)
            case Enum():
                return emit_enum(schema)
            case Reference(name=name):
                return self._reference(name)
            case Array(items=items, limits=limits):
                return {"type": "array", "items": self.emit_schema(items, page), **emit_limits(limits)}
            case Object():
                return self.emit_object(schema, page)
            case Map(values=values):
                return {"type": "object", "additionalProperties": self.emit_schema(values, page)}
            case OneOf(options=options):
                return {"oneOf": [self.emit_schema(option, page) for option in options]}
            case Unknown(default=default) if default is not None:
                return {"default": default}
            case _:
                return {}

    def emit_object(self, schema: Object, page: str) -> dict[str, Any]:
        """Return an object schema; members that are required only beside certain values become `if`/`then`."""
        emitted: dict[str, Any] = {"type": "object"}
        if schema.properties:
            emitted["properties"] = {prop.name: self._property(prop, page) for prop in schema.properties}
        if required := [prop.name for prop in schema.properties if prop.required]:
            emitted["required"] = required
        conditions = [
            {"if": {"properties": {other: {"const": value}}, "required": [other]}, "then": {"required": [prop.name]}}
            for prop in schema.properties
            for other, value in prop.required_if
        ]
        if conditions:
            emitted["allOf"] = conditions
        return emitted

    def emit_component(self, component: Component) -> dict[str, Any]:
        """Return the component's schema with its title, description and source."""
        emitted: dict[str, Any] = {"title": component.title} if component.title else {}
        description = format_blocks(component.blocks, self.links(component.page))
        if isinstance(component.schema, Enum):
            listed = "\n".join(_member_line(member) for member in component.schema.members)
            description = f"{description}\n\n{listed}".strip()
        if description:
            emitted["description"] = description
        schema = self.emit_schema(component.schema, component.page)
        if component.extends:
            inherited = [self._reference(reference.name) for reference in component.extends]
            schema = {**schema, "allOf": [*inherited, *schema.get("allOf", [])]}
        return {**emitted, **schema, "x-source": str(component.origin)}

    def _property(self, prop: Property, page: str) -> dict[str, Any]:
        emitted = self.emit_schema(prop.schema, page)
        if prop.nullable:
            emitted = nullable(emitted)
        if description := format_blocks(prop.blocks, self.links(page)):
            emitted = {**emitted, "description": description}
        if prop.deprecated:
            emitted = {**emitted, "deprecated": True}
        emitted = {**emitted, **dict(prop.extensions)}
        return {**emitted, "x-source": str(prop.origin)} if self.detailed else emitted

    def _scalar(self, schema: Scalar) -> dict[str, Any]:
        emitted: dict[str, Any] = {"type": schema.type}
        if schema.format:
            emitted["format"] = schema.format
        if len(schema.members) == 1:
            return {**emitted, "const": schema.members[0].value}
        if schema.members:
            listed = {**emitted, **_values(schema.members)}
            emitted = {"anyOf": [listed, dict(emitted)]} if self.open_enums else listed
        return {**emitted, **emit_limits(schema.limits)}

    def _reference(self, name: str) -> dict[str, Any]:
        reference = {"$ref": f"#/components/schemas/{self.names.get(name, name)}"}
        enum = self.enums.get(name)
        if not self.open_enums or enum is None or enum.flags:
            return reference
        kind = "integer" if isinstance(enum.members[0].value, int) else "string"
        return {"anyOf": [reference, {"type": kind}]}


def emit_enum(enum: Enum) -> dict[str, Any]:
    """Return the enum with its members' names; flags become a bit mask, since their sums are values too."""
    values = [member.value for member in enum.members]
    if enum.flags:
        highest = sum(value for value in values if isinstance(value, int))
        names = {str(member.value): member.name for member in enum.members}
        return {"type": "integer", "minimum": 0, "maximum": highest, "x-enum-flags": names}
    return {"type": "integer" if isinstance(values[0], int) else "string", **_values(enum.members)}


def emit_limits(limits: Limits) -> dict[str, Any]:
    """Return the limits that are stated, by JSON Schema's keywords."""
    return {word: value for name, word in KEYWORDS.items() if (value := getattr(limits, name)) is not None}


def nullable(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema with null accepted, in the form that code generators read rightly.

    An enum with null among its values loses its names in generated code, and keywords beside `$ref` are dropped.
    """
    for choice in ("anyOf", "oneOf"):
        if choice in schema:
            return {**schema, choice: [*schema[choice], {"type": "null"}]}
    if "$ref" in schema or "enum" in schema or "const" in schema or "allOf" in schema:
        return {"oneOf": [schema, {"type": "null"}]}
    # What has no type takes null already.
    return {**schema, "type": [schema["type"], "null"]} if "type" in schema else schema


def member_names(members: tuple[Member, ...]) -> list[str]:
    """Return a name for each member that is an identifier in any language, each once.

    `Lock PRO` is `LOCK_PRO`; a name that is a phrase keeps its first words; one without letters is `VALUE_n`. Without a
    name, or with a whole sentence for one, a member is called after its value.
    """
    found: list[str] = []
    for member in members:
        sentence = member.name.rstrip().endswith(".") and len(member.name.split()) > 1
        words = split_words(str(member.value) if sentence or not member.name else member.name)[:6]
        name = "_".join(words).upper()
        if not name or name[0].isdigit():
            name = f"VALUE_{re.sub(r'[^0-9A-Za-z]+', '_', str(member.value)).strip('_').upper()}"
        found.append(name if name not in found else f"{name}_{str(member.value).replace('-', 'MINUS_')}")
    return found


def _values(members: tuple[Member, ...]) -> dict[str, Any]:
    return {"enum": [member.value for member in members], "x-enum-varnames": member_names(members)}


def _member_line(member: Member) -> str:
    words = " ".join(". ".join(filter(None, (member.name, member.description))).split())
    words = words.rstrip(". ") if member.description else words
    return f"- {code_span(str(member.value))}: {escape(words)}"
