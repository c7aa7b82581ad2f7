"""Mappings ↔ YAML text, the same bytes on every machine."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from docpact.document import read_value
from docpact.errors import InputError, ToolError
from docpact.plain_text import UNSAFE_BUT_LINES

# Longer than any line, so that no text is folded: where a fold falls says nothing about the document.
WIDTH = 1_000_000
# What readers of YAML 1.2 take for a number, though those of 1.1 don't: as a text it needs quotes.
NUMBER = re.compile(r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+)$")


def dump_yaml(document: Any) -> str:  # noqa: ANN401 - any JSON value.
    """Return the value as YAML: keys in their order, texts of several lines as blocks, no anchors, no folded lines.

    Raises `ToolError` where PyYAML was built without libyaml: its own emitter writes some texts in another form (an
    emoji, an empty key), and one document must be the same bytes on every machine.
    """
    text = str(yaml.dump(document, Dumper=_dumper(), sort_keys=False, allow_unicode=True, width=WIDTH))
    # Reviewers read the file: a mark that turns the direction of text stands as an escape, and so in double quotes.
    return UNSAFE_BUT_LINES.sub(lambda found: f"\\U{ord(found[0]):08X}", text)


@cache
def _dumper() -> Any:  # noqa: ANN401 - a class.
    base: Any = getattr(yaml, "CSafeDumper", None)
    if base is None:
        raise ToolError(
            "PyYAML was built without libyaml", hint="install PyYAML from a wheel, or with libyaml's headers"
        )

    def represent_text(dumper: Any, value: str) -> Any:  # noqa: ANN401 - yaml has no types for these.
        style = '"' if UNSAFE_BUT_LINES.search(value) else "|" if "\n" in value else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)

    dumper: Any = type("DocumentDumper", (base,), {"ignore_aliases": lambda _, __: True})
    dumper.add_representer(str, represent_text)
    dumper.add_implicit_resolver("tag:yaml.org,2002:float", NUMBER, list("-+.0123456789"))
    return dumper


def load_yaml(path: Path) -> Any:  # noqa: ANN401 - any JSON value.
    """Return the file's value, read as documents are: YAML 1.2, or JSON.

    Raises `InputError` where it cannot be read, is no YAML, or says what JSON cannot: a key twice, a number of no end.
    """
    return read_value(path)


def load_document(path: Path) -> dict[str, Any]:
    """Return the OpenAPI document in that file; raises `InputError` where it isn't one."""
    document = load_yaml(path)
    if not isinstance(document, dict) or not isinstance(document.get("paths"), dict):
        raise InputError("is no OpenAPI document: it has no paths", where=str(path), hint="make one with docpact build")
    return document
