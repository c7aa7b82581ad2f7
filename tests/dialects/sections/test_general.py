"""What general pages say of the whole API."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

ENDPOINT = "Get\n===\n\n``GET https://api.example/api/v1/thing``\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Up to **700 requests per 1-hour window**.", {"requests": 700, "window-seconds": 3600}),
        ("You have 100 requests a minute", {"requests": 100, "window-seconds": 60}),
        ("5 requests per 10 seconds", {"requests": 5, "window-seconds": 10}),
        ("An account may send 700 requests an hour.", {"requests": 700, "window-seconds": 3600}),
        ("Don't send too many requests.", None),
        ("2 requests later, an hour has passed", None),
    ],
)
def test_rate_limit(words: str, expected: object, extracted: Callable[[Any], dict[str, Any]]) -> None:
    """So many requests in so many seconds; nothing where it isn't said."""
    pages = {"endpoints/get.rst": ENDPOINT, "guides/limits.rst": f"Limits\n======\n\n{words}\n"}
    assert extracted(pages).get("x-rate-limit") == expected
