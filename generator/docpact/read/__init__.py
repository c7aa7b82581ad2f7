"""rST text → `Page`: facts as written. The only folder that imports docutils; knows nothing of OpenAPI."""

from docpact.read.columns import Column, find_column
from docpact.read.page import Note, Page, PageKind, Paragraph, Sample, Section, Span, Table, Text
from docpact.read.tree import DocumentationTree, read_trees

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
