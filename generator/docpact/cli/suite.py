"""The options of the contract tests, as two commands have them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TypedDict

from docpact.cli.terminal import is_watched


class SuiteOptions(TypedDict):
    """The options of the contract tests, as `run_contract` takes them."""

    seed: int
    examples: int | None
    depth: str
    allow: Sequence[str]
    devices: Sequence[str]
    budget: int
    remote: bool
    keyword: str | None
    shard: tuple[int, int]
    progress: bool


def build_suite(options: argparse.Namespace) -> SuiteOptions:
    """Return what was asked of the contract tests, as `check` takes it."""
    return {
        "seed": options.seed,
        "examples": options.examples,
        "depth": options.depth,
        "allow": options.allow,
        "devices": options.device,
        "budget": options.budget,
        "remote": options.remote,
        "keyword": options.keyword,
        "shard": options.shard,
        "progress": is_watched(),
    }
