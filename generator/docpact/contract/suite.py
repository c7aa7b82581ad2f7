"""The contract tests' own definitions, imported from their folder: options, credentials, checks, findings, journal.

The contract tests import nothing of the tool, so the tool imports from them: each definition exists once. This module
is the only one of the tool that does.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

from docpact.errors import ToolError

FOLDER = "contract_tests"


def find_contract_tests() -> Path:
    """Return the folder of the contract tests: inside an installed package, or beside the sources in a clone."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / FOLDER, package.parents[1] / FOLDER):
        if (folder / "conftest.py").is_file():
            return folder
    raise ToolError("the contract tests are missing", where=str(package / FOLDER), hint="install docpact again")


if find_spec("contract_suite") is None:
    # At the end: nothing in that folder comes before a module of somebody else's.
    sys.path.append(str(find_contract_tests()))

from contract_suite.checks import BY_NAME, CHECKS, Check, describe_check, rank_check  # noqa: E402 - found only now.
from contract_suite.credentials import (  # noqa: E402
    CLIENT,
    EXTRA,
    KEYS,
    SCOPE_KEYS,
    Credentials,
    TokenRequest,
    fits_header,
    read_credentials,
)
from contract_suite.errors import SuiteError  # noqa: E402
from contract_suite.findings import (  # noqa: E402
    INTERRUPTED,
    NO_REJECTIONS,
    TEST_ERROR,
    Failure,
    Findings,
    Note,
    Timing,
    read_findings,
)
from contract_suite.journal import Journal, read_journal  # noqa: E402
from contract_suite.key_place import AUTHORIZATION, KeyPlace, find_key_place  # noqa: E402
from contract_suite.left_behind import undo_left_behind  # noqa: E402
from contract_suite.plan import DEFAULTS, Plan, add_options, dump_plan, is_loopback, read_options  # noqa: E402
from contract_suite.redaction import Redactor  # noqa: E402

__all__ = [
    "AUTHORIZATION",
    "BY_NAME",
    "CHECKS",
    "CLIENT",
    "DEFAULTS",
    "EXTRA",
    "INTERRUPTED",
    "KEYS",
    "NO_REJECTIONS",
    "SCOPE_KEYS",
    "TEST_ERROR",
    "Check",
    "Credentials",
    "Failure",
    "Findings",
    "Journal",
    "KeyPlace",
    "Note",
    "Plan",
    "Redactor",
    "SuiteError",
    "Timing",
    "TokenRequest",
    "add_options",
    "describe_check",
    "dump_plan",
    "find_contract_tests",
    "find_key_place",
    "fits_header",
    "is_loopback",
    "rank_check",
    "read_credentials",
    "read_findings",
    "read_journal",
    "read_options",
    "undo_left_behind",
]
