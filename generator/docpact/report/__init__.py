"""What people and their tools look at: diagnostics in several formats, explanations, baselines."""

from docpact.report.baseline import Comparison, compare_baseline, read_baseline
from docpact.report.code import format_code
from docpact.report.explanation import format_explanation
from docpact.report.findings import FORMATS, format_findings
from docpact.report.frames import Paint, format_frames, format_statistics, plain
from docpact.report.page_reading import format_page_reading

__all__ = [
    "FORMATS",
    "Comparison",
    "Paint",
    "compare_baseline",
    "format_code",
    "format_explanation",
    "format_findings",
    "format_frames",
    "format_page_reading",
    "format_statistics",
    "plain",
    "read_baseline",
]
