"""rST text → `Page`: facts as written. The only folder that imports docutils; knows nothing of OpenAPI."""

from rstapi.read.columns import Column, find_column
from rstapi.read.page import Note, Page, PageKind, Paragraph, Sample, Section, Span, Table, Text
from rstapi.read.tree import DocumentationTree, read_trees

__all__ = [
    "Column",
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
    "find_column",
    "read_trees",
]
