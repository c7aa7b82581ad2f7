"""Faults of what a success holds: members, types, nulls, enums, ranges, formats."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from docpact.mock.document import Document
from docpact.mock.faults.catalogue import Family
from docpact.mock.faults.places import Place, Wanted, changing, replacing, shows

MISSING, EXTRA, TYPE, NULL = Family("missing member"), Family("extra member"), Family("wrong type"), Family("null")
ENUM, RANGE, FORMAT = Family("enum"), Family("range"), Family("format")
FAMILIES = (MISSING, EXTRA, TYPE, NULL, ENUM, RANGE, FORMAT)

SCHEMA = "response_schema_conformance"
FORMATS = "format_conformance"
LOW, HIGH = ("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")
Make: TypeAlias = Callable[[Document, Place], Any]


def member(*, nested: bool, needed: bool = True) -> Wanted:
    """Return whether a place is a required member, of the payload itself or of something inside it."""
    return lambda _, place: isinstance(place.key, str) and place.required is needed and (place.depth > 0) is nested


def of_type(kind: str, value: type) -> Wanted:
    """Return whether a place is of one type only, and has such a value."""
    return lambda _, place: place.kinds == {kind} and type(place.value) is value


def limited(*keywords: str) -> Wanted:
    """Return whether a place's schema has one of the keywords, and the place a value."""
    return lambda document, place: place.value is not None and any(k in _schema(document, place) for k in keywords)


def formatted(name: str) -> Wanted:
    """Return whether a place is a text of that format."""
    return lambda document, place: isinstance(place.value, str) and _formats(document, place.schema) == {name}


def enumerated(document: Document, place: Place) -> bool:
    """Tell whether a place's values are listed."""
    return bool(_enum(document, place.schema)) and place.value in _enum(document, place.schema)


def closed(document: Document, place: Place) -> bool:
    """Tell whether a place is an object that allows no other members."""
    schema = _schema(document, place)
    closing = (schema.get("additionalProperties"), schema.get("unevaluatedProperties"))
    return isinstance(place.value, dict) and any(said is False for said in closing)


def second_of_list(document: Document, place: Place) -> bool:
    """Tell whether a place is a required member of a list's element after the first."""
    del document
    return (
        isinstance(place.value, list) and len(place.value) > 1 and all(isinstance(e, dict) and e for e in place.value)
    )


def _drop(_: Document, place: Place) -> None:
    del place.holder[place.key]


def _drop_in_last(document: Document, place: Place) -> None:
    items = document.resolve(document.items(place.schema))
    last = place.value[-1]
    last.pop(next((name for name in items.get("required", ()) if name in last), next(iter(last))))


def _add(_: Document, place: Place) -> None:
    place.value["undocumented"] = "surprise"


def _schema(document: Document, place: Place) -> dict[str, Any]:
    found = document.resolve(place.schema)
    return found if isinstance(found, dict) else {}


def _enum(document: Document, schema: Any) -> list[Any]:  # noqa: ANN401 - any JSON value.
    schema = document.resolve(schema)
    found = list(schema.get("enum", ())) if isinstance(schema, dict) else []
    for keyword in ("anyOf", "oneOf", "allOf"):
        for part in schema.get(keyword, ()) if isinstance(schema, dict) else ():
            found += _enum(document, part)
    return found


def _formats(document: Document, schema: Any) -> set[str]:  # noqa: ANN401
    schema = document.resolve(schema)
    if not isinstance(schema, dict):
        return set()
    found = {schema["format"]} if "format" in schema else set()
    for keyword in ("anyOf", "oneOf", "allOf"):
        for part in schema.get(keyword, ()):
            found |= _formats(document, part)
    return found


def _beyond(step: int, *keywords: str) -> Make:
    def make(document: Document, place: Place) -> Any:  # noqa: ANN401
        schema = _schema(document, place)
        return next(schema[keyword] for keyword in keywords if keyword in schema) + step

    return make


def _too_long(document: Document, place: Place) -> str:
    return "x" * (int(_schema(document, place)["maxLength"]) + 1)


def _impossible(_: Document, place: Place) -> str:
    return f"2024-02-30{str(place.value)[10:]}"


