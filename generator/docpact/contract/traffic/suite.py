"""What judges responses, imported from the contract tests' folder; with schemathesis, so only where traffic is judged.

`contract/suite.py` is the other such module: what it imports needs the standard library only.
"""

from __future__ import annotations

# It finds the folder.
import docpact.contract.suite  # noqa: F401 - before the modules of that folder.
from contract_suite.document import Document, Operation
from contract_suite.envelope import json_type
from contract_suite.loading import build_document
from contract_suite.recorded import Recorded
from contract_suite.recording import Recorder
from contract_suite.results import Results
from contract_suite.sources import read_sources
from contract_suite.traffic import OperationFinder, TrafficJudge, find_paths, read_value
from contract_suite.unknown_properties import find_alternatives, find_unknown_properties
from contract_suite.violations import Violation

__all__ = [
    "Document",
    "Operation",
    "OperationFinder",
    "Recorded",
    "Recorder",
    "Results",
    "TrafficJudge",
    "Violation",
    "build_document",
    "find_alternatives",
    "find_paths",
    "find_unknown_properties",
    "json_type",
    "read_sources",
    "read_value",
]
