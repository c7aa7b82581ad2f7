"""What pages name that a first configuration needs: servers, a version, keys. Nothing is guessed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from docpact.config import Config
from docpact.diagnostics import Origin
from docpact.dialects.words.paths import is_path_of
from docpact.survey import Survey, survey

SERVER_WORDS = re.compile(
    r"\b(base (?:ur[il]|address|path)|(?:api|root|service) (?:ur[il]|root|endpoint|address)|endpoints? (?:is|are)"
    r"|servers?|hosts?|production|staging|sandbox)\b",
    re.IGNORECASE,
)
URL = re.compile(r"https?://[^\s`<>\"'|)\]]+")
KEY_HEADER = re.compile(
    r"\b(?P<name>(?:X-)?(?:[A-Za-z]+-)*(?:Api-?Key|Auth-?Token|Access-?Token|Auth-?Key))(?=\s*:|[`*'\" ]|$)",
    re.IGNORECASE,
)
# What a line says of authentication → how a report calls it.
SECURITY_WORDS = {
    "bearer": re.compile(r"\bBearer\b"),
    "basic": re.compile(r"\bBasic\s+[A-Za-z0-9+/=<{$]|\bbasic auth", re.IGNORECASE),
    "OAuth 2": re.compile(r"\bOAuth\s*2", re.IGNORECASE),
}
VERSION_NAME = re.compile(r"(?:api[-_]?)?version", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Something that a page names, and where."""

    value: str
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a project's documentation shows."""

    docs: Path
    """The folder with the pages."""
    survey: Survey
    dialects: Mapping[str, int]
    """Dialect → how many operations it reads."""
    server: str
    """What the request lines themselves say, which needs no base document; empty where they say none."""
    servers: tuple[Named, ...]
    """Servers that sentences and sample requests name, the commonest first."""
    version_from: str
    """The `|name|` that stands for the API's version, where conf.py states no release."""
    key_headers: tuple[Named, ...]
    """Headers that carry a key, other than `Authorization`."""
    security: tuple[Named, ...]
    """Words about authentication, each once."""
    unknown_directives: tuple[str, ...]

    @property
    def origins(self) -> Mapping[str, Path]:
        """The files by the path that origins name them by."""
        return self.survey.tree.files


def look(docs: Path) -> Facts:
    """Return what the documentation in that folder shows; raises `InputError` where it is no folder."""
    found = survey([docs], Config(root=docs))
    lines = list(_lines(found))
    operations = found.documentation.operations
    stated = Counter(operation.server for operation in operations if operation.server.startswith("http"))
    return Facts(
        docs=docs,
        survey=found,
        dialects=Counter(line.dialect for line in found.lines if line.code is None),
        server=stated.most_common(1)[0][0] if stated else "",
        servers=tuple(_each_once([*_called_servers(found), *_named_servers(lines)])),
        version_from=_version_name(found),
        key_headers=tuple(
            _each_once(
                Named(value=match["name"], origin=origin)
                for origin, text in lines
                for match in KEY_HEADER.finditer(text)
            )
        ),
        security=tuple(
            _each_once(
                Named(value=word, origin=origin)
                for origin, text in lines
                for word, pattern in SECURITY_WORDS.items()
                if pattern.search(text)
            )
        ),
        unknown_directives=tuple(sorted(_unknown_directives(found))),
    )


def _lines(found: Survey) -> Iterator[tuple[Origin, str]]:
    """Yield each line of the pages with its place."""
    for page in found.tree.pages.values():
        path = found.tree.files.get(page.origin.path)
        text = path.read_text("utf-8", errors="replace") if path else ""
        for number, line in enumerate(text.splitlines(), 1):
            yield Origin(page.origin.path, number), line[:1000]


def _called_servers(found: Survey) -> Iterator[Named]:
    """Yield what stands before an operation's path in the sample requests that call it, the commonest first."""
    named: list[Named] = []
    for operation in found.documentation.operations:
        for call in operation.calls:
            url = urlsplit(call.url)
            parts = url.path.split("/")
            size = len(parts) - operation.path.count("/")
            if url.netloc and url.scheme in {"http", "https"} and is_path_of(operation.path, url.path, anywhere=True):
                base = "/".join(parts[:size])
                named.append(Named(value=f"{url.scheme}://{url.netloc}{base}", origin=call.origin))
    counts = Counter(one.value for one in named)
    yield from sorted(named, key=lambda one: (-counts[one.value], one.origin))


def _named_servers(lines: list[tuple[Origin, str]]) -> Iterator[Named]:
    """Yield the addresses in lines that speak of a server."""
    for origin, text in lines:
        if SERVER_WORDS.search(text):
            for match in URL.finditer(text):
                yield Named(value=match[0].rstrip(".,;:/"), origin=origin)


def _version_name(found: Survey) -> str:
    if found.tree.release:
        return ""
    names = (name.strip("|") for name in found.tree.substitutions)
    return next((name for name in names if VERSION_NAME.fullmatch(name)), "")


def _unknown_directives(found: Survey) -> set[str]:
    """Return the names of the directives that nobody knows, as the diagnostics quote them."""
    told = [d.message for d in found.diagnostics if d.code in {"directive-unknown", "directive-unused"}]
    return {
        match[1] for message in told if (match := re.search(r"directive `([^`]+)`|`([\w:-]+)`", message)) and match[1]
    }


def _each_once(named: Iterator[Named] | list[Named]) -> Iterator[Named]:
    """Yield the first of each value, whatever its case."""
    seen: set[str] = set()
    for one in named:
        if one.value.lower() not in seen:
            seen.add(one.value.lower())
            yield one
