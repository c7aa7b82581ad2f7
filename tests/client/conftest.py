"""What the client's tests share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def document() -> Mapping[str, Any]:
    """The committed document."""
    # Imported here: some of these tests run where only the client is installed.
    from docpact.emit import load_document  # noqa: PLC0415

    return load_document(ROOT / "spec" / "openapi.yaml")


@pytest.fixture
def mock_url(document: Mapping[str, Any]) -> Iterator[str]:
    """A mock server of its own."""
    from docpact.mock import create_app, running  # noqa: PLC0415 - as above.

    with running(create_app(document, behaviours=["tedee"])) as url:
        yield url


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Nobody sleeps; the seconds are written down."""
    found: list[float] = []

    async def sleep(seconds: float) -> None:
        found.append(seconds)

    monkeypatch.setattr("time.sleep", found.append)
    monkeypatch.setattr("asyncio.sleep", sleep)
    return found
