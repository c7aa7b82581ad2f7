"""`METHOD URL` → method, server, path template and query."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from docpact.diagnostics import Origin

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


def common_spelling(paths: Iterable[str]) -> dict[str, str]:
    """Return lower-cased literal segment → the spelling that most paths use: one path, one case.

    Of two that are used as often, the one with fewer capitals: that is what most paths look like anywhere.
    """
    counts = Counter(segment for path in paths for segment in path.split("/") if segment and "{" not in segment)
    best: dict[str, str] = {}
    for segment, _ in sorted(counts.items(), key=lambda entry: (-entry[1], _capitals(entry[0]), entry[0])):
        best.setdefault(segment.lower(), segment)
    return best


def _capitals(segment: str) -> int:
    return sum(letter.isupper() for letter in segment)
