"""Where a document comes from: a file, standard input (`-`), or a URL that the person named."""

from __future__ import annotations

import codecs
import json
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docpact.document.faults import Finding, Report, fault
from docpact.document.json_text import read_json
from docpact.document.limits import LARGEST_FILE
from docpact.document.yaml_text import YamlReader
from docpact.errors import InputError

STDIN = "-"
# The longer marks first: UTF-32's begins with UTF-16's.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The text of one file."""

    name: str
    """As messages call it; without credentials."""
    uri: str
    """What its relative references are relative to; empty where they can lead nowhere."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What stands in one file."""

    name: str
    uri: str
    value: Any
    lines: dict[int, int]
    """The identity of each mapping → its line; of lists only where the file is YAML, of none in very long JSON."""


def is_url(source: str) -> bool:
    """Tell whether it is a URL rather than a file's path."""
    return source.lower().startswith(("http://", "https://"))


def read_source(source: str | Path) -> Source:
    """Return what stands in that file or at that URL, or comes in on standard input (`-`).

    Raises `InputError` where there is nothing, or something that is no text or too large; for a URL also where the
    server redirects to another host.
    """
    if isinstance(source, str) and is_url(source):
        from docpact.document.fetch import fetch, hide_credentials  # noqa: PLC0415 - a file needs no HTTP client.

        name = hide_credentials(source)
        return Source(name=name, uri=name, text=decode(fetch(source), name))
    if str(source) == STDIN:
        name = "standard input"
        return Source(name=name, uri="", text=decode(sys.stdin.buffer.read(LARGEST_FILE + 1), name))
    path = Path(source)
    text = decode(read_file(path, str(path)), str(path))
    return Source(name=str(path), uri=path.resolve().as_uri(), text=text)


def read_file(path: Path, name: str) -> bytes:
    """Return the bytes of a regular file; raises `InputError` for anything else, before anything of it is read."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            folder = stat.S_ISDIR(found.st_mode)
            raise fault(name, "is a folder" if folder else "is no regular file", "name a file in it" if folder else "")
        with path.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise fault(name, "does not exist") from None
    except (OSError, ValueError) as error:
        raise fault(name, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error


def decode(raw: bytes, name: str) -> str:
    """Return the text without its byte order mark; raises `InputError` for what is no text or too large."""
    if len(raw) > LARGEST_FILE:
        raise fault(name, f"has more than {LARGEST_FILE // 1_000_000} MB")
    encoding = next((encoding for mark, encoding in MARKS if raw.startswith(mark)), "utf-8")
    try:
        return raw.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise fault(name, f"is no UTF-8 text: {error.reason} at byte {error.start}", "save it as UTF-8") from error


def parse(source: Source, report: Report) -> Parsed:
    """Return what the text stands for, be it JSON or YAML; raises `InputError` where it is neither."""
    wrong: InputError | None = None
    if source.text.lstrip()[:1] in {"{", "["}:
        try:
            lines: dict[int, int] = {}
            value = read_json(source.text, source.name, lines)
            return Parsed(name=source.name, uri=source.uri, value=value, lines=lines)
        except json.JSONDecodeError as error:
            wrong = fault(f"{source.name}:{error.lineno}", f"is not JSON: {error.msg}")
    reader = YamlReader(text=source.text, file=source.name, report=report)
    try:
        return Parsed(name=source.name, uri=source.uri, value=reader.read(), lines=reader.lines)
    except InputError:
        if wrong is not None and source.name.lower().endswith(".json"):
            raise wrong from None
        raise


def read_value(path: Path) -> Any:  # noqa: ANN401 - any JSON value.
    """Return the value of a file of our own kind, such as a base document.

    Raises `InputError` as `read_source` does, and for what isn't YAML 1.2 but could be read as something, such as `<<`.
    """

    def refuse(finding: Finding) -> None:
        raise InputError(finding.message, where=finding.where)

    return parse(read_source(path), refuse).value
