"""Keywords of a schema that can't mean anything: reported and left out, so that no reader stumbles over them.

Without such a keyword a schema lets more values through, which is the lesser harm: a document of a thousand operations
is still of use when one schema says `required: true`.
Source: https://json-schema.org/draft/2020-12/json-schema-validation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import jsonschema_rs

from docpact.document.faults import fault
from docpact.document.limits import LARGEST_MINIMUM, LARGEST_PATTERN, LONGEST_PATTERN

TYPES = frozenset({"null", "boolean", "object", "array", "number", "integer", "string"})
SIZES = ("maxLength", "minLength", "maxItems", "minItems", "maxProperties", "minProperties", "maxContains",
         "minContains")  # fmt: skip
BOTTOMS = frozenset({"minLength", "minItems", "minProperties", "minContains"})


def _is_number(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_size(value: Any) -> bool:  # noqa: ANN401
    return _is_number(value) and value >= 0 and value == int(value)


def _is_types(value: Any) -> bool:  # noqa: ANN401
    listed = value if isinstance(value, list) else [value]
    return bool(listed) and all(isinstance(name, str) and name in TYPES for name in listed)


def _is_texts(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, list) and all(isinstance(entry, str) for entry in value)


def _is_dependencies(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, Mapping) and all(map(_is_texts, value.values()))


def _is_pattern(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, str) and len(value) <= LONGEST_PATTERN and compiles(value)


def _is(kind: type | tuple[type, ...]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, kind)


RULES: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "type": (_is_types, f"one of {', '.join(sorted(TYPES))}, or a list of them"),
    "enum": (_is(list), "a list of values"),
    "required": (_is_texts, "a list of names"),
    "dependentRequired": (_is_dependencies, "a mapping of names to lists of names"),
    "pattern": (_is_pattern, "a regular expression that can be used, and of a size that can be"),
    "multipleOf": (lambda value: _is_number(value) and value > 0, "a number above 0"),
    **dict.fromkeys(("maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum"), (_is_number, "a number")),
    **dict.fromkeys(SIZES, (_is_size, "a whole number, 0 or more")),
    **dict.fromkeys(("uniqueItems", "readOnly", "writeOnly", "deprecated"), (_is(bool), "true or false")),
    **dict.fromkeys(("format", "description", "title", "$comment", "contentEncoding", "contentMediaType"),
                    (_is(str), "a text")),
    "examples": (_is(list), "a list of values"),
    "discriminator": (_is(Mapping), "a mapping with `propertyName`"),
}  # fmt: skip


def check_schema(schema: dict[str, Any], where: str, say: Callable[[str], None]) -> dict[str, Any]:
    """Return the schema without the keywords that can't mean anything.

    Raises `InputError` for a minimum that nobody can make a value for.
    """
    wrong = [name for name, (fits, _) in RULES.items() if name in schema and not fits(schema[name])]
    for name in wrong:
        shown = str(schema[name])
        say(f"`{name}: {shown:.60}` must be {RULES[name][1]}; it is left out")
    for name in BOTTOMS & schema.keys():
        if name not in wrong and schema[name] > LARGEST_MINIMUM:
            raise fault(where, f"`{name}: {schema[name]}` is more than anybody can send", f"{LARGEST_MINIMUM} at most")
    if isinstance(patterns := schema.get("patternProperties"), Mapping):
        for pattern in [pattern for pattern in patterns if not _is_pattern(pattern)]:
            say(f"`{pattern:.60}` is no regular expression that can be used; it is left out")
            schema = {**schema, "patternProperties": {k: v for k, v in patterns.items() if k != pattern}}
            patterns = schema["patternProperties"]
    return {name: value for name, value in schema.items() if name not in wrong} if wrong else schema


@cache
def compiles(pattern: str) -> bool:
    """Tell whether the pattern is one that JSON Schema's validator takes, and small enough when it is compiled."""
    options = jsonschema_rs.FancyRegexOptions(size_limit=LARGEST_PATTERN, dfa_size_limit=LARGEST_PATTERN)
    try:
        jsonschema_rs.Draft202012Validator({"pattern": pattern}, pattern_options=options)
    except ValueError:
        return False
    return True
