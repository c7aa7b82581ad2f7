"""Validators of JSON Schema 2020-12 that end soon, whatever pattern a document has and whatever text a server sends."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import jsonschema_rs

LIMITS = jsonschema_rs.FancyRegexOptions(backtrack_limit=20_000, size_limit=10_000_000)
"""Steps of a match from one place of a text, and bytes of a compiled pattern."""
LONGEST = 10_000
"""Characters of all texts in a value that is held against patterns: with nested repetition, such as `(a+)+`, each
place of a text may take all the steps."""
PATTERNS = frozenset({"pattern", "patternProperties"})
NAMES = frozenset({"properties", "$defs", "schemas"})
"""Below them stand names, not keywords."""


@dataclass(slots=True)
class Validator:
    """A validator that passes over patterns where a value has too much text for them."""

    schema: dict[str, Any]
    options: Mapping[str, Any]
    _whole: jsonschema_rs.Draft202012Validator = field(init=False)
    _plain: jsonschema_rs.Draft202012Validator | None = None
    """The same without patterns, once a value has needed it."""

    def __post_init__(self) -> None:
        self._whole = jsonschema_rs.Draft202012Validator(self.schema, pattern_options=LIMITS, **self.options)

    def iter_errors(self, value: object) -> Iterator[Any]:
        """Yield what is wrong with a value."""
        found: Iterator[Any] = self._choose(value).iter_errors(value)
        return found

    def is_valid(self, value: object) -> bool:
        """Return whether nothing is wrong with a value."""
        return bool(self._choose(value).is_valid(value))

    def _choose(self, value: object) -> jsonschema_rs.Draft202012Validator:
        if _is_short(value):
            return self._whole
        if self._plain is None:
            self._plain = jsonschema_rs.Draft202012Validator(without_patterns(self.schema), **self.options)
        return self._plain


def build_validator(
    schema: dict[str, Any], *, formats: bool = False, checkers: Mapping[str, Callable[[str], bool]] | None = None
) -> Validator:  # fmt: skip
    """Return a validator; raises `ValueError` for what is no schema.

    `formats` says that formats count; `checkers` are our own for some of them.
    """
    return Validator(schema, {"validate_formats": formats, "formats": checkers})


def without_patterns(node: Any, *, names: bool = False) -> Any:  # noqa: ANN401 - any JSON value.
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


def _is_short(value: object) -> bool:
    left, todo = LONGEST, [value]
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
