"""Validators that are done in time, whatever pattern a document has and whatever text a request holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import jsonschema_rs

from docpact.json_schema import compile_schema, needed_components

PATTERNS = frozenset({"pattern", "patternProperties"})
NAMES = frozenset({"properties", "patternProperties", "$defs", "schemas"})
"""Below them stand names, not keywords."""
BACKTRACKS = 20_000
LIGHT, HEAVY = 300_000, 10_000_000
"""Bytes of a compiled pattern. Light ones take time that grows with the text only; others take a multiple of it."""
LONGEST = {LIGHT: 10_000, HEAVY: 200}
"""Characters of all texts in a value that is held against patterns: half a second at most, as measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundedValidator:
    """A validator that passes over the patterns of its schema where a value has too much text for them."""

    whole: Any
    longest: int
    plain: Any
    """The same without patterns."""

    def iter_errors(self, value: Any) -> Iterator[Any]:  # noqa: ANN401 - any JSON value.
        """Yield what is wrong with a value."""
        found: Iterator[Any] = self._choose(value).iter_errors(value)
        return found

    def is_valid(self, value: Any) -> bool:  # noqa: ANN401
        """Return whether nothing is wrong with a value."""
        return bool(self._choose(value).is_valid(value))

    def _choose(self, value: Any) -> Any:  # noqa: ANN401
        return self.whole if _is_short(value, self.longest) else self.plain


def compile_bounded(document: Mapping[str, Any], schema: Any, plain_document: Callable[[], Mapping[str, Any]]) -> Any:  # noqa: ANN401 - a validator or its like.
    """Return a validator of a schema; `plain_document` returns the document without patterns.

    What of the schema cannot be used is left out: its patterns, or else all of it (a reference that leads nowhere).
    """
    if not _has_patterns([schema, needed_components(document, schema)]):
        return _compile(document, schema) or compile_schema(document, {})
    plain = _compile(plain_document(), without_patterns(schema)) or compile_schema(document, {})
    for size in (LIGHT, HEAVY):
        options = jsonschema_rs.FancyRegexOptions(backtrack_limit=BACKTRACKS, size_limit=size)
        if whole := _compile(document, schema, options):
            return BoundedValidator(whole=whole, longest=LONGEST[size], plain=plain)
    return plain


def _compile(document: Mapping[str, Any], schema: Any, patterns: Any = None) -> Any:  # noqa: ANN401
    try:
        return compile_schema(document, schema, patterns=patterns)
    except ValueError:
        return None


def _has_patterns(node: Any) -> bool:  # noqa: ANN401 - any JSON value.
    if isinstance(node, Mapping):
        return not PATTERNS.isdisjoint(node) or any(map(_has_patterns, node.values()))
    return isinstance(node, list) and any(map(_has_patterns, node))


def without_patterns(node: Any, *, names: bool = False) -> Any:  # noqa: ANN401
    """Return a copy without patterns; `names` tells that the keys are names, which may be called `pattern` too."""
    if isinstance(node, list):
        return [without_patterns(element) for element in node]
    if not isinstance(node, Mapping):
        return node
    # Without patterns of names, all names are additional ones.
    dropped = PATTERNS | ({"additionalProperties"} if "patternProperties" in node else frozenset())
    return {
        key: without_patterns(value, names=not names and key in NAMES)
        for key, value in node.items()
        if names or key not in dropped
    }


def _is_short(value: Any, longest: int) -> bool:  # noqa: ANN401
    """Return whether all texts and names in a value have no more characters than that together."""
    left, todo = longest, [value]
    while todo and left >= 0:
        node = todo.pop()
        if isinstance(node, str):
            left -= len(node)
        elif isinstance(node, dict):
            left -= sum(map(len, node))
            todo += node.values()
        elif isinstance(node, list):
            todo += node
    return left >= 0
