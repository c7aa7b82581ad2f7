"""Two documents → what changed, and for whom it breaks. Knows documents only, not where they come from."""

from docpact.diff.compare import compare_documents
from docpact.diff.format import FORMATS, format_changes, format_counts
from docpact.diff.rules import RULES
from docpact.diff.types import Change, Impact, Rule
from docpact.diff.version import Release, format_release, propose_release

__all__ = [
    "FORMATS",
    "RULES",
    "Change",
    "Impact",
    "Release",
    "Rule",
    "compare_documents",
    "format_changes",
    "format_counts",
    "format_release",
    "propose_release",
]
