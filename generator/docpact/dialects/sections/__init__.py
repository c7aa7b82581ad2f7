"""The house dialect and hand-made documentation: request lines, captioned tables, lists, samples."""

from docpact.dialects.sections.dialect import Sections

DIALECT = Sections()

__all__ = ["DIALECT", "Sections"]
