"""What people and their tools look at: diagnostics in several formats, explanations, baselines."""

from docpact.report.baseline import Comparison, compare_baseline, read_baseline
from docpact.report.explanation import format_explanation
from docpact.report.findings import FORMATS, format_findings, origin_names
from docpact.report.page_reading import format_page_reading

__all__ = [
    "FORMATS",
    "Comparison",
    "compare_baseline",
    "format_explanation",
    "format_findings",
    "format_page_reading",
    "origin_names",
    "read_baseline",
]
