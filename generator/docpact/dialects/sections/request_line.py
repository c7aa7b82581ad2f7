"""`METHOD URL` → method, server, path template and query."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from docpact.diagnostics import Origin
from docpact.read.page import Paragraph, Sample, Section, Style, Text, walk_blocks

# A literal line that begins like this names an operation, or shows a call of it.
REQUEST_LINE = re.compile(r"\s*(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)\s+(/|\|\S*/|https?://\S*/)\S*")
WHOLE_LINE = re.compile(rf"{REQUEST_LINE.pattern}(\s+HTTP/[\d.]+)?\s*")

LINE = re.compile(r"\s*(?P<method>[A-Z]+)\s+(?P<url>\S.*?)(?:\s+HTTP/[\d.]+)?[\s'\"`;]*")
# Other ways to write `{name}`: `<<name>>`, `<name>`, `${name}`, and a segment `:name`.
ANGLES = re.compile(r"<<\s*([^<>]+?)\s*>>|<\s*([^<>]+?)\s*>|\$\{\s*(\w+)\s*\}|(?<=/):([A-Za-z_]\w*)(?=[/?]|$)")
PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
# What stands before the first resource: a substitution, `api`, a version.
BASE_SEGMENT = re.compile(r"\|[\w-]+\||api|v?\d+(\.\d+)*|\{(api-?)?version\}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLine:
    """What a request line says."""

    method: str
    server: str
    """What stands before the path: `https://host/api/v1`, or with `|name|`s that nobody defined."""
    path: str
    """`/my/lock/{id}`."""
    query: tuple[tuple[str, str], ...]
    """Names and values as they stand: a value may be a placeholder or a literal."""
    origin: Origin

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The names of the path's parameters, in its order."""
        return tuple(PLACEHOLDER.findall(self.path))


def parse_request_line(line: str, origin: Origin) -> RequestLine | None:
    """Return what the line says; None where it is no request line, or its path no path template.

    Source: https://spec.openapis.org/oas/v3.1.0#path-templating
    """
    found = LINE.fullmatch(line)
    if not found:
        return None
    url = ANGLES.sub(lambda m: "{" + re.sub(r"\W+", "_", m[m.lastindex or 1]) + "}", found["url"])
    address, _, query = url.partition("?")
    server, path = split_server(address)
    names = PLACEHOLDER.findall(path)
    if re.search(r"[{}]", PLACEHOLDER.sub("", path)) or len(set(names)) < len(names):
        return None
    pairs = [part.partition("=") for part in query.split("&") if part]
    return RequestLine(
        method=found["method"],
        server=server,
        path=path,
        query=tuple(
            (unquote(name), unquote(value)) for name, _, value in pairs if re.fullmatch(r"[\w.\[\]-]+", unquote(name))
        ),
        origin=origin,
    )


def split_server(address: str) -> tuple[str, str]:
    """Return the part of a URL that all operations share, and the path after it."""
    host = re.match(r"https?://[^/]+", address)
    prefix = host[0] if host else ""
    segments = [segment for segment in address[len(prefix) :].split("/") if segment]
    base: list[str] = []
    while segments and BASE_SEGMENT.fullmatch(segments[0]):
        base.append(segments.pop(0))
    joined = "/".join(base)
    server = (
        f"{prefix}/{joined}" if prefix and joined else prefix or (joined if joined.startswith("|") else f"/{joined}")
    )
    # `/users/` and `/users` are two paths: what the page says is kept.
    slash = "/" if segments and address.endswith("/") else ""
    return server.rstrip("/"), "/" + "/".join(segments) + slash


def find_request_lines(sections: Sequence[Section]) -> list[tuple[str, Origin]]:
    """Return every `METHOD URL` line of the sections, from literal blocks and inline literals."""
    found: list[tuple[str, Origin]] = []
    for section in sections:
        for block in walk_blocks(section.blocks):
            if isinstance(block, Sample):
                for offset, line in enumerate(block.text.splitlines()):
                    if REQUEST_LINE.match(line):
                        found.append((line.strip(), Origin(block.origin.path, block.origin.line + offset)))
            elif isinstance(block, Paragraph) and _is_request_line(block.text):
                found.append((block.text.plain, block.text.origin))
    return found


def _is_request_line(text: Text) -> bool:
    """Tell whether a paragraph is a request line: one literal, or a method and a URL that are marked each."""
    marked = [span for span in text.spans if span.text.strip()]
    if any(span.style is Style.PLAIN for span in marked):
        return False
    return bool(REQUEST_LINE.match(text.plain)) and (len(marked) == 1 or bool(WHOLE_LINE.fullmatch(text.plain)))
