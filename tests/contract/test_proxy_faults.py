"""Every fault of the proxy's catalogue is found, under its name and at its operation; without one nothing is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from contract.proxy_faults import FAULTS, ProxyFault
from contract.servers import run_tests, serving
from docpact.emit import dump_yaml, load_document


@pytest.fixture(scope="module")
def raw(whole: Path) -> Mapping[str, Any]:
    """The whole document, read."""
    return load_document(whole)


def take_part(raw: Mapping[str, Any], prefix: str) -> Mapping[str, Any]:
    """The part of the document whose paths begin so."""
    return {**raw, "paths": {path: found for path, found in raw["paths"].items() if path.startswith(prefix)}}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_found(raw: Mapping[str, Any], tmp_path: Path, fault: ProxyFault) -> None:
    """By the check that is about it, at the operation that has it."""
    part = take_part(raw, fault.paths)
    path = tmp_path / "part.yaml"
    path.write_text(dump_yaml(dict(part)), "utf-8")
    with serving(part, before=fault.before, fault=fault.fault) as (url, _, key):
        result = run_tests(path, url, key, keyword=fault.keyword)
    assert (fault.operation, fault.check) in {(failure.operation, failure.check) for failure in result.failures}


@pytest.mark.parametrize("prefix", sorted({fault.paths for fault in FAULTS.values()}))
def test_without_a_fault_nothing_is_found(raw: Mapping[str, Any], tmp_path: Path, prefix: str) -> None:
    """The same tests agree with a server that has none of them."""
    part = take_part(raw, prefix)
    path = tmp_path / "part.yaml"
    path.write_text(dump_yaml(dict(part)), "utf-8")
    words = " or ".join(sorted({fault.keyword for fault in FAULTS.values()}))
    with serving(part) as (url, _, key):
        assert run_tests(path, url, key, keyword=words).failures == ()
