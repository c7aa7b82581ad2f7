"""Reads OpenAPI documents, ours and anybody's, once for all who use them.

`load_document` reads, checks and normalises; the mock, the client, the comparison and the contract tests take its
result: they read no YAML, and follow no reference to a file themselves.
"""

from docpact.document.faults import Finding
from docpact.document.load import Document, load_document, read_document
from docpact.document.media import MediaType, choose, covers, normalise_media_type, parse_media_type
from docpact.document.operations import Operation
from docpact.document.parameters import Style, read_single, read_style, read_values, write_pairs, write_text
from docpact.document.schemas import (
    Direction,
    Shape,
    has_flag,
    read_shape,
    schema_types,
    view_direction,
    view_schema,
)
from docpact.document.security import Requirement, is_met
from docpact.document.source import read_value
from docpact.document.traverse import iterate, rebuild, resolve
from docpact.document.write import dump_document, write_document

__all__ = [
    "Direction",
    "Document",
    "Finding",
    "MediaType",
    "Operation",
    "Requirement",
    "Shape",
    "Style",
    "choose",
    "covers",
    "dump_document",
    "has_flag",
    "is_met",
    "iterate",
    "load_document",
    "normalise_media_type",
    "parse_media_type",
    "read_document",
    "read_shape",
    "read_single",
    "read_style",
    "read_value",
    "read_values",
    "rebuild",
    "resolve",
    "schema_types",
    "view_direction",
    "view_schema",
    "write_document",
    "write_pairs",
    "write_text",
]
