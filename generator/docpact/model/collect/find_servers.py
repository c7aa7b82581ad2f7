"""The servers of the API: what request lines name, else what the pages say, else where all sample requests go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote, urlsplit

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.statements import OperationStatement
from docpact.dialects.words.paths import is_path_of


def find_servers(operations: Sequence[OperationStatement], stated: Sequence[str], report: Report) -> tuple[str, ...]:
    """Return the URLs in front of all paths, the first being the most usual; none where the pages leave them open.

    `stated` is what the pages call the API's address in words. Request lines that have only a path in front, `/v1`,
    say what comes after the host.
    """
    base = _common(operations, report)
    if urlsplit(base).netloc:
        return (base,)
    hosts = stated or _called(operations, base)
    first = Counter(operation.path.split("/", 2)[1] for operation in operations)
    everywhere = next((segment for segment, count in first.items() if segment and count == len(operations)), None)
    servers = tuple(dict.fromkeys(_joined(host.rstrip("/"), base, everywhere) for host in hosts))
    return servers or ((base,) if base else ())


def _common(operations: Iterable[OperationStatement], report: Report) -> str:
    """Return what most request lines have before the path; nothing where it has names that nobody defined."""
    operations = tuple(operations)
    counts = Counter(operation.server for operation in operations)
    server = min(counts, key=lambda name: (-counts[name], name), default="")
    if "|" not in server:
        return server
    message = f"`{server}` has names that nothing replaces; the server's URL is left open"
    report(Diagnostic(code="substitution-unknown", message=message, origin=operations[0].origin))
    return ""


def _joined(host: str, base: str, everywhere: str | None) -> str:
    """Return the address with the base path once, and without what all paths begin with anyway."""
    path = urlsplit(host).path
    if base and not path.endswith(base):
        return host + base
    return host.removesuffix(f"/{everywhere}") if everywhere and not base and path == f"/{everywhere}" else host


def _called(operations: Iterable[OperationStatement], base: str) -> tuple[str, ...]:
    """Return the one address that sample requests go to; none where they go to several."""
    found = {address for operation in operations for address in _addresses(operation, base)}
    return tuple(found) if len(found) == 1 and "" not in found else ()


def _addresses(operation: OperationStatement, base: str) -> Iterator[str]:
    """Yield what stands before the path in each sample request that has a host."""
    template = base + operation.path
    for call in operation.calls:
        try:
            url = urlsplit(call.url)
            named = bool(url.hostname) and url.username is None and url.scheme in {"http", "https"}
        except ValueError:
            continue
        path = unquote(url.path)
        length = len(template.strip("/").split("/"))
        before = path.rstrip("/").split("/")[:-length]
        if named and not set(call.url) & set("|{}<>$") and is_path_of(template, path, anywhere=True):
            yield f"{url.scheme}://{url.netloc}{'/'.join(before)}"
