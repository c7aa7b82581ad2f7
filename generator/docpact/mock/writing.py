"""Bodies of responses that are no JSON: XML, CSV, forms, lines, events, texts and files."""

from __future__ import annotations

import csv
import io
import json
import re
from base64 import b64decode
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode
from xml.sax.saxutils import escape, quoteattr

from docpact.document import write_text
from docpact.mock.contents import Content
from docpact.mock.document import Document

FORM = "application/x-www-form-urlencoded"
LINES = frozenset({"application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines"})
SEQUENCE = "application/json-seq"
EVENTS = "text/event-stream"
PIXEL = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=")
FILES: Mapping[str, bytes] = {
    "image/png": PIXEL,
    "image/gif": b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"),
    "image/svg+xml": b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
    "application/pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj "
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n",
    "application/zip": b"PK\x05\x06" + bytes(18),
}
"""The smallest files of a kind that programs read."""


def format_content(document: Document, content: Content, value: Any) -> bytes:  # noqa: ANN401 - any JSON value.
    """Return a value as a body of a media type that is no JSON."""
    kind = content.name.partition(";")[0].strip().lower()
    schema = content.media.get("schema", content.media.get("itemSchema"))
    if kind in FILES and not (isinstance(value, str) and value.startswith("<")):
        return FILES[kind]
    if kind == "application/xml" or kind.endswith(("+xml", "/xml")):
        return (
            value.encode() if isinstance(value, str) and value.startswith("<") else write_xml(document, schema, value)
        )
    if kind == FORM and isinstance(value, Mapping):
        return urlencode({name: write_text(part) for name, part in value.items()}).encode()
    if kind == "text/csv" and not isinstance(value, str):
        return _write_csv(value)
    values = value if isinstance(value, list) else [value]
    if kind in LINES or kind == SEQUENCE:
        mark = "\x1e" if kind == SEQUENCE else ""
        return "".join(f"{mark}{_compact(one)}\n" for one in values).encode()
    if kind == EVENTS and not (isinstance(value, str) and re.match(r"(data|event|id):", value)):
        return "".join(f"data: {one if isinstance(one, str) else _compact(one)}\n\n" for one in values).encode()
    return (value if isinstance(value, str) else "" if value is None else _compact(value)).encode()


def _compact(value: Any) -> str:  # noqa: ANN401
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write_csv(value: Any) -> bytes:  # noqa: ANN401
    rows = value if isinstance(value, list) else [value]
    names = list(dict.fromkeys(name for row in rows if isinstance(row, Mapping) for name in row))
    written = io.StringIO()
    writer = csv.writer(written)
    if names:
        writer.writerow(names)
    for row in rows:
        cells = (
            [row.get(name) for name in names] if isinstance(row, Mapping) else row if isinstance(row, list) else [row]
        )
        writer.writerow([write_text(cell) for cell in cells])
    return written.getvalue().encode()


def write_xml(document: Document, schema: Any, value: Any, name: str = "") -> bytes:  # noqa: ANN401
    """Return a value as XML, named as the schema's `xml` says: https://spec.openapis.org/oas/v3.1.0#xml-object."""
    return f'<?xml version="1.0" encoding="UTF-8"?>{_element(document, schema, value, name)}'.encode()


def _element(document: Document, schema: Any, value: Any, name: str) -> str:  # noqa: ANN401
    shown = document.resolve(schema)
    said = shown.get("xml", {}) if isinstance(shown, Mapping) else {}
    name = _xml_name(str(said.get("name") or name or _component(schema) or "root"))
    if isinstance(value, list):
        items = document.items(schema)
        inner = "".join(_element(document, items, one, _inner_name(document, items) or name) for one in value)
        return f"<{name}>{inner}</{name}>"
    if not isinstance(value, Mapping):
        return f"<{name}>{escape(write_text(value))}</{name}>"
    members = document.properties(schema)
    attributes = inner = ""
    for member, part in value.items():
        about = document.resolve(members.get(member, {}))
        how = about.get("xml", {}) if isinstance(about, Mapping) else {}
        if how.get("attribute") and not isinstance(part, dict | list):
            attributes += f" {_xml_name(str(how.get('name') or member))}={quoteattr(write_text(part))}"
        elif isinstance(part, list) and not how.get("wrapped"):
            items = document.items(members.get(member, {}))
            inner += "".join(_element(document, items, one, _inner_name(document, items) or member) for one in part)
        else:
            inner += _element(document, members.get(member, {}), part, member)
    return f"<{name}{attributes}>{inner}</{name}>"


def _inner_name(document: Document, items: Any) -> str:  # noqa: ANN401
    shown = document.resolve(items)
    return str(shown.get("xml", {}).get("name") or "") if isinstance(shown, Mapping) else ""


def _component(schema: Any) -> str:  # noqa: ANN401
    reference = schema.get("$ref") if isinstance(schema, Mapping) else None
    return reference.rpartition("/")[2] if isinstance(reference, str) else ""


def _xml_name(text: str) -> str:
    found = re.sub(r"[^\w.-]", "_", text, flags=re.ASCII)
    return found if re.match(r"[A-Za-z_]", found) else f"_{found}"
