"""rST text → `Page`: facts as written. The only folder that imports docutils; knows nothing of OpenAPI."""

from rstapi.read.page import Note, Page, PageKind, Paragraph, Sample, Section, Span, Table, Text
from rstapi.read.tree import DocumentationTree, read_trees

__all__ = [
    "DocumentationTree",
    "Note",
    "Page",
    "PageKind",
    "Paragraph",
    "Sample",
    "Section",
    "Span",
    "Table",
    "Text",
    "read_trees",
]
