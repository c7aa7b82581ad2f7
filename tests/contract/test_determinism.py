"""The same seed and the same server give the same cases, and the same result."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from contract.servers import Request, Response, run_tests, serving
from docpact.contract.result import ContractResult

Document = Mapping[str, Any]
WORDS = "lock and not sync"
OF_NOW = re.compile(r"1\d{12}")
"""What the server makes of the time: the ids of its commands."""


def look(document: Document, path: Path, seed: int) -> tuple[list[tuple[str, str, str, bytes]], ContractResult, str]:
    """What a server with two faults was asked, what was found, and where."""

    def wrong(request: Request, response: Response) -> Response:
        return (
            response.replace({**response.content, "statusCode": 999}) if request.path.endswith("unlock") else response
        )

    with serving(document, fault=wrong) as (url, server, key):
        result = run_tests(path, url, key, seed=seed, examples=3, keyword=WORDS)
    return [(r.method, OF_NOW.sub("now", r.path), r.query, r.body) for r in server.received], result, url


def test_the_same_seed_sends_the_same(document: Document, path: Path) -> None:
    """Request by request; and finds the same, by the same requests, after as many."""
    (asked, first, here), (again, second, there) = look(document, path, 3), look(document, path, 3)
    assert asked == again
    assert first.failures
    for member in ("failures", "notes", "tested", "requests", "checked", "left_out"):
        one, other = repr(getattr(first, member)).replace(here, there), repr(getattr(second, member))
        assert OF_NOW.sub("now", one) == OF_NOW.sub("now", other)


def test_another_seed_sends_something_else(document: Document, path: Path) -> None:
    """So that a nightly run with a seed of its own sees more."""
    (one, _, _), (other, _, _) = look(document, path, 3), look(document, path, 4)
    assert one != other
