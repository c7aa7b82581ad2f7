"""An entry of a parameter list and its definition → a field."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from docpact.dialects.os_api_ref.definitions import Definition
from docpact.dialects.os_api_ref.rest_parameters import Entry
from docpact.dialects.os_api_ref.shared import limits_in_words
from docpact.dialects.os_api_ref.types_in_words import parse_type
from docpact.dialects.os_api_ref.values_in_words import default_in_words, values_in_words
from docpact.dialects.statements import NO_LIMITS, FieldStatement, JsonType, Limits, Location, Source
from docpact.read.page import Block, Paragraph, Span, Text, flat_blocks

NUMERIC = ("minimum", "maximum")
OF_STRINGS = ("min_length", "max_length", "pattern")
OF_LISTS = ("min_items", "max_items", "unique_items")


@dataclass(slots=True)
class FieldReader:
    """Makes fields; a definition that many lists use is read once."""

    made: dict[tuple[str, int], FieldStatement] = field(default_factory=dict)
    """File and line of the definition → the field, as if it were listed there."""

    def read(self, entry: Entry, location: Location) -> FieldStatement:
        """Return the field that the entry describes, at that location."""
        origin = entry.definition.origin
        key = (origin.path, origin.line)
        if key not in self.made:
            self.made[key] = _read(entry.definition)
        made = self.made[key]
        return replace(made, name=entry.name, location=location, origin=entry.origin)


def _read(definition: Definition) -> FieldStatement:
    words = Text((Span(definition.type),) if definition.type else (), definition.origin)
    type_, nullable = parse_type(words, definition.format) if definition.type else (None, False)
    scalar = type_.type if type_ is not None and not type_.lists and not type_.map else None
    members, or_null = values_in_words(definition.description, scalar)
    versions = _versions(definition)
    return FieldStatement(
        name=definition.key,
        location="body",
        type=type_,
        # Who calls without the version that brings it, or with one that has lost it, does without it.
        required=False if versions and definition.required else definition.required,
        unmarked=False if definition.silent else None,
        nullable=True if nullable or or_null else None,
        limits=_limits(definition.description, scalar, listed=type_ is not None and bool(type_.lists)),
        members=members,
        description=definition.description,
        words=Text((Span(_required_words(definition)),), definition.origin),
        extensions=versions,
        source=Source.DEFINITION,
        origin=definition.origin,
    )


def _versions(definition: Definition) -> tuple[tuple[str, Any], ...]:
    versions = (("x-min-version", definition.min_version), ("x-max-version", definition.max_version))
    return tuple((name, version) for name, version in versions if version)


def _required_words(definition: Definition) -> str:
    if definition.required is None:
        return (
            "nothing is said about `required`, which means optional" if definition.silent else "`required` is unclear"
        )
    return f"required: {str(definition.required).lower()}"


def _limits(blocks: tuple[Block, ...], scalar: JsonType | None, *, listed: bool) -> Limits:
    """Return the limits in words that fit the type: a number in the text about a string is often none of its own."""
    text = " ".join(block.text.plain for block in flat_blocks(blocks) if isinstance(block, Paragraph))
    if not text:
        return NO_LIMITS
    found = limits_in_words(text)
    kept = (
        NUMERIC if scalar in {"integer", "number"} else OF_STRINGS if scalar == "string" else OF_LISTS if listed else ()
    )
    fitting = {name: getattr(found, name) for name in kept}
    return Limits(**fitting, default=default_in_words(blocks, scalar))
