"""Pages → statements: one folder a dialect, each knowing one way of writing.

`DIALECTS` is the order in which they are asked for a section; the first that claims it reads it.
"""

from __future__ import annotations

from docpact.dialects.httpdomain import DIALECT as HTTPDOMAIN
from docpact.dialects.os_api_ref import DIALECT as OS_API_REF
from docpact.dialects.protocol import Dialect
from docpact.dialects.read_documentation import claimed_markup, read_documentation
from docpact.dialects.sections import DIALECT as SECTIONS

DIALECTS: tuple[Dialect, ...] = (HTTPDOMAIN, OS_API_REF, SECTIONS)

__all__ = ["DIALECTS", "claimed_markup", "read_documentation"]
