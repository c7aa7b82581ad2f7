"""Texts and values of requests, held against their schemas."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

# Longer ones than any server takes; Python itself refuses over 4300 digits.
WHOLE = re.compile(r"-?\d{1,4000}")
NUMBER = re.compile(r"-?\d{1,300}(\.\d+)?([eE][+-]?\d{1,3})?")
ESCAPED_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
JSON_TYPE = re.compile(r"application/(?:[\w.+-]+\+)?json\s*(?:;.*)?", re.IGNORECASE)


def _refuse(word: str) -> Any:  # noqa: ANN401
    raise ValueError(word)


OBJECTS = frozenset({"object", "array", "null"})
MOST_ERRORS = 20
"""Of one value: more say nothing new."""
DECODER = json.JSONDecoder(parse_constant=_refuse)
"""Knows no NaN and no infinity: RFC 8259 has none."""


class BadRequestError(Exception):
    """A request that does not keep to the document; its text is for the caller."""

    def __init__(self, *messages: str, keyword: str = "") -> None:
        super().__init__(", ".join(messages))
        self.messages = messages
        """Everything that is wrong."""
        self.keyword = keyword
        """The schema's keyword that it breaks, or `json` for a body that isn't JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A schema, ready for use: reads texts of a parameter, and tells what is wrong with a value."""

    where: str
    """For people: `query parameter page`."""
    is_list: bool
    kinds: frozenset[str]
    """The JSON types of the value, or of its elements."""
    validator: Any
    members: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Of an object: name → the JSON types of the member."""
    is_text_of_json: bool = False
    """Whether the text is JSON, as a parameter with `content` has it."""

    def parse(self, texts: Sequence[str]) -> Any:  # noqa: ANN401 - any JSON value.
        """Return what the texts say; raises `BadRequestError` where the schema doesn't allow it."""
        if self.is_list:
            return self.read(list(texts))
        if len(texts) > 1:
            raise BadRequestError(f"{self.where} is given {len(texts)} times", keyword="type")
        return self.read(texts[0])

    def read(self, given: Any) -> Any:  # noqa: ANN401 - a text, or a list or mapping of texts.
        """Return what is given as a value; raises `BadRequestError` where the schema doesn't allow it."""
        if self.is_text_of_json:
            return self.check(read_json(given.encode(), self.where))
        if isinstance(given, Mapping):
            members = {name: self.members.get(name, self.kinds) for name in given}
            return self.check({name: convert(text, members[name]) for name, text in given.items()})
        if isinstance(given, list):
            return self.check([convert(text, self.kinds) for text in given])
        return self.check(convert(given, self.kinds))

    def check(self, value: Any) -> Any:  # noqa: ANN401
        """Return the value; raises `BadRequestError` where the schema doesn't allow it."""
        faults = list(islice(self.validator.iter_errors(value), MOST_ERRORS))
        if faults:
            raise BadRequestError(*map(self._describe, faults), keyword=faults[0].kind.name)
        return value

    def _describe(self, fault: Any) -> str:  # noqa: ANN401 - the library's error.
        place = ".".join(str(part) for part in fault.instance_path)
        return f"{self.where}{f' {place}' if place else ''}: {fault.message:.200}"


def convert(text: str, kinds: frozenset[str]) -> Any:  # noqa: ANN401 - a value without parts.
    """Return the value that a text says, of one of the JSON types."""
    if "integer" in kinds and WHOLE.fullmatch(text):
        return int(text)
    if "number" in kinds and NUMBER.fullmatch(text):
        return float(text)
    if "boolean" in kinds and text in {"true", "false"}:
        return text == "true"
    if "null" in kinds and "string" not in kinds and text in {"null", ""}:
        return None
    if kinds and kinds <= OBJECTS and text[:1] in {"{", "["}:
        # A part of a form, or a parameter, that holds JSON.
        return read_json(text.encode("utf-8", "replace"), "the part")
    return text


def read_json(body: bytes, where: str = "the body") -> Any:  # noqa: ANN401
    """Return what the JSON says; raises `BadRequestError` for what isn't JSON by RFC 8259."""
    try:
        value = DECODER.decode(body.decode("utf-8"))
        if ESCAPED_SURROGATE.search(body):
            # Half a character: JSON can say it, UTF-8 cannot (section 8.2).
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        raise BadRequestError(f"{where} is not JSON", keyword="json") from None
    return value
