"""What the tests of the contract tests share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rstapi.emit import load_document

DOCUMENT = Path(__file__).resolve().parents[2] / "spec" / "openapi.yaml"


@pytest.fixture(scope="session")
def path() -> Path:
    """The document of the embedded documentation."""
    return DOCUMENT


@pytest.fixture(scope="session")
def document() -> Any:  # noqa: ANN401 - a plain mapping.
    """The same, read."""
    return load_document(DOCUMENT)
