"""What people and their tools look at: diagnostics in several formats, explanations, baselines, contract results."""

from docpact.report.baseline import Comparison, compare_baseline, read_baseline
from docpact.report.contract_files import check_report_paths, needs_exchanges, write_report
from docpact.report.contract_text import format_contract
from docpact.report.explanation import format_explanation
from docpact.report.findings import FORMATS, format_findings

__all__ = [
    "FORMATS",
    "Comparison",
    "check_report_paths",
    "compare_baseline",
    "format_contract",
    "format_explanation",
    "format_findings",
    "needs_exchanges",
    "read_baseline",
    "write_report",
]
