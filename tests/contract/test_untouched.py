"""Whatever is wrong with a server: what a run may not touch stays as it is, byte for byte, and the rest is equal."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from contract.untouched import find_sites, find_touched, write_part
from docpact.mock import FAULTS

SOME = 1
CHOSEN = (
    "lost-update:PATCH /my/lock", "late-update:PATCH /my/lock", "stale-read:GET /my/lock/{id}",
    "accepts-wrong-type:PUT /my/lock/{id}/pin/{pinId}", "same-id-again:POST /my/mobile",
)  # fmt: skip
"""Faults of what restoring relies on."""


@pytest.fixture(scope="module")
def part(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The document's part about a lock, its PINs, and what can be created."""
    return write_part(whole, tmp_path_factory.mktemp("part"))


@pytest.mark.parametrize("fault", CHOSEN)
def test_what_restoring_relies_on_is_broken(part: Path, fault: str) -> None:
    """Changes that are lost, late or not shown: nothing differs without a failure that says so."""
    assert list(find_touched(part, fault)) == []


@pytest.mark.parametrize("seed", range(SOME))
def test_any_fault_of_the_catalogue(part: Path, seed: int) -> None:
    """A few of all; the benchmark has a run for each, at several operations."""
    chance = random.Random(seed)  # noqa: S311 - the same faults each time.
    name = chance.choice([name for name in FAULTS if find_sites(part, name)])
    site = chance.choice(find_sites(part, name))
    assert list(find_touched(part, f"{name}:{site}")) == []
