"""Schemas with all that speaks of the same value put together: references, `allOf`, and chosen alternatives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from math import lcm
from typing import Any, TypeAlias

from docpact.mock.document import Document

Schema: TypeAlias = Any
"""A mapping, true or false."""
TYPES = {"integer": frozenset({"integer"}), "number": frozenset({"integer", "number"})}
TOGETHER = ("items", "additionalProperties", "propertyNames", "contains")
"""Keywords that hold one schema; where several parts have one, all of them count."""
HIGHEST = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains")
LOWEST = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains")
FIRST = ("format", "default", "contentEncoding", "contentMediaType", "xml")
LONGEST_CHAIN = 200
"""Schemas that are put together; a document that needs more is not understood to the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Alternatives, one of which a value has to follow."""

    parts: tuple[Schema, ...]
    exactly: bool
    """Whether it may follow no second one (`oneOf`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discriminator:
    """A property whose value names the schema."""

    name: str
    mapping: Mapping[str, str]
    """Value → reference."""


@dataclass(slots=True)
class Merged:
    """What a schema says, without `$ref` and `allOf`."""

    types: frozenset[str] | None = None
    """None for any."""
    properties: dict[str, Schema] = field(default_factory=dict)
    """A name that several parts have is an `allOf` of them."""
    required: dict[str, None] = field(default_factory=dict)
    given: list[Any] = field(default_factory=list)
    """Examples, the outermost first."""
    values: list[Any] | None = None
    """The only values, by `const` and `enum`; None for no such limit."""
    words: dict[str, Any] = field(default_factory=dict)
    """The other keywords."""
    patterns: dict[str, None] = field(default_factory=dict)
    known: frozenset[str] | None = None
    """The only names that properties may have; None where others are allowed."""
    choices: list[Choice] = field(default_factory=list)
    discriminators: list[Discriminator] = field(default_factory=list)
    references: dict[str, None] = field(default_factory=dict)
    """Those that were followed, the outermost first."""
    identities: set[int] = field(default_factory=set)
    """Of the schemas that were put together."""
    unlike: list[Schema] = field(default_factory=list)
    """What the value must not be (`not`)."""
    impossible: bool = False
    """Whether a part is `false`."""


def merge(document: Document, schemas: Iterable[Schema]) -> Merged:
    """Return what the schemas say together."""
    merged = Merged()
    for schema in schemas:
        _add(document, merged, schema)
    return merged


def _add(document: Document, merged: Merged, schema: Schema) -> None:
    if schema is False:
        merged.impossible = True
    if not isinstance(schema, Mapping) or id(schema) in merged.identities or len(merged.identities) > LONGEST_CHAIN:
        return
    merged.identities.add(id(schema))
    for word, value in schema.items():
        if word in WORDS:
            WORDS[word](merged, value)
        elif word in TOGETHER:
            held = merged.words.get(word)
            merged.words[word] = value if held is None or held == value else {"allOf": [held, value]}
    if schema.get("additionalProperties") is False and "patternProperties" not in schema:
        names = frozenset(schema.get("properties") or ())
        merged.known = names if merged.known is None else merged.known & names
    reference = schema.get("$ref")
    if isinstance(reference, str):
        merged.references[reference] = None
        _add(document, merged, document.resolve({"$ref": reference}))
    for part in schema.get("allOf") or ():
        _add(document, merged, part)
    _add_conditions(document, merged, schema)


def _add_conditions(document: Document, merged: Merged, schema: Mapping[str, Any]) -> None:
    for name, part in (schema.get("dependentSchemas") or {}).items():
        if name in merged.properties or name in merged.required:
            _add(document, merged, part)
    if "if" in schema and ("then" in schema or "else" in schema):
        met = {"allOf": [schema["if"], schema.get("then", True)]}
        missed = {"allOf": [{"not": schema["if"]}, schema.get("else", True)]}
        merged.choices.append(Choice(parts=(met, missed), exactly=False))


def _add_types(merged: Merged, value: Any) -> None:  # noqa: ANN401 - a keyword's value; so below.
    named = frozenset(
        kind for one in ([value] if isinstance(value, str) else value) for kind in TYPES.get(one, frozenset({one}))
    )
    merged.types = named if merged.types is None else merged.types & named


def _add_properties(merged: Merged, value: Any) -> None:  # noqa: ANN401
    for name, part in (value or {}).items():
        held = merged.properties.get(name)
        if held is None:
            merged.properties[name] = part
        elif held != part:
            merged.properties[name] = {"allOf": [held, part]}


def _add_values(merged: Merged, value: Any) -> None:  # noqa: ANN401
    merged.values = [one for one in value if merged.values is None or one in merged.values]


def _add_discriminator(merged: Merged, value: Any) -> None:  # noqa: ANN401
    if isinstance(value, Mapping) and isinstance(value.get("propertyName"), str):
        mapping = value.get("mapping") or {}
        merged.discriminators.append(Discriminator(name=value["propertyName"], mapping=mapping))


def _add_tuple(merged: Merged, value: Any) -> None:  # noqa: ANN401
    held = merged.words.get("prefixItems", [])
    longer, shorter = (held, value) if len(held) > len(value) else (value, held)
    both = [one if one == other else {"allOf": [one, other]} for one, other in zip(longer, shorter, strict=False)]
    merged.words["prefixItems"] = [*both, *longer[len(shorter) :]]


def _add_multiple(merged: Merged, value: Any) -> None:  # noqa: ANN401
    held = merged.words.get("multipleOf", value)
    whole = isinstance(held, int) and isinstance(value, int)
    merged.words["multipleOf"] = lcm(held, value) if whole else max(held, value)


def _keep(word: str, choose: Callable[[Any, Any], Any]) -> Callable[[Merged, Any], None]:
    """Return what adds a keyword of which one value counts: `choose` tells which of two."""

    def add(merged: Merged, value: Any) -> None:  # noqa: ANN401
        merged.words[word] = choose(merged.words[word], value) if word in merged.words else value

    return add


def _choose_of(*, exactly: bool) -> Callable[[Merged, Any], None]:
    def add(merged: Merged, value: Any) -> None:  # noqa: ANN401
        if value:
            merged.choices.append(Choice(parts=tuple(value), exactly=exactly))

    return add


WORDS: Mapping[str, Callable[[Merged, Any], None]] = {
    "type": _add_types,
    "properties": _add_properties,
    "required": lambda merged, value: merged.required.update(dict.fromkeys(value or ())),
    "enum": lambda merged, value: _add_values(merged, value or ()),
    "const": lambda merged, value: _add_values(merged, [value]),
    "examples": lambda merged, value: merged.given.extend(value if isinstance(value, list) else ()),
    "pattern": lambda merged, value: merged.patterns.update({value: None}),
    "not": lambda merged, value: merged.unlike.append(value),
    "discriminator": _add_discriminator,
    "prefixItems": _add_tuple,
    "multipleOf": _add_multiple,
    "patternProperties": _keep("patternProperties", lambda held, value: {**value, **held}),
    "dependentRequired": _keep("dependentRequired", lambda held, value: {**value, **held}),
    "uniqueItems": _keep("uniqueItems", lambda held, value: held or value),
    "oneOf": _choose_of(exactly=True),
    "anyOf": _choose_of(exactly=False),
    **{word: _keep(word, max) for word in HIGHEST},
    **{word: _keep(word, min) for word in LOWEST},
    **{word: _keep(word, lambda held, _: held) for word in FIRST},
}
"""Keyword → what adds its value to what is known."""
