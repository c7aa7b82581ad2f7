"""Document + URL → verdict. Runs `contract_tests/` with pytest, as a command."""

from docpact.contract.clean_up import clean_up, pending
from docpact.contract.deviations import apply_deviations, read_deviations
from docpact.contract.kept import journal_path, keep_failures, read_failures
from docpact.contract.result import (
    NO_REFUSALS,
    Cause,
    ContractResult,
    Failure,
    Note,
    Timing,
    group_causes,
    group_notes,
)
from docpact.contract.run import AUTHORIZATION, run_contract
from docpact.contract.severity import in_words, rank

__all__ = [
    "AUTHORIZATION",
    "NO_REFUSALS",
    "Cause",
    "ContractResult",
    "Failure",
    "Note",
    "Timing",
    "apply_deviations",
    "clean_up",
    "group_causes",
    "group_notes",
    "in_words",
    "journal_path",
    "keep_failures",
    "pending",
    "rank",
    "read_deviations",
    "read_failures",
    "run_contract",
]
