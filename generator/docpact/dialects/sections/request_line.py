"""`METHOD URL` → method, server, path template and query."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from docpact.diagnostics import Origin
from docpact.read.page import Paragraph, Sample, Section, Style, Text, walk_blocks

METHOD = r"(?:GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)"
# `GET|POST`, `GET, POST`, `GET or POST`: several methods of one path.
METHODS = rf"{METHOD}(?:\s*(?:[,|/]|or|and)\s*{METHOD})*"
# A literal line that begins like this names an operation, or shows a call of it.
REQUEST_LINE = re.compile(r"\s*(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)\s+(/|\|\S*/|https?://\S*/)\S*")
WHOLE_LINE = re.compile(rf"{REQUEST_LINE.pattern}(\s+HTTP/[\d.]+)?\s*")
# Variables may hold blanks: `{order number}`, `<order number>`, `(order number)`.
ADDRESS_PART = r"(?:\{\{?[^{}\n]*\}\}?|<<?[^<>\n]*>>?|\([\w .:-]+\)|\[[^\[\]\n]*\]|[^\s{}<>()\[\]])"
# What begins an address: a slash, a scheme, a name that something replaces, or a first segment that a slash follows.
ADDRESS_START = r"(?=/|https?://|\|[\w -]+\||\{|<|[\w.:-]+/)"
ADDRESS = rf"{ADDRESS_START}(?:\|[\w -]+\|)?{ADDRESS_PART}*"
VERSION = r"(?:\s+HTTP/\d(?:\.\d)?)?"
LINE_ALONE = re.compile(
    rf"\s*['\"\u2018\u201c]?\[?(?P<methods>{METHODS})\]?\s*:?\s+(?P<url>{ADDRESS}){VERSION}\s*['\"\u2019\u201d]?[.:;]?\s*"
)
# `/books [GET]`, `/books (GET, POST)`
LINE_TURNED = re.compile(rf"\s*(?P<url>/{ADDRESS_PART}*?)\s*[\[(:\u2013\u2014-]\s*(?P<methods>{METHODS})\s*[\])]?\s*")
PATH_ALONE = re.compile(rf"\s*(?P<url>{ADDRESS})\s*")

# No address of an operation is longer; the expressions below would take their time with one.
LONGEST = 2_000
LINE = re.compile(r"\s*(?P<method>[A-Z]+)\s+(?P<url>\S.*?)(?:\s+HTTP/[\d.]+)?[\s'\"`;]*")
# Other ways to write `{name}`: `{{name}}`, `<<name>>`, `<name>`, `${name}`, and whole segments `:name`,
# `(name)`, `[NAME]` and `$NAME`.
OTHER_VARIABLES = re.compile(
    r"\{\{([^{}]+)\}\}|<<([^<>]+)>>|<([^<>]+)>|\$\{\s*(\w+)\s*\}"
    r"|(?<=/):([A-Za-z_]\w*)(?=[/?.]|$)|(?<=/)\(([A-Za-z ][\w .:-]*)\)(?=[/?.]|$)"
    r"|(?<=/)\[([A-Za-z ][\w .:-]*)\](?=[/?.]|$)|(?<=/)\$([A-Za-z_]\w*)(?=[/?.]|$)"
)
# `<int:number>` says what the number is before it names it.
TYPED = re.compile(r"(?:int|integer|str|string|float|number|uuid|path|slug|bool)\s*:\s*(?=\w)")
TYPED_VARIABLE = re.compile(
    r"[<{(](?P<type>int|integer|str|string|float|number|uuid|slug|bool)\s*:\s*(?P<name>\w+)[>})]"
)
PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
# A whole segment in capitals among others in small letters: `/users/USER_ID`.
CAPITALS = re.compile(r"(?<=/)([A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*)(?=[/?]|$)")
# What stands before the first resource: a substitution, `api`, a version.
BASE_SEGMENT = re.compile(r"\|[\w-]+\||api|v?\d+(\.\d+)*|\{(api-?)?version\}", re.IGNORECASE)
# A name of a host that stands before the path without a scheme.
HOST = re.compile(
    r"(?:\{[^{}]*(?:host|ur[il]|endpoint|server|base|domain|address|api|root)[^{}]*\}(?::\d+)?"
    r"|localhost(?::\d+)?|[\w-]+(?:\.[\w-]+)+(?::\d+)?)(?=/)",
    re.IGNORECASE,
)
# `/books{?limit,offset}` and `{&page}`: https://www.rfc-editor.org/rfc/rfc6570#section-3.2.8
EXPANSION = re.compile(r"\{(?P<sign>[?&])(?P<names>[\w.,*:-]+)\}")
# `[parameters]` stands for names, and so does `...`.
QUERY_NAME = re.compile(r"(?!\[[^\]]*\]$)(?=.*\w)[\w.\[\]-]+")
# `[?limit=10]`, `[/{id}]`, `[.format]`
OPTIONAL_TAIL = re.compile(r"\[[/?&.][^\[\]]*\]")


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
    capitals: tuple[str, ...] = ()
    """The variables that only their capitals tell from words of the path."""
    types: tuple[tuple[str, str], ...] = ()
    """The types that stand before names: `id` and `int` of `<int:id>`."""

    @property
    def host(self) -> str:
        """The scheme and host, or the name that stands for them; empty for a path alone."""
        return self.server[: len(self.server) - len(self.base)]

    @property
    def base(self) -> str:
        """What the server's URL has after its host: `/api/v1`."""
        found = re.match(r"(?:https?://)?[^/]+", self.server)
        return self.server[found.end() :] if found else self.server

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The names of the path's parameters, in its order."""
        return tuple(PLACEHOLDER.findall(self.path))