def _unlisted(document: Document, place: Place) -> Any:  # noqa: ANN401
    numbers = [value for value in _enum(document, place.schema) if isinstance(value, int)]
    return max(numbers) + 900 if numbers else "UNHEARD_OF"


def _named(document: Document, place: Place) -> str:
    return f"VALUE_{_enum(document, place.schema).index(place.value)}"


def drop(family: Family, name: str, description: str, wanted: Wanted) -> None:
    """Add a fault that takes away what stands at the first such place."""
    family.add(name, description, SCHEMA, shows(wanted), changing(wanted, _drop))


def put(  # noqa: PLR0913, PLR0917 - the columns of the tables below.
    family: Family, name: str, description: str, wanted: Wanted, make: Make, check: str = SCHEMA
) -> None:
    """Add a fault that puts another value at the first such place."""
    family.add(name, description, check, shows(wanted), replacing(wanted, make))


drop(MISSING, "missing-member", "A required member of the payload is missing.", member(nested=False))
drop(MISSING, "missing-nested-member", "A required member is missing deep inside.", member(nested=True))
MISSING.add(
    "missing-in-last-element", "The last element of a list lacks a required member.", SCHEMA,
    shows(second_of_list), changing(second_of_list, _drop_in_last),
)  # fmt: skip
EXTRA.add(
    "extra-member",
    "An object that allows no other members has one more.",
    SCHEMA,
    shows(closed),
    changing(closed, _add),
)

put(TYPE, "text-for-integer", "A whole number is sent as text.", of_type("integer", int), lambda _, p: str(p.value))
put(TYPE, "fraction-for-integer", "A whole number has a fraction.", of_type("integer", int), lambda _, p: p.value + 0.5)
put(TYPE, "number-for-text", "A text is sent as a number.", of_type("string", str), lambda _, p: len(p.value))
put(TYPE, "text-for-boolean", "A truth value is sent as text.", of_type("boolean", bool), lambda _, p: str(p.value))
put(TYPE, "number-for-boolean", "A truth value is sent as 0 or 1.", of_type("boolean", bool), lambda _, p: int(p.value))
put(TYPE, "object-for-list", "A list is sent as an object.", of_type("array", list), lambda *_: {})
put(TYPE, "list-for-object", "An object is sent as a list with it.", of_type("object", dict), lambda _, p: [p.value])
put(TYPE, "text-for-object", "An object is sent as JSON inside a text.", of_type("object", dict), lambda *_: "{}")

put(NULL, "null-text", "A text that cannot be null is.", of_type("string", str), lambda *_: None)
put(NULL, "null-number", "A whole number that cannot be null is.", of_type("integer", int), lambda *_: None)
put(NULL, "null-object", "An object that cannot be null is.", of_type("object", dict), lambda *_: None)
put(NULL, "null-list", "A list is null instead of empty.", of_type("array", list), lambda *_: None)

put(ENUM, "unlisted-value", "A value stands where others are listed.", enumerated, _unlisted)
put(ENUM, "name-for-value", "A listed value is sent by a name.", enumerated, _named)

put(RANGE, "below-minimum", "A number is below its minimum.", limited(*LOW), _beyond(-1, *LOW))
put(RANGE, "above-maximum", "A number is above its maximum.", limited(*HIGH), _beyond(1, *HIGH))
put(RANGE, "too-long", "A text is longer than allowed.", limited("maxLength"), _too_long)
put(RANGE, "too-short", "A text is shorter than allowed.", limited("minLength"), lambda *_: "")
put(RANGE, "pattern-broken", "A text does not match its pattern.", limited("pattern"), lambda *_: "\u2028 \u2028")

put(FORMAT, "time-in-words", "A time is a word.", formatted("date-time"), lambda *_: "yesterday", FORMATS)
put(FORMAT, "time-without-day", "A time has no date.", formatted("date-time"), lambda *_: "18:00:00Z", FORMATS)
put(FORMAT, "impossible-day", "A time is on a day that no month has.", formatted("date-time"), _impossible, FORMATS)
put(FORMAT, "malformed-uuid", "A UUID is too short.", formatted("uuid"), lambda _, p: p.value[:-1], FORMATS)
