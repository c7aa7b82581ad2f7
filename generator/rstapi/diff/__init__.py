"""Two documents → what changed, and for whom it breaks. Knows documents only, not where they come from."""

from rstapi.diff.compare import compare_documents
from rstapi.diff.format import FORMATS, format_changes, format_counts
from rstapi.diff.rules import RULES
from rstapi.diff.types import Change, Impact, Rule
from rstapi.diff.version import Release, format_release, propose_release

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
