"""The base path that sample requests have before the paths of the directives: `/v1` for `GET /v1/books`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from docpact.dialects.statements import OperationStatement
from docpact.dialects.words.paths import is_path_of

SEGMENT = re.compile(r"[\w.-]{1,40}")
LEAST = 2
"""How many samples must show it: one may be a slip."""


def with_base(operations: Sequence[OperationStatement]) -> list[OperationStatement]:
    """Return the operations below the base path that most samples show; pages name no server otherwise."""
    found = Counter(base for operation in operations for base in _bases(operation))
    best = max(sorted(found), key=lambda base: found[base], default="")
    if not best or found[best] < LEAST or found[best] * 2 <= found.total():
        return list(operations)
    return [operation if operation.server else replace(operation, server=best) for operation in operations]


def _bases(operation: OperationStatement) -> Iterator[str]:
    """Yield what stands before the path in each sample request; nothing where the path has no words to go by."""
    wanted = operation.path.strip("/").split("/")
    if operation.server or not any(segment and "{" not in segment for segment in wanted):
        return
    for call in operation.calls:
        try:
            path = unquote(urlsplit(call.url).path)
        except ValueError:
            continue
        given = path.strip("/").split("/")
        base = given[: len(given) - len(wanted)]
        if is_path_of(operation.path, "/" + "/".join(given[len(base) :]), anywhere=False):
            yield "/" + "/".join(base) if base and all(map(SEGMENT.fullmatch, base)) else ""
