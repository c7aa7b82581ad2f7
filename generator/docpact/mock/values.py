"""Schemas → one value each that keeps to them: the same every time.

A value is made without looking twice, which is right for nearly every schema. Where it turns out not to be valid, it is
made once more with care: each alternative and each example is tried, and held against its schema.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import islice, product
from typing import Any, TypeAlias

from docpact.mock.document import Document
from docpact.mock.merging import Choice, Merged, Schema, merge
from docpact.mock.patterns import generate_texts
from docpact.mock.scalars import make_scalars
from docpact.mock.schema_views import choose_kind, find_hidden, find_unsent, merged_schema, without_hidden
from docpact.mock.texts import LONGEST_TEXT

__all__ = [
    "DEEPEST",
    "LONGEST_TEXT",
    "MOST_ELEMENTS",
    "MOST_VALUES",
    "make_sent",
    "make_value",
]

DEEPEST = 12
MOST_VALUES = 10_000
"""Values inside one that is made up; beyond, what may be left out is."""
MOST_ELEMENTS = 100
"""A document may ask for any number of elements; nobody needs more in a made-up list."""
MOST_TRIES = 24
"""Ways to follow the alternatives of one schema that are tried."""
MOST_TRIED = 400
"""Values that are held against a schema, for one made-up value."""

Above: TypeAlias = tuple[frozenset[int], ...]
"""For each level, the identities of the schemas that the value is a part of."""


def make_value(document: Document, schema: Schema, number: int = 0) -> Any:  # noqa: ANN401 - any JSON value.
    """Return a value that the schema accepts, null only where it accepts nothing else.

    `number` asks for another one than for other numbers, where there are several.

    Properties that lead back to their own schema are left out where they are optional, lists of them are empty.
    Properties that are only written are left out.
    """
    if number:
        return _Maker(document, careful=True).make(schema, (), number)
    return deepcopy(document.remember(schema, _make_valid))


def make_sent(document: Document, schema: Schema) -> Any:  # noqa: ANN401
    """Return a value that a request may send: with what is only written, without what is only read."""
    made = _Maker(document, sent=True).make(schema, ())
    if document.compile_request(schema).is_valid(made):
        return made
    return _Maker(document, careful=True, sent=True).make(schema, ())


def _make_valid(document: Document, schema: Schema) -> Any:  # noqa: ANN401
    maker = _Maker(document)
    made = without_hidden(document, maker.make(schema, ()), schema)
    if maker.left < 0 or document.compile(schema).is_valid(made):
        return made
    careful = without_hidden(document, _Maker(document, careful=True).make(schema, ()), schema)
    return careful if document.compile(schema).is_valid(careful) else made


@dataclass(slots=True)
class _Maker:
    """Makes one value."""

    document: Document
    careful: bool = False
    """Whether each part is held against its schema, and made in another way where it doesn't fit."""
    sent: bool = False
    """Whether the value is for a request."""
    left: int = MOST_VALUES
    """How many values may still be made."""
    tries: int = MOST_TRIED

    def make(self, schema: Schema, above: Above, number: int = 0) -> Any:  # noqa: ANN401
        """Return a value; `above` identifies the schemas that it is a part of.

        `number` asks for another value than the first ones, where there is one.
        """
        self.left -= 1
        if not isinstance(schema, Mapping) or len(above) > 2 * DEEPEST or self.left < 0:
            return None
        candidates = self._candidates(schema, above, number)
        first = next(candidates, None)
        if not self.careful:
            return first
        validator = self.document.compile_request(schema) if self.sent else self.document.compile(schema)
        if validator.is_valid(first):
            return first
        for other in candidates:
            self.tries -= 1
            if self.tries < 0:
                break
            if validator.is_valid(other):
                return other
        return first

    def _candidates(self, schema: Schema, above: Above, number: int) -> Iterator[Any]:
        merged = merged_schema(self.document, schema)
        yield from _given(merged, number)
        for chosen in self._resolve_choices(merged, schema, above):
            inside = (*above, frozenset(chosen.identities))
            yield from self._of_kind(chosen, inside, number)

    def _resolve_choices(self, merged: Merged, schema: Schema, above: Above) -> Iterator[Merged]:
        """Yield the schema with alternatives chosen: the most useful ones first."""
        if not merged.choices:
            yield self._settle(merged, (schema,))
            return
        groups = [self._order(choice, above, merged) for choice in merged.choices]
        for parts in islice(product(*groups), MOST_TRIES):
            chosen = merge(self.document, [schema, *parts])
            further = chosen.choices[len(merged.choices) :]
            # Alternatives may have alternatives of their own; those of these are passed over.
            more = [self._order(choice, above, chosen)[0] for choice in further]
            whole = (schema, *parts, *more)
            yield self._settle(merge(self.document, whole) if more else chosen, whole)

    def _order(self, choice: Choice, above: Above, merged: Merged) -> list[Schema]:
        """Return alternatives: first those that are neither null nor lead back, then null, then the others.

        Of the others are those that don't travel in this direction.
        """
        ranked = [(self._rank(part, above, merged), at, part) for at, part in enumerate(choice.parts)]
        return [part for _, _, part in sorted(ranked, key=lambda one: one[:2])]

    def _rank(self, part: Schema, above: Above, merged: Merged) -> int:
        found = merged_schema(self.document, part)
        if found.impossible or (
            found.types is not None and merged.types is not None and not found.types & merged.types
        ):
            return 3
        if found.types == frozenset({"null"}):
            return 1
        if self.document.is_foreign(part, sent=self.sent):
            return 2
        return 2 if any(map(found.identities.intersection, above)) else 0

    def _settle(self, merged: Merged, whole: Sequence[Schema]) -> Merged:
        """Let the property that names the schema name this one, or one of those that it stands for."""
        for discriminator in merged.discriminators:
            followed = list(merged.references)
            named = [word for word, target in discriminator.mapping.items() if target in merged.references]
            # The outermost reference is the most precise: those inside are what it is made of.
            named.sort(key=lambda word: followed.index(discriminator.mapping[word]))
            if not named and discriminator.mapping and not merged.choices:
                word, target = next(iter(discriminator.mapping.items()))
                named = [word]
                further = merge(self.document, [*whole, {"$ref": target}])
                merged = further if not further.choices else merged
            if named:
                held = merged.properties.get(discriminator.name, True)
                properties = {**merged.properties, discriminator.name: {"allOf": [{"enum": named}, held]}}
                merged = replace(merged, properties=properties)
        return merged

    def _of_kind(self, merged: Merged, above: Above, number: int) -> Iterator[Any]:
        yield from _given(merged, number)
        kind = choose_kind(merged)
        if kind == "array":
            yield self._list(merged, above)
            yield self._list(merged, above, sparse=True)
        elif kind == "object":
            yield self._object(merged, above, number)
            yield self._object(merged, above, number, sparse=True)
        elif kind:
            yield from make_scalars(merged, kind, number)
        else:
            yield None

    def _object(
        self, merged: Merged, above: Above, number: int, *, sparse: bool = False
    ) -> dict[str, Any]:  # fmt: skip
        hidden = find_unsent(self.document, merged) if self.sent else find_hidden(self.document, merged)
        refused = {
            name for schema in merged.unlike if isinstance(schema, Mapping) for name in schema.get("required") or ()
        }
        shallow = len(above) <= DEEPEST
        made: dict[str, Any] = {}
        for name, part in merged.properties.items():
            if name in hidden or (merged.known is not None and name not in merged.known):
                continue
            wanted = not sparse and name not in refused and part is not False
            wanted = wanted and shallow and self.left > 0 and not self._leads_back(part, above)
            if name in merged.required or wanted:
                made[name] = self.make(part, above, number)
        self._complete(made, merged, hidden, above, number)
        return made

    def _complete(
        self, made: dict[str, Any], merged: Merged, hidden: frozenset[str], above: Above, number: int
    ) -> None:
        """Add what is required without being described, and as many properties as are asked for; drop too many."""
        needed = {**merged.required}
        for name, others in (merged.words.get("dependentRequired") or {}).items():
            if name in made:
                needed |= dict.fromkeys(others)
        for name in needed:
            if name not in made and name not in hidden:
                made[name] = self.make(self._schema_of(name, merged), above, number)
        least = min(merged.words.get("minProperties", 0), MOST_ELEMENTS)
        for name in self._more_names(merged):
            if len(made) >= least:
                break
            if name not in made and name not in hidden:
                made[name] = self.make(self._schema_of(name, merged), above, number)
        most = merged.words.get("maxProperties")
        for name in [name for name in reversed(made) if name not in needed]:
            if most is None or len(made) <= most:
                break
            del made[name]

    def _schema_of(self, name: str, merged: Merged) -> Schema:
        if name in merged.properties:
            return merged.properties[name]
        fitting = [
            part
            for pattern, part in (merged.words.get("patternProperties") or {}).items()
            if self.document.compile({"type": "string", "pattern": pattern}).is_valid(name)
        ]
        others = merged.words.get("additionalProperties", True)
        found = {"allOf": fitting} if fitting else others
        return {"type": "string"} if found is True or found == {} else found

    def _more_names(self, merged: Merged) -> Iterator[str]:
        yield from merged.properties
        for pattern in merged.words.get("patternProperties") or {}:
            yield from generate_texts(pattern)
        names = merged.words.get("propertyNames")
        if isinstance(names, Mapping):
            texts = (self.make({"type": "string", "allOf": [names]}, (), at) for at in range(MOST_ELEMENTS))
            yield from (text for text in texts if isinstance(text, str))
        yield from (f"property{at}" for at in range(1, MOST_ELEMENTS + 1))

    def _list(self, merged: Merged, above: Above, *, sparse: bool = False) -> list[Any]:
        words = merged.words
        first, items = words.get("prefixItems", []), words.get("items", True)
        least, most = min(words.get("minItems", 0), MOST_ELEMENTS), words.get("maxItems")
        contains = words.get("contains")
        bare = sparse or len(above) > DEEPEST or self.left <= 0 or items in (True, False, {})
        wanted = least if bare or self._leads_back(items, above) else max(1, least)
        if first and not sparse:
            wanted = max(wanted, len(first))
        wanted = wanted if most is None else min(wanted, most)
        made: list[Any] = []
        for at in range(wanted):
            part = first[at] if at < len(first) else contains if items is True and contains is not None else items
            made.append(self.make({"type": "string"} if part in (True, {}) else part, above))
            if words.get("uniqueItems"):
                self._vary_last(made, part, above)
        if contains is not None and not self._contains(made, contains):
            made[-1:] = [self.make({"allOf": [contains, items]}, above)]
        return made

    def _contains(self, made: list[Any], contains: Schema) -> bool:
        return any(map(self.document.compile(contains).is_valid, made))

    def _vary_last(self, made: list[Any], schema: Schema, above: Above) -> None:
        """Let the last element be another than those before it."""
        number = len(made) - 1
        while made[-1] in made[:-1] and number < len(made) + MOST_TRIES:
            made[-1] = self.make(schema, above, number)
            number += 1

    def _leads_back(self, schema: Schema, above: Above) -> bool:
        if not isinstance(schema, Mapping):
            return False
        return any(map(merged_schema(self.document, schema).identities.intersection, above))


def _given(merged: Merged, number: int) -> Iterator[Any]:
    """Yield the values that the schema names itself."""
    named = [*merged.given, *([merged.words["default"]] if "default" in merged.words else [])]
    if merged.values is not None:
        named = [value for value in named if value in merged.values]
        named += [value for value in merged.values if value is not None] or merged.values
    start = number % len(named) if named else 0
    yield from (deepcopy(value) for value in (*named[start:], *named[:start]))
