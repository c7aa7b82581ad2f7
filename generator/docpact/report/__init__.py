"""What people and their tools look at: diagnostics in several formats, explanations, baselines."""

from docpact.report.baseline import Comparison, compare_baseline, read_baseline
from docpact.report.explanation import format_explanation
from docpact.report.findings import FORMATS, format_findings

__all__ = [
    "FORMATS",
    "Comparison",
    "compare_baseline",
    "format_explanation",
    "format_findings",
    "read_baseline",
]
