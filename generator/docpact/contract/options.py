"""The options of the contract tests on the command line of `docpact check` and `docpact run`."""

from __future__ import annotations

import argparse
from pathlib import Path

from docpact.contract.suite import DEFAULTS, Plan, add_options, read_options


def add_plan_options(command: argparse.ArgumentParser) -> None:
    """Add the options of a plan to a command: those of the contract tests, `--depth` and `--only` in other words."""
    depth = command.add_mutually_exclusive_group()
    depth.add_argument(
        "--quick", dest="depth", action="store_const", const="quick", default=DEFAULTS.depth,
        help="systematic cases only, nothing generated",
    )  # fmt: skip
    depth.add_argument("--deep", dest="depth", action="store_const", const="deep", help="many more generated cases")
    add_options(command.add_argument)
    command.add_argument(
        "-x", dest="max_failures", action="store_const", const=1, help="end the run after the first failure"
    )
    command.add_argument(
        "-k", dest="keyword", default=DEFAULTS.keyword, metavar="WORDS",
        help="only tests whose names fit, as pytest's -k: `-k \"lock and sync\"`",
    )  # fmt: skip


def read_plan(options: argparse.Namespace, document: Path, *, base_url: str = "", progress: bool = False) -> Plan:
    """Return the plan that a command line gives for a document; an empty URL stands for a mock of it.

    `progress` to write to standard error which test has run.
    """
    return read_options(options, document=document, base_url=base_url, progress=progress)
