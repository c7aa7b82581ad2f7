"""Bodies of requests: JSON, forms, parts and XML become values; others are taken as they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email import policy
from email.parser import BytesParser
from typing import Any
from urllib.parse import parse_qsl
from xml.etree import ElementTree as ET

from docpact.document import choose, parse_media_type
from docpact.mock.document import Document
from docpact.mock.sent import BadRequestError, Value, convert, read_json

JSON, FORM, PARTS = "json", "application/x-www-form-urlencoded", "multipart/form-data"
MOST_REMEMBERED = 64
"""Media types that requests name; a client sends the same ones again and again."""
DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class WrongMediaTypeError(Exception):
    """A body of a media type that the operation doesn't take; its text is for the caller."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One media type of an operation's bodies."""

    name: str
    """As the document has it."""
    schema: Any
    value: Value
    members: Mapping[str, Value]
    """Of a form."""


@dataclass(slots=True, kw_only=True)
class Body:
    """What the bodies of one operation look like."""

    document: Document
    content: Mapping[str, Mapping[str, Any]]
    """Media type or range → media type object."""
    required: bool
    compile: Callable[[str, Any], Value]
    """Makes what reads the values of a schema, named as people shall see it."""
    _kinds: dict[str, Kind] = field(default_factory=dict)
    """By the name in the document."""
    _known: dict[str, tuple[Kind | None, str]] = field(default_factory=dict)
    """By what requests say that their body is, with how that is read: `json`, or a media type in small letters."""

    def read(self, media_type: str, body: bytes) -> Any:  # noqa: ANN401 - any JSON value.
        """Return what the body says, None for one that is no value; raises `WrongMediaTypeError`."""
        if not body:
            if self.required:
                raise BadRequestError("the body is missing", keyword="required")
            return None
        if media_type not in self._known:
            if len(self._known) > MOST_REMEMBERED:
                self._known.clear()
            parsed = parse_media_type(media_type)
            sent = f"{parsed.main}/{parsed.sub}" if parsed else ""
            self._known[media_type] = self._find(media_type), JSON if _is_json(sent) else sent
        kind, sent = self._known[media_type]
        if kind is None:
            names = [name for name in self.content if _is_json(name)] or list(self.content) or ["application/json"]
            raise WrongMediaTypeError(f"the body must be {' or '.join(names)}")
        return kind.value.check(read_json(body)) if sent == JSON else self._read(kind, sent, media_type, body)

    def _find(self, media_type: str) -> Kind | None:
        if not self.content:
            return self._compile(media_type, {}) if _is_json(media_type) else None
        name = choose(self.content, media_type)
        if name is None and _is_json(media_type):
            # `application/merge-patch+json` for `application/json`: both are JSON.
            name = next((one for one in self.content if _is_json(one)), None)
        return None if name is None else self._compile(name, self.content[name] or {})

    def _compile(self, name: str, media: Mapping[str, Any]) -> Kind:
        if name not in self._kinds:
            schema: Any = media.get("schema", {})
            parsed = parse_media_type(name)
            is_form = parsed is not None and parsed.main in {"multipart", "application"} and not parsed.is_json
            members = self.document.properties(schema) if is_form else {}
            self._kinds[name] = Kind(
                name=name, schema=schema, value=self.compile("body", schema),
                members={member: self.compile(f"body {member}", part) for member, part in members.items()},
            )  # fmt: skip
        return self._kinds[name]

    def _read(self, kind: Kind, sent: str, media_type: str, body: bytes) -> Any:  # noqa: ANN401
        if sent == FORM:
            pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
            return kind.value.check(_of_pairs(kind, pairs))
        if sent == PARTS:
            return kind.value.check(_of_pairs(kind, _read_parts(media_type, body)))
        if sent.endswith(("/xml", "+xml")):
            value = read_xml(self.document, kind.schema, body)
            return value if value is None else kind.value.check(value)
        return None


def _is_json(name: str) -> bool:
    parsed = parse_media_type(name)
    return parsed is not None and parsed.is_json and parsed.main == "application"


def _of_pairs(kind: Kind, pairs: list[tuple[str, str]]) -> dict[str, Any]:
    texts: dict[str, list[str]] = {}
    for name, text in pairs:
        # PHP, Rails and many clients write a list's name with brackets.
        texts.setdefault(name if name in kind.members else name.removesuffix("[]"), []).append(text)
    return {n: kind.members[n].parse(t) if n in kind.members else t[0] for n, t in texts.items()}


def _read_parts(media_type: str, body: bytes) -> list[tuple[str, str]]:
    """Return the names and texts of a form's parts (RFC 7578)."""
    head = f"content-type: {media_type}\r\n\r\n".encode("latin-1", "replace")
    message = BytesParser(policy=policy.HTTP).parsebytes(head + body)
    if not message.is_multipart():
        if body.strip() == f"--{message.get_boundary()}--".encode():
            return []
        raise BadRequestError("the body has no parts, or no boundary", keyword="type")
    found: list[tuple[str, str]] = []
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        if isinstance(name, str) and isinstance(content, bytes):
            found.append((name, content.decode("utf-8", "replace")))
    return found


def read_xml(document: Document, schema: Any, body: bytes) -> Any:  # noqa: ANN401 - any JSON value.
    """Return the value that XML stands for by its schema; None where the schema doesn't say.

    Raises `BadRequestError` for what is no XML, or declares entities: such declarations are never read.
    """
    if DECLARATION.search(body):
        raise BadRequestError("the body has a document type or entities, which are not read", keyword="xml")
    try:
        root = ET.fromstring(body)  # noqa: S314 - nothing is declared in it, so nothing can be expanded.
    except ET.ParseError:
        raise BadRequestError("the body is not XML", keyword="xml") from None
    return _of_element(document, schema, root)


def _of_element(document: Document, schema: Any, element: ET.Element) -> Any:  # noqa: ANN401
    members = document.properties(schema)
    items = document.items(schema)
    if items is not None:
        return [_of_element(document, items, child) for child in element]
    if not members:
        return None if len(element) else convert(element.text or "", document.types(schema))
    if not len(element) and not element.attrib and (element.text or "").strip():
        return element.text
    found: dict[str, Any] = {}
    for name, part in members.items():
        shown = document.resolve(part)
        how = shown.get("xml", {}) if isinstance(shown, Mapping) else {}
        written = str(how.get("name") or name)
        inner = document.items(part)
        if how.get("attribute"):
            if written in element.attrib:
                found[name] = convert(element.attrib[written], document.types(part))
            continue
        children = [child for child in element if _local(child) == written]
        if inner is not None and not how.get("wrapped"):
            inside = document.resolve(inner)
            named = inside.get("xml", {}).get("name") if isinstance(inside, Mapping) else None
            children = [child for child in element if _local(child) in {named, written, name}]
            if children:
                found[name] = [_of_element(document, inner, child) for child in children]
        elif children:
            found[name] = _of_element(document, part, children[-1])
    unknown = {_local(child) for child in element} - {*members}
    return {**{name: "" for name in unknown if not _is_named(document, members, name)}, **found}


def _is_named(document: Document, members: Mapping[str, Any], name: str) -> bool:
    """Tell whether a property is written with that name."""
    for part in members.values():
        nodes = [document.resolve(part), document.resolve(document.items(part) or {})]
        if any(isinstance(node, Mapping) and node.get("xml", {}).get("name") == name for node in nodes):
            return True
    return False


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]
