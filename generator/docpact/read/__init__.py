"""reStructuredText → `Page`: facts as written. The only folder that imports docutils; knows nothing of APIs."""

from docpact.read.page import Note, Page, Paragraph, Sample, Section, Span, Table, Text
from docpact.read.tree import DocumentationTree, read_trees

__all__ = [
    "DocumentationTree",
    "Note",
    "Page",
    "Paragraph",
    "Sample",
    "Section",
    "Span",
    "Table",
    "Text",
    "read_trees",
]
