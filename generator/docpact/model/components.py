"""Structures and enums → components."""

from __future__ import annotations

from collections.abc import Mapping

from docpact.dialects.statements import Documentation, EnumStatement, StructureStatement
from docpact.model.collect.drafts import draft_object
from docpact.model.context import Context
from docpact.model.decide.objects import Evidence, decide_object
from docpact.model.types import Component, Enum, Object, Reference


def draft_components(documentation: Documentation, context: Context) -> dict[str, Object | Enum]:
    """Return component name → what its page says, before the samples are asked; enums first."""
    enums = {context.names[enum.key]: Enum(members=enum.members, flags=enum.flags) for enum in documentation.enums}
    structures = {
        context.names[one.key]: draft_object(one.fields, _group(one), context) for one in documentation.structures
    }
    return {**enums, **structures}


def find_bases(documentation: Documentation, context: Context) -> dict[str, tuple[str, ...]]:
    """Return component name → the components whose properties it has as well; unknown ones are reported."""
    found = {context.names[one.key]: tuple(_extended(one, context)) for one in documentation.structures if one.extends}
    return {name: bases for name, bases in found.items() if bases}


def decide_components(drafts: Mapping[str, Object | Enum], evidence: Evidence) -> dict[str, Object | Enum]:
    """Return component name → schema, every contradiction between tables and samples decided."""
    return {
        name: draft if isinstance(draft, Enum) else decide_object(name, draft, evidence)
        for name, draft in drafts.items()
    }


def build_components(
    documentation: Documentation,
    decided: Mapping[str, Object | Enum],
    bases: Mapping[str, tuple[str, ...]],
    context: Context,
) -> tuple[Component, ...]:
    """Return the components with what their pages say about them, by name."""
    types: list[StructureStatement | EnumStatement] = [*documentation.enums, *documentation.structures]
    found = [
        Component(
            name=context.names[one.key],
            page=one.page,
            title=one.title,
            schema=decided[context.names[one.key]],
            extends=tuple(Reference(name=base) for base in bases.get(context.names[one.key], ())),
            blocks=one.blocks,
            origin=one.origin,
        )
        for one in types
    ]
    return tuple(sorted(found, key=lambda component: component.name))


def _extended(structure: StructureStatement, context: Context) -> list[str]:
    """Return the structures that this one extends; one that nobody describes is reported."""
    found: list[str] = []
    for kind in structure.extends:
        key = (
            context.links.resolve(kind.link, kind.words.origin.path)
            if kind.link
            else context.links.find_type(kind.name or kind.words.plain)
        )
        if key is not None and key in context.names:
            found.append(context.names[key])
        else:
            message = f"`{kind.words.plain}`, which it extends, is described nowhere; its properties are missing"
            context.fault("type-unknown", message, kind.words.origin)
    return found


def _group(structure: StructureStatement) -> str:
    return structure.key.rsplit("/", 2)[-2] if "/" in structure.key else ""