def parse_request_line(line: str, origin: Origin) -> RequestLine | None:
    """Return what the line says; None where it is no request line, or its path no path template.

    Source: https://spec.openapis.org/oas/v3.1.0#path-templating
    """
    found = LINE.fullmatch(line) if len(line) <= LONGEST else None
    return parse_address(found["method"], found["url"], origin) if found else None


def parse_address(method: str, url: str, origin: Origin) -> RequestLine | None:
    """Return what a method and an address say together; None where the path is no path template."""
    expanded = EXPANSION.sub(_expanded, url)
    address, _, query = OPTIONAL_TAIL.sub(_optional, _with_braces(expanded)).partition("?")
    server, path = split_server(address)
    path, capitals = _capitals_as_variables(path)
    names = PLACEHOLDER.findall(path)
    if re.search(r"[{}]", PLACEHOLDER.sub("", path)) or len(set(names)) < len(names):
        return None
    pairs = [part.partition("=") for part in query.split("&") if part]
    return RequestLine(
        method=method,
        server=server,
        path=path,
        query=tuple((unquote(name), unquote(value)) for name, _, value in pairs if QUERY_NAME.fullmatch(unquote(name))),
        origin=origin,
        capitals=capitals,
        types=tuple((found["name"], found["type"]) for found in TYPED_VARIABLE.finditer(path_of(url))),
    )


def path_of(url: str) -> str:
    """Return an address without its query string."""
    return url.partition("?")[0]


def split_server(address: str) -> tuple[str, str]:
    """Return the part of a URL that all operations share, and the path after it."""
    host = re.match(r"https?://[^/]+", address) or HOST.match(address)
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


def with_base_in_path(line: RequestLine) -> RequestLine:
    """Return the line with what stands between host and path as part of the path."""
    return replace(line, server=line.host, path=line.base + ("" if line.base and line.path == "/" else line.path))


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


def _with_braces(url: str) -> str:
    """Return the address with every variable in braces, its name without blanks and type."""

    def braced(name: str) -> str:
        return "{" + re.sub(r"[^\w./-]+", "_", TYPED.sub("", name.strip())) + "}"

    url = OTHER_VARIABLES.sub(lambda m: braced(m[m.lastindex or 1]), url)
    return PLACEHOLDER.sub(lambda m: braced(m[1]), url)


def _expanded(found: re.Match[str]) -> str:
    """Return a form expansion as a query string."""
    names = [name.partition(":")[0].rstrip("*") for name in found["names"].split(",")]
    return found["sign"] + "&".join(f"{name}=" for name in names if name)


def _optional(found: re.Match[str]) -> str:
    """Return nothing for a part of an address in brackets, but keep a query string that begins there."""
    inner = found[0][1:-1]
    return inner if inner.startswith("?") else ""


def _capitals_as_variables(path: str) -> tuple[str, tuple[str, ...]]:
    """Return the path with segments in capitals as variables, where its other words are in small letters.

    A path that marks a variable in another way marks all of them so, and one that begins with capitals is spelled so.
    """
    words = [part for part in path.split("/") if part]
    capitals = tuple(part for part in words[1:] if CAPITALS.search(f"/{part}"))
    if not capitals or "{" in path or any(re.search("[A-Z]", part) for part in words if part not in capitals):
        return path, ()
    return CAPITALS.sub(lambda m: f"{{{m[1]}}}", path), capitals
