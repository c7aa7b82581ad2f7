"""What people and their tools look at: diagnostics in several formats, explanations, baselines."""

from rstapi.report.baseline import Comparison, compare_baseline, read_baseline
from rstapi.report.explanation import format_explanation
from rstapi.report.findings import FORMATS, format_findings

__all__ = [
    "FORMATS",
    "Comparison",
    "compare_baseline",
    "format_explanation",
    "format_findings",
    "read_baseline",
]
