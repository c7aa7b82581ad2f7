"""The documentation against an implementation's description of itself → what either states alone."""

from docpact.conform.compare import compare_implementation
from docpact.conform.format import (
    FORMATS,
    format_baseline,
    format_disagreement_counts,
    format_disagreements,
    read_known,
    without_known,
)
from docpact.conform.types import KINDS, Disagreement

__all__ = [
    "FORMATS",
    "KINDS",
    "Disagreement",
    "compare_implementation",
    "format_baseline",
    "format_disagreement_counts",
    "format_disagreements",
    "read_known",
    "without_known",
]
