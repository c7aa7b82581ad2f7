"""What the tests of the contract tests share."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from docpact.emit import dump_yaml, load_document

DOCUMENT = Path(__file__).resolve().parents[2] / "spec" / "openapi.yaml"


@pytest.fixture(scope="session")
def whole() -> Path:
    """The document of the embedded documentation."""
    return DOCUMENT


@pytest.fixture(scope="session")
def document() -> Mapping[str, Any]:
    """The part of it that is about operating locks: nine operations, so that a run takes seconds."""
    raw = load_document(DOCUMENT)
    wanted = ("/my/lock", "/my/device/operation")
    paths = {path: found for path, found in raw["paths"].items() if path.startswith(wanted) and "/pin" not in path}
    return {**raw, "paths": paths}


@pytest.fixture(scope="session")
def path(document: Mapping[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That part as a file."""
    target = tmp_path_factory.mktemp("document") / "openapi.yaml"
    target.write_text(dump_yaml(dict(document)), "utf-8")
    return target
